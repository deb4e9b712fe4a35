"""In the diagrams of all processes labels stand clear of lines, and sheets are legible."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from pages import context, real

from generator.document.flow_graph import flow_graph
from generator.document.landscape import landscape_graph
from generator.layout import (
    Box,
    Drawing,
    FlowGraph,
    Orientation,
    Point,
    draw,
    draw_map_sheets,
    draw_sheets,
)
from generator.layout.compose import LEAST_POINTS
from generator.outputs.drawings import ROOM


def graph_of(name: str) -> FlowGraph:
    ctx = context(real())
    return flow_graph(ctx, ctx.handbook.processes[name], lambda _: "")


def labels(drawing: Drawing) -> list[Box]:
    outside = [node.text.box for node in drawing.nodes if node.text and not node.kind.is_box]
    return outside + [edge.text.box for edge in drawing.edges if edge.text]


def touches(box: Box, one: Point, other: Point) -> bool:
    """Whether a horizontal or vertical line runs through a box."""
    (left, right), (high, low) = sorted((one.x, other.x)), sorted((one.y, other.y))
    beside = right <= box.x + 1 or left >= box.right - 1
    return not (beside or low <= box.y + 1 or high >= box.bottom - 1)


@pytest.mark.parametrize("name", sorted(real().processes))
def test_no_label_lies_on_a_line(name: str) -> None:
    graph = graph_of(name)
    for orientation in Orientation:
        drawing = draw(graph, orientation)
        for box in labels(drawing):
            for edge in drawing.edges:
                assert not any(touches(box, *piece) for piece in pairwise(edge.points)), edge.id


@pytest.mark.parametrize("name", sorted(real().processes))
def test_every_sheet_is_legible_in_the_book(name: str) -> None:
    drawings = draw_sheets(graph_of(name), Orientation.VERTICAL, ROOM)
    assert min(drawing.points_on(ROOM) for drawing in drawings) >= LEAST_POINTS


def test_the_map_is_legible_in_the_book() -> None:
    graph = landscape_graph(context(real()), lambda _: "")
    sheets = draw_map_sheets(graph, ROOM)
    assert min(drawing.points_on(ROOM) for drawing in sheets) >= LEAST_POINTS
    assert {node.id for sheet in sheets for node in sheet.nodes} == {
        node.id for node in graph.nodes
    }
    assert {edge.id for sheet in sheets for edge in sheet.edges} == {
        edge.id for edge in graph.edges
    }


def test_the_map_crosses_little() -> None:
    """What many processes call cannot be reached by all of them without a crossing."""
    graph = landscape_graph(context(real()), lambda _: "")
    for orientation in Orientation:
        lines = [list(pairwise(edge.points)) for edge in draw(graph, orientation).edges]
        crossed = sum(
            any(crosses(one, other) for one in a for other in b) for a, b in combinations(lines, 2)
        )
        assert crossed <= 2 * len(lines), orientation


def crosses(one: tuple[Point, Point], other: tuple[Point, Point]) -> bool:
    """Whether a horizontal and a vertical line cross inside of both."""
    horizontal, vertical = (one, other) if one[0].y == one[1].y else (other, one)
    if horizontal[0].y != horizontal[1].y or vertical[0].x != vertical[1].x:
        return False
    (left, right), (high, low) = (
        sorted((horizontal[0].x, horizontal[1].x)),
        sorted((vertical[0].y, vertical[1].y)),
    )
    return left < vertical[0].x < right and high < horizontal[0].y < low
