"""Long processes are split into sheets that lead to each other."""

from __future__ import annotations

from dataclasses import replace

from generator.layout import (
    A4_PORTRAIT,
    Edge,
    FlowGraph,
    Lane,
    Node,
    NodeKind,
    Orientation,
    draw_sheets,
)


def long_flow(count: int, *back: tuple[int, int]) -> FlowGraph:
    links = [(number, number + 1) for number in range(count - 1)] + list(back)
    return FlowGraph(
        title="长流程",
        lanes=(Lane(id="x", title="专员"), Lane(id="y", title="经理")),
        nodes=tuple(
            Node(id=f"n{n}", kind=NodeKind.TASK, lane="xy"[n % 7 == 6], label=f"第 {n} 步")
            for n in range(count)
        ),
        edges=tuple(
            Edge(id=f"e{n}", source=f"n{s}", target=f"n{t}") for n, (s, t) in enumerate(links)
        ),
    )


def test_a_short_process_is_one_sheet() -> None:
    (drawing,) = draw_sheets(long_flow(6), Orientation.VERTICAL, A4_PORTRAIT)
    assert (drawing.sheet, drawing.sheets) == (1, 1)


def test_a_long_process_is_split_until_its_text_is_legible() -> None:
    drawings = draw_sheets(long_flow(45), Orientation.VERTICAL, A4_PORTRAIT)
    assert len(drawings) > 1
    assert all(drawing.points_on(A4_PORTRAIT) >= 6 for drawing in drawings)
    assert [drawing.sheet for drawing in drawings] == list(range(1, len(drawings) + 1))


def test_every_step_stands_on_exactly_one_sheet() -> None:
    drawings = draw_sheets(long_flow(45), Orientation.VERTICAL, A4_PORTRAIT)
    steps = [node.id for drawing in drawings for node in drawing.nodes if node.kind.is_box]
    assert sorted(steps) == sorted(f"n{number}" for number in range(45))


def test_each_way_off_a_sheet_has_its_counterpart_with_the_same_letter() -> None:
    drawings = draw_sheets(
        long_flow(45, (44, 2)), Orientation.VERTICAL, A4_PORTRAIT, sheet_label="第 {number} 页"
    )
    marks = {
        kind: {node.mark for drawing in drawings for node in drawing.nodes if node.kind is kind}
        for kind in (NodeKind.LINK_OUT, NodeKind.LINK_IN)
    }
    assert marks[NodeKind.LINK_OUT] == marks[NodeKind.LINK_IN] != set()
    last = drawings[-1]
    assert any(node.label == "第 1 页" for node in last.nodes)


def test_a_sheet_shows_only_the_lanes_that_it_needs() -> None:
    graph = long_flow(45)
    drawings = draw_sheets(graph, Orientation.VERTICAL, A4_PORTRAIT)
    for drawing in drawings:
        assert {lane.id for lane in drawing.lanes} == {node.lane for node in drawing.nodes}


def test_an_end_stands_on_the_sheet_of_its_step() -> None:
    for place in range(8, 36, 3):
        drawings = draw_sheets(with_way_out(40, place), Orientation.VERTICAL, A4_PORTRAIT)
        assert len(drawings) > 1
        (sheet,) = (each for each in drawings if "end" in {node.id for node in each.nodes})
        assert {"g", f"n{place - 1}"} <= {node.id for node in sheet.nodes}


def with_way_out(count: int, place: int) -> FlowGraph:
    """A long flow with a gateway before one of its steps, from which one way leads to an end."""
    graph = long_flow(count)
    gateway = Node(id="g", kind=NodeKind.EXCLUSIVE, lane="x", label="结论")
    end = Node(id="end", kind=NodeKind.END, lane="x", label="已退回")
    links = [
        *((f"n{n}", f"n{n + 1}") for n in range(count - 1) if n != place - 1),
        (f"n{place - 1}", "g"),
        ("g", f"n{place}"),
        ("g", "end"),
    ]
    return replace(
        graph,
        nodes=(*graph.nodes[:place], gateway, *graph.nodes[place:], end),
        edges=tuple(Edge(id=f"e{n}", source=s, target=t) for n, (s, t) in enumerate(links)),
    )
