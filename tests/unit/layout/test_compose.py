"""Diagrams look as a careful person would draw them."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from generator.layout import (
    A4_PORTRAIT,
    Drawing,
    DrawnEdge,
    DrawnNode,
    Edge,
    FlowGraph,
    Lane,
    Node,
    NodeKind,
    NodeNote,
    NoteKind,
    Orientation,
    Point,
    draw,
)

BOTH = pytest.mark.parametrize("orientation", list(Orientation))


def node(
    name: str,
    lane: str,
    kind: NodeKind = NodeKind.TASK,
    *,
    label: str | None = None,
    notes: tuple[NodeNote, ...] = (),
) -> Node:
    return Node(id=name, kind=kind, lane=lane, label=name if label is None else label, notes=notes)


def flow(nodes: list[Node], *edges: str, lanes: str = "x y") -> FlowGraph:
    """Edges as `from>to` or `from>to:label`."""
    made = []
    for text in edges:
        way, _, label = text.partition(":")
        source, target = way.split(">")
        made.append(Edge(id=f"{way}", source=source, target=target, label=label))
    titles = {"x": "投诉专员", "y": "总经理", "z": "财务负责人"}
    return FlowGraph(
        title="客户投诉处理",
        lanes=tuple(Lane(id=lane, title=titles[lane]) for lane in lanes.split()),
        nodes=tuple(nodes),
        edges=tuple(made),
    )


def chain(count: int) -> FlowGraph:
    names = [f"n{number}" for number in range(count)]
    links = [f"{one}>{other}" for one, other in pairwise(names)]
    return flow([node(name, "x") for name in names], *links)


def edge_of(drawing: Drawing, name: str) -> DrawnEdge:
    return next(edge for edge in drawing.edges if edge.id == name)


def node_of(drawing: Drawing, name: str) -> DrawnNode:
    return next(node for node in drawing.nodes if node.id == name)


@BOTH
def test_a_plain_chain_is_a_straight_line(orientation: Orientation) -> None:
    drawing = draw(chain(5), orientation)
    assert all(len(edge.points) == 2 for edge in drawing.edges)
    across = {
        node.box.centre.y if orientation is Orientation.HORIZONTAL else node.box.centre.x
        for node in drawing.nodes
    }
    assert len(across) == 1


@BOTH
def test_lanes_keep_their_order_and_lie_side_by_side(orientation: Orientation) -> None:
    drawing = draw(chain(3), orientation)
    first, second = (lane.box for lane in drawing.lanes)
    assert [lane.id for lane in drawing.lanes] == ["x", "y"]
    if orientation is Orientation.HORIZONTAL:
        assert first.bottom == second.y
    else:
        assert first.right == second.x


def test_horizontal_flows_run_to_the_right_and_vertical_ones_down() -> None:
    for orientation, axis in ((Orientation.HORIZONTAL, 0), (Orientation.VERTICAL, 1)):
        places = [node.box.centre[axis] for node in draw(chain(4), orientation).nodes]
        assert places == sorted(places)


@BOTH
def test_the_label_of_a_branch_stands_near_its_gateway(orientation: Orientation) -> None:
    drawing = draw(
        flow(
            [
                node("a", "x"),
                node("g", "x", NodeKind.EXCLUSIVE, label=""),
                node("b", "x"),
                node("c", "y"),
            ],
            "a>g",
            "g>b:同意",
            "g>c:退回",
        ),
        orientation,
    )
    gateway = node_of(drawing, "g").box
    for name in ("g>b", "g>c"):
        text = edge_of(drawing, name).text
        assert text is not None
        assert abs(text.box.centre.x - gateway.centre.x) < 80
        assert abs(text.box.centre.y - gateway.centre.y) < 80


@BOTH
def test_texts_inside_a_box_stay_inside(orientation: Orientation) -> None:
    notes = (
        NodeNote(kind=NoteKind.DUE, text="自受理之日起 5 个工作日内"),
        NodeNote(kind=NoteKind.DOCUMENT, text="FM-07-02 客户投诉处理单"),
    )
    long = "成立专项小组,统一对外口径,必要时停止销售并召回"
    drawing = draw(flow([node("a", "x", label=long, notes=notes)]), orientation)
    (drawn,) = drawing.nodes
    blocks = [drawn.text, *(note.text for note in drawn.notes)]
    assert all(
        block.box.y >= drawn.box.y and block.box.bottom <= drawn.box.bottom for block in blocks
    )
    tops = [block.box.y for block in blocks]
    assert tops == sorted(tops)


@BOTH
def test_a_lane_without_steps_is_still_drawn(orientation: Orientation) -> None:
    drawing = draw(flow([node("a", "x"), node("b", "z")], "a>b", lanes="x y z"), orientation)
    assert [lane.id for lane in drawing.lanes] == ["x", "y", "z"]
    assert all(min(lane.box.width, lane.box.height) > 40 for lane in drawing.lanes)


@BOTH
def test_a_step_may_follow_itself(orientation: Orientation) -> None:
    drawing = draw(flow([node("a", "x"), node("b", "x")], "a>a:重做", "a>b"), orientation)
    loop = edge_of(drawing, "a>a")
    assert len(loop.points) >= 4
    assert loop.points[0] != loop.points[-1]


@BOTH
def test_processes_without_any_link_fill_the_rows_of_their_lane(orientation: Orientation) -> None:
    drawing = draw(flow([node(f"p{n}", "x") for n in range(8)]), orientation)
    assert len({node.box.x for node in drawing.nodes}) > 1
    assert len({node.box.y for node in drawing.nodes}) > 1


@BOTH
def test_two_ways_between_the_same_steps_are_two_lines(orientation: Orientation) -> None:
    graph = flow([node("g", "x", NodeKind.EXCLUSIVE, label=""), node("b", "x")], "g>b:一般")
    twin = FlowGraph(
        lanes=graph.lanes,
        nodes=graph.nodes,
        edges=(*graph.edges, Edge(id="twin", source="g", target="b", label="重大")),
    )
    one, other = draw(twin, orientation).edges
    assert one.points != other.points


def test_reading_order_follows_a_branch_to_its_end() -> None:
    drawing = draw(
        flow(
            [
                node("s", "x"),
                node("a", "x"),
                node("b", "y"),
                node("a2", "x"),
                node("b2", "y"),
                node("e", "x"),
            ],
            "s>a",
            "s>b",
            "a>a2",
            "b>b2",
            "a2>e",
            "b2>e",
        ),
        Orientation.HORIZONTAL,
    )
    assert [node.id for node in drawing.nodes] == ["s", "a", "a2", "b", "b2", "e"]
    assert [node.step for node in drawing.nodes] == [1, 2, 3, 4, 5, 6]


def test_boxes_become_narrower_before_text_becomes_too_small() -> None:
    lanes = tuple(Lane(id=f"l{n}", title=f"岗位{n}") for n in range(6))
    names = [f"n{n}" for n in range(6)]
    graph = FlowGraph(
        lanes=lanes,
        nodes=tuple(node(name, f"l{n}") for n, name in enumerate(names)),
        edges=tuple(
            Edge(id=f"e{n}", source=one, target=other)
            for n, (one, other) in enumerate(pairwise(names))
        ),
    )
    assert draw(graph, Orientation.VERTICAL).points_on(A4_PORTRAIT) >= 7


@BOTH
def test_the_same_graph_gives_the_same_drawing(orientation: Orientation) -> None:
    assert draw(chain(7), orientation) == draw(chain(7), orientation)


def test_an_edge_to_nowhere_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown end"):
        flow([node("a", "x")], "a>b")


def test_a_node_in_an_unknown_lane_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown lane"):
        flow([node("a", "q")])


def test_ids_are_unique() -> None:
    with pytest.raises(ValueError, match="unique"):
        flow([node("a", "x"), node("a", "x")])


@BOTH
def test_a_map_keeps_the_order_of_its_lanes(orientation: Orientation) -> None:
    plan = flow([node(n, "x") for n in "abc"] + [node("d", "y")], "c>a", "d>b")
    drawing = draw(replace(plan, ordered=True), orientation)
    axis = 0 if orientation is Orientation.HORIZONTAL else 1
    places = [node_of(drawing, name).box.centre[axis] for name in "abc"]
    assert places == sorted(places)
    assert node_of(drawing, "d").box.centre[axis] == places[0]
    assert [each.id for each in drawing.nodes] == list("abcd")


def test_long_lanes_of_a_map_take_several_rows() -> None:
    plan = flow([node(f"n{number}", "x") for number in range(8)])
    drawing = draw(replace(plan, ordered=True), Orientation.HORIZONTAL)
    assert len({each.box.centre.y for each in drawing.nodes}) == 2


@BOTH
def test_where_a_branch_ends_stands_right_beside_its_gateway(orientation: Orientation) -> None:
    drawing = draw(
        flow(
            [
                node("a", "x"),
                node("g", "x", NodeKind.EXCLUSIVE, label=""),
                node("e", "x", NodeKind.END),
                node("b", "x"),
                node("c", "x"),
            ],
            "a>g",
            "g>e:不同意",
            "g>b:同意",
            "b>c",
        ),
        orientation,
    )
    along = 0 if orientation is Orientation.HORIZONTAL else 1
    assert node_of(drawing, "e").box.centre[along] == node_of(drawing, "g").box.centre[along]
    assert all(len(edge.points) == 2 for edge in drawing.edges)


def test_a_high_label_beside_a_line_touches_no_step() -> None:
    graph = flow(
        [
            node("a", "x"),
            node("g", "x", NodeKind.EXCLUSIVE, label=""),
            node("e", "x", NodeKind.END, label="结束"),
            node("b", "x"),
        ],
        "a>g",
        "g>e:Only the standard or the training changes and nothing else",
        "g>b:Interface between departments is affected in several places",
    )
    drawing = draw(graph, Orientation.VERTICAL)
    for edge in drawing.edges:
        text = edge.text.box if edge.text else None
        for other in drawing.nodes if text else ():
            assert not (
                text.x < other.box.right
                and other.box.x < text.right
                and text.y < other.box.bottom
                and other.box.y < text.bottom
            )


def test_a_full_map_is_legible_on_portrait_paper() -> None:
    nodes = [node(f"{lane}{n}", lane) for lane in "xyz" for n in range(5)]
    graph = replace(flow(nodes, "x0>y1", "y0>z4", lanes="x y z"), ordered=True)
    assert draw(graph, Orientation.HORIZONTAL).points_on(A4_PORTRAIT) >= 7


def test_lines_that_merge_do_not_look_as_if_one_step_led_to_the_other() -> None:
    nodes = [node(n, lane) for n, lane in ("ax", "bx", "cx", "dy", "ey", "fy")]
    graph = replace(flow(nodes, "c>d", "f>d", "e>d"), ordered=True)
    one, other = (edge_of(draw(graph, Orientation.HORIZONTAL), name) for name in ("c>d", "f>d"))
    sides = {(edge.points[0].y < edge.points[1].y) for edge in (one, other)}
    assert one.points[1] != other.points[1] or len(sides) == 1


def test_a_long_condition_is_no_tower_of_lines() -> None:
    long = "Change within the account or Transfer between accounts or Additional budget"
    graph = flow(
        [node("g", "x", NodeKind.EXCLUSIVE, label=""), node("b", "z"), node("c", "x")],
        f"g>b:{long}",
        "g>c:Other",
        lanes="x y z",
    )
    text = edge_of(draw(graph, Orientation.VERTICAL), "g>b").text
    assert text is not None
    assert len(text.lines) <= 5


@BOTH
def test_loops_within_a_lane_stay_in_it(orientation: Orientation) -> None:
    drawing = draw(
        flow(
            [
                node("a", "x"),
                node("b", "x"),
                node("g", "x", NodeKind.EXCLUSIVE, label="结论"),
                node("c", "x"),
                node("h", "x", NodeKind.EXCLUSIVE, label="结论"),
                node("d", "x"),
                node("e", "y"),
                node("f", "y"),
            ],
            "a>b",
            "b>g",
            "g>a:退回",
            "g>c:通过",
            "c>h",
            "h>b:退回",
            "h>d:通过",
            "d>e",
            "e>f",
        ),
        orientation,
    )
    lane = drawing.lanes[0].box
    assert all(
        lane.x < point.x < lane.right and lane.y < point.y < lane.bottom
        for name in ("g>a", "h>b")
        for point in edge_of(drawing, name).points
    )


def test_an_entry_stands_straight_before_its_step() -> None:
    drawing = draw(
        flow(
            [
                node("in", "y", NodeKind.LINK_IN),
                node("a", "x"),
                node("g", "x", NodeKind.EXCLUSIVE, label="结论"),
                node("d", "y"),
                node("e", "y", NodeKind.END),
                node("t", "y"),
            ],
            "a>g",
            "g>d:退回",
            "d>e",
            "g>t:通过",
            "in>t",
        ),
        Orientation.VERTICAL,
    )
    assert len(edge_of(drawing, "in>t").points) == 2


def crowded(orientation: Orientation) -> Drawing:
    """A gateway with more ways out than it has corners: two of them share a stem."""
    return draw(
        flow(
            [
                node("a", "x"),
                node("g", "x", NodeKind.EXCLUSIVE, label="来源"),
                *(node(name, lane) for name, lane in zip("bcde", "xxyz", strict=True)),
            ],
            "a>g",
            *(f"g>{name}:{label}" for name, label in zip("bcde", "甲乙丙丁", strict=True)),
            lanes="x y z",
        ),
        orientation,
    )


@BOTH
def test_labels_of_ways_with_one_stem_stand_beside_their_own_part(orientation: Orientation) -> None:
    ways = [edge for edge in crowded(orientation).edges if edge.source == "g"]
    for way in ways:
        assert way.text is not None
        distances = {
            other.id: min(
                _distance(way.text.box.centre, *piece) for piece in pairwise(other.points)
            )
            for other in ways
        }
        assert min(distances, key=lambda name: distances[name]) == way.id
        assert list(distances.values()).count(distances[way.id]) == 1, "not on the common stem"


def _distance(point: Point, one: Point, other: Point) -> float:
    """How far a point is from a horizontal or vertical line."""
    x = max(min(one.x, other.x) - point.x, 0.0, point.x - max(one.x, other.x))
    y = max(min(one.y, other.y) - point.y, 0.0, point.y - max(one.y, other.y))
    return x + y


@BOTH
def test_no_label_stands_on_the_border_of_a_lane(orientation: Orientation) -> None:
    drawing = crowded(orientation)
    horizontal = orientation is Orientation.HORIZONTAL
    borders = [lane.box.y if horizontal else lane.box.x for lane in drawing.lanes[1:]]
    texts = [item.text.box for item in (*drawing.nodes, *drawing.edges) if item.text]
    for box in texts:
        low, high = (box.y, box.bottom) if horizontal else (box.x, box.right)
        assert not any(low < border < high for border in borders)


def test_a_label_takes_one_line_where_there_is_room() -> None:
    nodes = [node("a", "x"), node("g", "x", NodeKind.EXCLUSIVE, label="")]
    both = flow(
        [*nodes, node("b", "x"), node("c", "x")],
        "a>g",
        "g>b:需要其他协助",
        "g>c:需要其他协助",
        lanes="x",
    )
    drawing = draw(both, Orientation.VERTICAL)
    texts = [edge.text for edge in drawing.edges if edge.text]
    assert ("需要其他协助",) in {text.lines for text in texts}
