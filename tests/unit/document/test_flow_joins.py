"""A group meets in a gateway that waits for what is under way, and for nothing else."""

from __future__ import annotations

import pytest
from flow_patterns import SOUND
from small import book, steps

from generator.document.flow_joins import join_kinds
from generator.layout import NodeKind


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a plain group", NodeKind.PARALLEL),
        ("one or more ways", NodeKind.INCLUSIVE),
        ("rework: a member sends back to its sibling", NodeKind.INCLUSIVE),
        ("a way out ends the group", NodeKind.INCLUSIVE),
        ("a second entry into a single member", NodeKind.INCLUSIVE),
    ],
)
def test_a_group_meets_in_a_gateway_that_does_not_wait_for_ever(name: str, kind: NodeKind) -> None:
    assert join_kinds(book(steps(*SOUND[name])).flows["take-order"]) == {"send": kind}
