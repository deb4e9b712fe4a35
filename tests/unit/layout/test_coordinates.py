"""Distances are those of the house: gaps of columns, rows, lanes, and of lines side by side."""

from __future__ import annotations

from itertools import pairwise

import pytest
from flows import graph

from generator.layout import Box, Drawing, Orientation, draw

HORIZONTAL, VERTICAL = Orientation.HORIZONTAL, Orientation.VERTICAL


def boxes(drawing: Drawing) -> dict[str, Box]:
    return {node.id: node.box for node in drawing.nodes}


def points(drawing: Drawing, edge: str) -> list[tuple[float, float]]:
    return next(
        [tuple(point) for point in each.points] for each in drawing.edges if each.id == edge
    )


def test_columns_stand_apart_and_the_sheet_ends_behind_the_last() -> None:
    drawing = draw(graph("a:x b:x", "a>b"), HORIZONTAL)
    a, b = boxes(drawing).values()
    (lane,) = drawing.lanes
    assert b.x - a.right == 36
    assert a.x - lane.header.right == 22
    assert drawing.width - b.right == 22
    assert (lane.box.x, lane.box.right) == (0, drawing.width)


def test_ranks_of_vertical_diagrams_stand_closer() -> None:
    drawing = draw(graph("a:x b:x", "a>b"), VERTICAL)
    a, b = boxes(drawing).values()
    (lane,) = drawing.lanes
    assert b.y - a.bottom == 28
    assert a.y - lane.header.bottom == 22
    assert drawing.height - b.bottom == 22


@pytest.mark.parametrize("orientation", list(Orientation))
def test_a_shape_keeps_its_distance_from_the_borders_of_its_lane(orientation: Orientation) -> None:
    drawing = draw(graph("a:x b:y", "a>b"), orientation)
    for node, lane in zip(drawing.nodes, drawing.lanes, strict=True):
        if orientation is HORIZONTAL:
            assert node.box.y - lane.box.y == lane.box.bottom - node.box.bottom == 12
        else:
            assert node.box.x - lane.box.x == lane.box.right - node.box.right == 12


def test_rows_of_a_lane_stand_further_apart_than_rows_from_its_border() -> None:
    drawing = draw(graph("<g:x a:x b:x", "g>a g>b"), HORIZONTAL)
    places = boxes(drawing)
    upper, lower = sorted((places["a"], places["b"]), key=lambda box: box.y)
    assert lower.y - upper.bottom == 12 + 8


def test_lines_begin_and_end_at_the_middle_of_a_side() -> None:
    drawing = draw(graph("a:x b:y c:y", "a>b b>c"), HORIZONTAL)
    places = boxes(drawing)
    assert points(drawing, "a>b") == [
        (places["a"].centre.x, places["a"].bottom),
        (places["b"].centre.x, places["b"].y),
    ]
    assert points(drawing, "b>c") == [
        (places["b"].right, places["b"].centre.y),
        (places["c"].x, places["c"].centre.y),
    ]


def test_lines_side_by_side_keep_their_distance() -> None:
    drawing = draw(graph("a:x b:x c:x d:x", "a>b b>c c>d a>c a>d d>a"), HORIZONTAL)
    runs = [
        y
        for name in ("a>c", "a>d", "d>a")
        for (x, y), (x2, y2) in pairwise(points(drawing, name))
        if y == y2 and abs(x - x2) > 100
    ]
    assert len(runs) == 3
    one, other = sorted(runs)[:2] if sorted(runs)[1] < boxes(drawing)["a"].y else sorted(runs)[1:]
    assert other - one == 14


def test_lanes_lie_close_together_and_are_as_long_as_the_sheet() -> None:
    for orientation in Orientation:
        drawing = draw(graph("a:x b:y c:z", "a>b b>c"), orientation)
        for one, other in pairwise(lane.box for lane in drawing.lanes):
            if orientation is HORIZONTAL:
                assert (one.bottom, one.width) == (other.y, drawing.width)
            else:
                assert (one.right, one.height) == (other.x, drawing.height)


def test_the_label_of_an_arrow_widens_its_column_only_where_it_is_needed() -> None:
    plain = boxes(draw(graph("a:x b:x", "a>b"), HORIZONTAL))
    labelled = boxes(draw(graph("a:x b:x", "a>b:ja"), HORIZONTAL))
    long = boxes(draw(graph("a:x b:x", "a>b:超过五千元"), HORIZONTAL))
    gap = {name: made["b"].x - made["a"].right for name, made in
           (("plain", plain), ("short", labelled), ("long", long))}  # fmt: skip
    assert gap["plain"] == gap["short"] == 36
    assert gap["long"] == 58 + 10  # as broad as the label, and a margin
