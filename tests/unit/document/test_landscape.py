"""The map of processes: who calls whom, who hands over to whom, and which stand alone."""

from __future__ import annotations

from overlay import checked, laid_over, starter
from pages import context
from small import book, step, steps

from generator.document.landscape import landscape_graph
from generator.layout import EdgeKind, FlowGraph, NodeKind

TWO_CHAPTERS = """# processes/handbook.yml
chapters:
  - {chapter: sales, code: "01", title: Sales}
  - {chapter: yard, code: "02", title: Yard}
# processes/yard/sweep.yml
code: P-02-01
title: Sweep the yard
owner: manager
approver: manager
review: 12mo
revisions:
  - {version: V1.0, date: 2026-01-01, approved: 2026-01-01, change: First issue}
purpose: The yard is clean.
trigger: Evening.
steps:
""" + step("sweep", "WAY")


def graph(way: str, chapter: str | None = None) -> FlowGraph:
    handbook = book(TWO_CHAPTERS.replace("WAY", way))
    return landscape_graph(context(handbook), lambda target: f"/{target.kind}/{target.id}", chapter)


def edges(flow: FlowGraph) -> set[tuple[str, str, EdgeKind]]:
    return {(edge.source, edge.target, edge.kind) for edge in flow.edges}


def test_processes_stand_in_the_lanes_of_their_chapters() -> None:
    flow = graph("end: done")
    assert [(lane.id, lane.title, lane.href) for lane in flow.lanes] == [
        ("sales", "Sales", "/chapter/sales"),
        ("yard", "Yard", "/chapter/yard"),
    ]
    assert [(node.id, node.lane, node.kind) for node in flow.nodes] == [
        ("take-order", "sales", NodeKind.TASK),
        ("ship-order", "sales", NodeKind.TASK),
        ("sweep", "yard", NodeKind.TASK),
    ]
    sweep = flow.nodes[-1]
    assert (sweep.label, sweep.href) == ("P-02-01\nSweep the yard", "/process/sweep")
    assert sweep.detail == "The yard is clean."
    assert flow.ordered
    assert flow.title == "Process map"


def test_calls_and_hand_overs_are_different_arrows_each_once() -> None:
    handed = ("take-order", "ship-order", EdgeKind.HAND_OVER)
    assert edges(graph("end: done")) == {handed}  # two steps hand over: one arrow
    assert edges(graph("call: ship-order\n    end: done")) == {
        handed,
        ("sweep", "ship-order", EdgeKind.CALL),
    }


def test_the_map_of_a_chapter_shows_its_own_and_their_neighbours() -> None:
    alone = graph("end: done", "yard")
    assert [node.id for node in alone.nodes] == ["sweep"]
    assert [lane.id for lane in alone.lanes] == ["yard"]
    linked = graph("hand-over: ship-order", "yard")
    assert {node.id for node in linked.nodes} == {"sweep", "ship-order"}
    assert edges(linked) == {("sweep", "ship-order", EdgeKind.HAND_OVER)}


def test_a_process_that_starts_itself_again_has_no_arrow() -> None:
    example = steps(step("take", "hand-over: take-order"))
    handbook = checked(laid_over(starter(), example)).handbook  # with a finding of its own
    assert handbook is not None
    assert edges(landscape_graph(context(handbook), lambda target: "")) == set()
