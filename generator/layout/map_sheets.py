"""Splits a map that is too large for a page into sheets, each of a few lanes with neighbours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.layout.compose import LEAST_POINTS, draw
from generator.layout.drawing import Drawing, SheetRoom
from generator.layout.graph import FlowGraph, Lane, Orientation


def draw_map_sheets(graph: FlowGraph, page: SheetRoom) -> tuple[Drawing, ...]:
    """Return a map as one sheet, or as few sheets as make its text legible on the page.

    Every sheet shows the nodes of its lanes, all their arrows, and the nodes of other lanes at the
    far ends of these arrows: an arrow between two sheets is drawn on both, so nothing is left out.
    Where no split makes the text large enough, the best one is returned.
    """
    best: tuple[Drawing, ...] = ()
    for count in range(1, len(graph.lanes) + 1):
        parts = tuple(_part(graph, lanes) for lanes in _runs(graph.lanes, count))
        drawings = tuple(
            replace(_larger(part, page), sheet=number, sheets=count)
            for number, part in enumerate(parts, 1)
        )
        if not best or _points(drawings, page) > _points(best, page):
            best = drawings
        if _points(best, page) >= LEAST_POINTS:
            break
    return best


def _points(drawings: Sequence[Drawing], page: SheetRoom) -> float:
    return min(drawing.points_on(page) for drawing in drawings)


def _larger(graph: FlowGraph, page: SheetRoom) -> Drawing:
    ways = (draw(graph, orientation) for orientation in Orientation)
    return max(ways, key=lambda drawing: drawing.points_on(page))


def _runs(lanes: Sequence[Lane], count: int) -> Iterator[frozenset[str]]:
    """The ids of the lanes in their order, in `count` runs whose lengths differ by one at most."""
    for number in range(count):
        start, end = (len(lanes) * each // count for each in (number, number + 1))
        yield frozenset(lane.id for lane in lanes[start:end])


def _part(graph: FlowGraph, lanes: frozenset[str]) -> FlowGraph:
    own = {node.id for node in graph.nodes if node.lane in lanes}
    edges = tuple(each for each in graph.edges if each.source in own or each.target in own)
    shown = own.union(*({each.source, each.target} for each in edges))
    nodes = tuple(node for node in graph.nodes if node.id in shown)
    used = lanes.union(node.lane for node in nodes)
    return replace(
        graph,
        lanes=tuple(lane for lane in graph.lanes if lane.id in used),
        nodes=nodes,
        edges=edges,
    )
