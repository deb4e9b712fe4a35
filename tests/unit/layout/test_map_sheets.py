"""A map too large for a page is split by lanes, and no node or arrow is left out."""

from __future__ import annotations

from generator.layout import (
    Edge,
    EdgeKind,
    FlowGraph,
    Lane,
    Node,
    NodeKind,
    SheetRoom,
    draw_map_sheets,
)
from generator.layout.compose import LEAST_POINTS

PAGE = SheetRoom(width=170, height=222)


def world(lanes: int, nodes: int) -> FlowGraph:
    """Lanes of some nodes each; the first node of a lane leads to the last node of the next."""
    places = [(lane, node) for lane in range(lanes) for node in range(nodes)]
    return FlowGraph(
        lanes=tuple(Lane(id=f"l{lane}", title=f"Lane {lane}") for lane in range(lanes)),
        nodes=tuple(
            Node(id=f"n{lane}-{node}", kind=NodeKind.TASK, lane=f"l{lane}", label="A process")
            for lane, node in places
        ),
        edges=tuple(
            Edge(
                id=f"e{lane}",
                source=f"n{lane}-0",
                target=f"n{lane + 1}-{nodes - 1}",
                kind=EdgeKind.CALL,
            )
            for lane in range(lanes - 1)
        ),
        ordered=True,
    )


def test_a_small_map_stays_whole() -> None:
    assert [(each.sheet, each.sheets) for each in draw_map_sheets(world(3, 3), PAGE)] == [(1, 1)]


def test_a_large_map_is_legible_on_several_sheets() -> None:
    sheets = draw_map_sheets(world(9, 8), PAGE)
    assert [each.sheet for each in sheets] == list(range(1, len(sheets) + 1))
    assert {each.sheets for each in sheets} == {len(sheets)} != {1}
    assert min(each.points_on(PAGE) for each in sheets) >= LEAST_POINTS


def test_every_node_and_every_arrow_is_drawn() -> None:
    graph = world(9, 8)
    sheets = draw_map_sheets(graph, PAGE)
    assert {node.id for each in sheets for node in each.nodes} == {each.id for each in graph.nodes}
    assert {edge.id for each in sheets for edge in each.edges} == {each.id for each in graph.edges}


def test_an_arrow_between_two_sheets_stands_on_both() -> None:
    sheets = draw_map_sheets(world(9, 8), PAGE)
    drawn = [edge.id for each in sheets for edge in each.edges]
    assert len(drawn) == len(set(drawn)) + len(sheets) - 1
