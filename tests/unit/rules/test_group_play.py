"""Groups built in other ways: what works is accepted and drawn, what cannot is found."""

from __future__ import annotations

import pytest
from flow_again import SOUND_AGAIN, UNSOUND_AGAIN
from flow_more import SOUND_MORE, UNSOUND_MORE
from flow_nested import SOUND_NESTED, UNSOUND_NESTED
from layout_metrics import defects, measure
from pages import context
from small import check, step, steps

from generator.base.diagnostics import Message, Severity
from generator.document.flow_graph import flow_graph
from generator.layout import Orientation, draw
from generator.rules.unsound_group import _IS_MEMBER

SOUND = SOUND_MORE | SOUND_AGAIN | SOUND_NESTED
UNSOUND = UNSOUND_MORE | UNSOUND_AGAIN | UNSOUND_NESTED


@pytest.mark.parametrize("name", SOUND)
def test_what_works_is_accepted_and_drawn(name: str) -> None:
    result = check(steps(*SOUND[name]))
    assert [e.rule.code for e in result.diagnostics if e.weight is Severity.ERROR] == []
    assert result.handbook is not None
    process = result.handbook.processes["take-order"]
    graph = flow_graph(context(result.handbook), process, lambda _target: "")
    assert [defects(measure(draw(graph, each))) for each in Orientation] == [0, 0]


@pytest.mark.parametrize("name", UNSOUND)
def test_what_cannot_work_is_found_with_its_path(name: str) -> None:
    told = check(steps(*UNSOUND[name])).diagnostics
    found = [each for each in told if each.rule.code == "HB309"]
    # One fault is told once; at a join that is a member two groups are at fault.
    assert len(found) == 1 + (name == "a member of itself")
    assert {each.rule.code for each in told} <= {"HB309", "HB310"}
    assert all(each.related or each.args["says"] == Message(_IS_MEMBER) for each in found)


def test_an_inner_group_that_a_sibling_begins_anew_needs_a_step_that_starts_it() -> None:
    parts = (
        step("take", "together: [{together: [a, b], join: c}, d]", "join: send"),
        step("a", "next: c"),
        step("b", "next: c"),
        step("c", "next: send"),
        step("d", "choose: [{when: x, together: [a, b], join: c}, {when: y, next: send}]"),
        step("send", "end: sent"),
    )
    (found,) = check(steps(*parts)).diagnostics
    assert found.rule.code == "HB309"
    assert found.hint is not None
    assert found.hint.id.startswith("Give the inner group a step")
