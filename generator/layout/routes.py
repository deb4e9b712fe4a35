"""Says what two routes cost each other on the coarse grid, in bends."""

from __future__ import annotations

from generator.layout.channels import ChannelSegment, crossings_along, pieces_of
from generator.layout.masks import MaskGrid, Masks
from generator.layout.shapes import Polyline, RouteShape
from generator.layout.topology import Topology

CROSSING = 3.0
OVERLAP = 30.0
SHARED_PORT = 2.0
SHARED_LABELLED_PORT = 2.9
"""Branches with conditions that begin as one line make the reader guess which is which."""
LABELLED_STEM = 0.05
"""What each half cell of such a line costs."""
SHARED_STUB = 0.5
MERGE_ASIDE = 4.0
HEAD_ON = 0.8
MIXED_PORT = 12.0
NEIGHBOURS = 0.1
MERGED_AT_GATEWAY = 2.0
"""A gateway waits for each line that reaches it: lines that merge before it look like one."""

SAME_TARGET, SAME_SOURCE, FEEDS, IS_FED, LABELLED, AT_GATEWAY = 1, 2, 4, 8, 16, 32
TWINS = SAME_TARGET | SAME_SOURCE


class Route:
    """A route with its masks, ready to be compared with others; never changed once made."""

    __slots__ = ("_pieces", "arrives", "cost", "leaves", "line", "probe", "shadow", "through")

    def __init__(self, shape: RouteShape, line: Polyline, masks: Masks) -> None:
        self.line = line
        self.cost = shape.cost
        self.leaves = shape.leaves
        self.arrives = shape.arrives
        self.probe, self.shadow, self.through = masks
        self._pieces: tuple[ChannelSegment, ...] | None = None

    @property
    def pieces(self) -> tuple[ChannelSegment, ...]:
        """Its pieces in channels."""
        if self._pieces is None:
            self._pieces = pieces_of(self.line)
        return self._pieces


def relations(topology: Topology) -> tuple[tuple[int, ...], ...]:
    """Return for each pair of edges which ends they have in common, as bits."""
    source, target, labelled = topology.source, topology.target, topology.has_label
    return tuple(
        tuple(
            (SAME_TARGET if target[i] == target[j] else 0)
            | (SAME_SOURCE if source[i] == source[j] else 0)
            | (FEEDS if source[i] == target[j] else 0)
            | (IS_FED if target[i] == source[j] else 0)
            | (AT_GATEWAY if target[i] == target[j] and topology.is_gateway[target[i]] else 0)
            | (LABELLED if source[i] == source[j] and labelled[i] and labelled[j] else 0)
            for j in topology.edges
        )
        for i in topology.edges
    )


def clash(relation: int, a: Route, b: Route, grid: MaskGrid) -> float:
    """Return what the routes of two edges cost each other; symmetric but for the relation."""
    common = a.probe & b.shadow
    cost = CROSSING * (common & grid.lowest).bit_count() if common else 0.0
    if relation & TWINS == TWINS:  # twin flows must not lie on each other
        return cost + OVERLAP * ((a.leaves == b.leaves) + (a.arrives == b.arrives))
    if relation & SAME_TARGET and a.arrives == b.arrives:
        cost /= CROSSING  # they merge into a bus
        if relation & AT_GATEWAY:
            cost += MERGED_AT_GATEWAY
        return cost + HEAD_ON * _meet_head_on(a.line, b.line)
    aside = common >> grid.layer
    if aside & grid.lowest:
        cost += _overlap(relation, a, b)
        if relation & LABELLED and a.leaves == b.leaves:
            cost += LABELLED_STEM * (aside & grid.lowest).bit_count()
    if aside >> grid.layer:
        cost += _side_by_side(a, b)
    if relation & ~SAME_TARGET:
        cost += _shared_ports(relation, a, b)
    return cost


def _meet_head_on(a: Polyline, b: Polyline) -> bool:
    """Whether two routes meet from opposite sides and turn: it looks as if one led to the other."""
    count = 1
    while count < min(len(a), len(b)) and a[-count - 1] == b[-count - 1]:
        count += 1
    if count in (1, len(a), len(b)):
        return False
    (x, y), (ax, ay), (bx, by) = a[-count], a[-count - 1], b[-count - 1]
    return (ax == bx == x and (ay - y) * (by - y) < 0) or (
        ay == by == y and (ax - x) * (bx - x) < 0
    )


def _overlap(relation: int, a: Route, b: Route) -> float:
    if relation & SAME_SOURCE and a.leaves == b.leaves:
        return SHARED_STUB
    return MERGE_ASIDE if relation & SAME_TARGET else OVERLAP


def _side_by_side(a: Route, b: Route) -> float:
    neighbours, crossings = crossings_along(a.pieces, b.pieces)
    return NEIGHBOURS * neighbours + CROSSING * crossings


def _shared_ports(relation: int, a: Route, b: Route) -> float:
    cost = 0.0
    if relation & SAME_SOURCE and a.leaves == b.leaves:
        cost += SHARED_LABELLED_PORT if relation & LABELLED else SHARED_PORT
    if relation & FEEDS and a.leaves == b.arrives:
        cost += MIXED_PORT
    if relation & IS_FED and a.arrives == b.leaves:
        cost += MIXED_PORT
    return cost
