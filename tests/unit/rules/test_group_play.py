"""Groups built in other ways: what works is accepted and drawn, what cannot is found."""

from __future__ import annotations

import pytest
from flow_more import SOUND_MORE, UNSOUND_MORE
from layout_metrics import defects, measure
from pages import context
from small import check, steps

from generator.base.diagnostics import Severity
from generator.document.flow_graph import flow_graph
from generator.layout import Orientation, draw


@pytest.mark.parametrize("name", SOUND_MORE)
def test_what_works_is_accepted_and_drawn(name: str) -> None:
    result = check(steps(*SOUND_MORE[name]))
    assert [e.rule.code for e in result.diagnostics if e.weight is Severity.ERROR] == []
    assert result.handbook is not None
    process = result.handbook.processes["take-order"]
    graph = flow_graph(context(result.handbook), process, lambda _target: "")
    assert [defects(measure(draw(graph, each))) for each in Orientation] == [0, 0]


@pytest.mark.parametrize("name", UNSOUND_MORE)
def test_what_cannot_work_is_found_with_its_path(name: str) -> None:
    found = [e for e in check(steps(*UNSOUND_MORE[name])).diagnostics if e.rule.code == "HB309"]
    assert found
    assert all(each.related for each in found)
