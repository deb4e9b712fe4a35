"""Room is kept on the low and on the high side, as much as the widest label wants."""

from __future__ import annotations

import pytest
from flows import graph

from generator.layout import Box, Orientation, draw
from generator.layout.label_room import LABEL_MARGIN, Sides

ROW_PAD = 12  # distance of shapes from the border of their lane
HORIZONTAL, VERTICAL = Orientation.HORIZONTAL, Orientation.VERTICAL


def test_each_side_keeps_the_most_that_was_wanted_there() -> None:
    sides = Sides(4.0, 6.0)
    for wanted in (10.0, 8.0):
        sides.keep(wanted, high=True)
    sides.keep(2.0, high=False)
    assert (sides.at(high=False), sides.at(high=True)) == (4.0, 10.0)


def test_a_pad_that_is_there_in_any_case_counts() -> None:
    assert Sides(3.0, 12.0).beyond(5.0) == (0.0, 7.0)


def gap(nodes: str, edges: str, *, vertical: bool = False) -> float:
    """How far the first two shapes of a flow stand apart along the first line."""
    drawing = draw(graph(nodes, edges), VERTICAL if vertical else HORIZONTAL)
    first, second = (node.box for node in drawing.nodes[:2])
    return max(second.x - first.right, second.y - first.bottom)


def label(edges: str, *, vertical: bool = False, nodes: str = "a:x b:x") -> Box:
    drawing = draw(graph(nodes, edges), VERTICAL if vertical else HORIZONTAL)
    return next(edge.text.box for edge in drawing.edges if edge.text)


@pytest.mark.parametrize("vertical", [False, True])
@pytest.mark.parametrize("words", ["同意", "requires-approval", "需要总经理再次批准后"])
def test_steps_of_two_lanes_stand_apart_as_far_as_the_label_between_them_wants(
    words: str, vertical: bool
) -> None:
    nodes = "a:x b:y"
    box = label(f"a>b:{words}", vertical=vertical, nodes=nodes)
    along = box.width if vertical else box.height
    # The label stands on one side of the border, which keeps its distance from the other shape.
    assert gap(nodes, f"a>b:{words}", vertical=vertical) == along + LABEL_MARGIN + ROW_PAD
    assert gap(nodes, "a>b", vertical=vertical) == 2 * ROW_PAD


@pytest.mark.parametrize(
    ("words", "vertical", "more"),
    [
        ("同意", False, 0),
        ("requires-approval", False, 70),
        ("同意", True, 0),
        ("requires-approval", True, 10),
        ("需要总经理再次批准后", True, 10),
    ],
)
def test_steps_of_one_lane_make_room_only_for_a_label_that_finds_none(
    words: str, vertical: bool, more: int
) -> None:
    least, found = (gap("a:x b:x", edges, vertical=vertical) for edges in ("a>b", f"a>b:{words}"))
    assert found - least == more
    if not vertical and more:
        assert found == label(f"a>b:{words}").width + LABEL_MARGIN


def test_a_label_behind_the_place_where_lines_part_has_room() -> None:
    apart = gap("<g:x a:x b:x c:x", "g>a:yes g>b:no g>c", vertical=True)
    longer = gap("<g:x a:x b:x c:x", "g>a:需要总经理再次批准后 g>b:no g>c", vertical=True)
    assert longer > apart


@pytest.mark.parametrize("vertical", [False, True])
def test_labels_of_a_fork_and_of_a_way_back_touch_no_shape(vertical: bool) -> None:
    edges = (
        "s>g g>a:需要总经理再次批准后 g>b:不同意退回 g>c:requires-approval a>d b>d c>d d>s:重新提交"
    )
    drawing = draw(graph("s:x <g:x a:x b:y c:z d:x", edges), VERTICAL if vertical else HORIZONTAL)
    boxes = [edge.text.box for edge in drawing.edges if edge.text]
    assert len(boxes) == 4
    for box in boxes:
        for node in drawing.nodes:
            assert (
                box.right <= node.box.x
                or node.box.right <= box.x
                or box.bottom <= node.box.y
                or node.box.bottom <= box.y
            ), (box, node.id)
