"""What has to stop before work moves is the work of the sibling to which it moves, no more."""

from __future__ import annotations

import pytest
from flow_patterns import COMPANY, SOUND
from small import book, steps

from generator.document.scope_goals import stopped_before
from generator.model.flow import Flow


def flow_of(name: str) -> Flow:
    return book(steps(*(SOUND | COMPANY)[name])).flows["take-order"]


@pytest.mark.parametrize(
    ("name", "way", "stopped"),
    [
        ("rework into the middle of a sibling", ("b", "c"), {"a", "c"}),
        ("rework into the middle of a sibling", ("a", "c"), set()),
        ("a loop inside one member", ("c", "a"), set()),
        ("a step that several may choose", ("a", "c"), {"c"}),
        ("optional work of one member that may reach into the other", ("d", "a"), {"a", "c"}),
        ("a plain group", ("take", "a"), set()),
        ("a plain group", ("a", "send"), set()),
    ],
)
def test_what_stops_before_work_moves(name: str, way: tuple[str, str], stopped: set[str]) -> None:
    flow = flow_of(name)
    assert set(stopped_before(flow, flow.groups[0], *way)[1]) == stopped
