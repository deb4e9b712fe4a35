"""Whatever the flow, its drawing keeps the promises that readers rely on."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from proving import PROVING

from generator.layout import (
    Box,
    Drawing,
    Edge,
    FlowGraph,
    Lane,
    Node,
    NodeKind,
    NodeNote,
    NoteKind,
    Orientation,
    draw,
)

KINDS = [kind for kind in NodeKind if kind not in (NodeKind.LINK_IN, NodeKind.LINK_OUT)]
TITLES = st.sampled_from(["", "受理", "与客户达成一致意见", "Approve compensation", "批准(总经理)"])
ORIENTATIONS = st.sampled_from(list(Orientation))
FEW = settings(max_examples=300 if PROVING else 20, deadline=None)


@st.composite
def graphs(draw_from: st.DrawFn) -> FlowGraph:
    lanes = draw_from(st.integers(1, 5))
    count = draw_from(st.integers(1, 12))
    nodes = []
    for number in range(count):
        kind = draw_from(st.sampled_from(KINDS))
        notes = (NodeNote(kind=NoteKind.DUE, text="3 天内"),) * draw_from(st.integers(0, 2))
        nodes.append(
            Node(
                id=f"n{number}",
                kind=kind,
                lane=f"l{draw_from(st.integers(0, lanes - 1))}",
                label=draw_from(TITLES),
                notes=notes if kind.is_box else (),
            )
        )
    ends = st.tuples(st.integers(0, count - 1), st.integers(0, count - 1))
    links = draw_from(st.lists(ends, max_size=18))
    return FlowGraph(
        lanes=tuple(Lane(id=f"l{n}", title=f"岗位 {n}") for n in range(lanes)),
        nodes=tuple(nodes),
        edges=tuple(
            Edge(id=f"e{n}", source=f"n{s}", target=f"n{t}", label=draw_from(TITLES))
            for n, (s, t) in enumerate(links)
        ),
    )


def overlap(one: Box, other: Box) -> bool:
    return (
        one.x < other.right and other.x < one.right
        and one.y < other.bottom and other.y < one.bottom
    )  # fmt: skip


def inside(box: Box, outer: Box) -> bool:
    return (
        outer.x <= box.x and box.right <= outer.right
        and outer.y <= box.y and box.bottom <= outer.bottom
    )  # fmt: skip


def sheet(drawing: Drawing) -> Box:
    return Box(0, 0, drawing.width, drawing.height)


@FEW
@given(graphs(), ORIENTATIONS)
def test_no_two_shapes_overlap(graph: FlowGraph, orientation: Orientation) -> None:
    boxes = [node.box for node in draw(graph, orientation).nodes]
    assert not any(overlap(one, other) for one, other in combinations(boxes, 2))


@FEW
@given(graphs(), ORIENTATIONS)
def test_every_shape_stands_in_its_lane(graph: FlowGraph, orientation: Orientation) -> None:
    drawing = draw(graph, orientation)
    lanes = {lane.id: lane for lane in drawing.lanes}
    assert {node.id for node in drawing.nodes} == {node.id for node in graph.nodes}
    for node in drawing.nodes:
        assert inside(node.box, lanes[node.lane].box)
        assert not overlap(node.box, lanes[node.lane].header)


@FEW
@given(graphs(), ORIENTATIONS)
def test_every_line_runs_from_border_to_border_at_right_angles(
    graph: FlowGraph, orientation: Orientation
) -> None:
    drawing = draw(graph, orientation)
    boxes = {node.id: node.box for node in drawing.nodes}
    for edge in drawing.edges:
        for one, other in pairwise(edge.points):
            assert (one.x == other.x) != (one.y == other.y)
        for end, point in ((edge.source, edge.points[0]), (edge.target, edge.points[-1])):
            box = boxes[end]
            middles = {
                (box.x, box.centre.y), (box.right, box.centre.y),
                (box.centre.x, box.y), (box.centre.x, box.bottom),
            }  # fmt: skip
            assert tuple(point) in middles


@FEW
@given(graphs(), ORIENTATIONS)
def test_no_line_runs_over_a_shape(graph: FlowGraph, orientation: Orientation) -> None:
    drawing = draw(graph, orientation)
    for edge in drawing.edges:
        for one, other in pairwise(edge.points):
            piece = Box(
                min(one.x, other.x), min(one.y, other.y),
                abs(one.x - other.x), abs(one.y - other.y),
            )  # fmt: skip
            for node in drawing.nodes:
                if node.id not in (edge.source, edge.target):
                    assert not overlap(piece, node.box)


@FEW
@given(graphs(), ORIENTATIONS)
@pytest.mark.promise("S07")
def test_all_text_stays_on_the_sheet(graph: FlowGraph, orientation: Orientation) -> None:
    drawing = draw(graph, orientation)
    texts = [thing.text for thing in (*drawing.nodes, *drawing.edges) if thing.text]
    assert all(inside(text.box, sheet(drawing)) for text in texts)


@FEW
@given(graphs(), ORIENTATIONS)
def test_all_words_are_drawn(graph: FlowGraph, orientation: Orientation) -> None:
    for thing in (*draw(graph, orientation).nodes, *draw(graph, orientation).edges):
        drawn = "".join(thing.text.lines) if thing.text else ""
        assert drawn.replace(" ", "") == thing.label.replace(" ", "")


@settings(max_examples=15, deadline=None)
@given(graphs(), ORIENTATIONS)
def test_the_same_graph_gives_the_same_drawing(graph: FlowGraph, orientation: Orientation) -> None:
    assert draw(graph, orientation) == draw(graph, orientation)
