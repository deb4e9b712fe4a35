"""What has to stop before work moves is the work of the sibling to which it moves, no more."""

from __future__ import annotations

import pytest
from flow_patterns import SOUND
from small import book, steps

from generator.document.scope_goals import stopped_before
from generator.model.groups import Group


def group_of(name: str) -> Group:
    return book(steps(*SOUND[name])).flows["take-order"].groups[0]


@pytest.mark.parametrize(
    ("name", "way", "stopped"),
    [
        ("rework into the middle of a sibling", ("b", "c"), {"a", "c"}),
        ("rework into the middle of a sibling", ("a", "c"), set()),
        ("a loop inside one member", ("c", "a"), set()),
        ("a step that several may choose", ("a", "c"), {"c"}),
        ("a plain group", ("take", "a"), set()),
        ("a plain group", ("a", "send"), set()),
    ],
)
def test_what_stops_before_work_moves(name: str, way: tuple[str, str], stopped: set[str]) -> None:
    assert set(stopped_before(group_of(name), *way)[1]) == stopped
