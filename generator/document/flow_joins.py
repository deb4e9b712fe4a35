"""With which gateway a group is drawn where it meets."""

from __future__ import annotations

from collections.abc import Sequence

from generator.layout import NodeKind
from generator.model.flow import Flow
from generator.model.groups import Group
from generator.model.regions import meets_as_it_started


def join_kinds(flow: Flow, groups: Sequence[Group] | None = None) -> dict[str, NodeKind]:
    """Return the gateway before each step that waits for a group, or for one of some groups.

    A plain group meets in a parallel gateway. Where one of its steps can also be reached outside
    the group, where work is sent back or leads out, where its ways split before they meet, or where
    several groups meet, an inclusive gateway waits for what is under way: a parallel one would wait
    for every line that leads to it.
    """
    found: dict[str, list[Group]] = {}
    for group in flow.groups if groups is None else groups:
        found.setdefault(group.join, []).append(group)
    return {
        join: NodeKind.PARALLEL
        if len(groups) == 1 and meets_as_it_started(flow, groups[0])
        else NodeKind.INCLUSIVE
        for join, groups in found.items()
    }
