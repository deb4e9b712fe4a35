"""Holds nodes on cells and routes between them, and changes them where that is cheaper."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import NamedTuple, TypeAlias

from generator.layout.routes import (
    CROSSING,
    OVERLAP,
    SHARED_LABELLED_PORT,
    Route,
    clash,
    relations,
)
from generator.layout.seating import Seating
from generator.layout.shapes import (
    BEND,
    Ends,
    GridCell,
    least_cost,
    simple_shapes,
    winding_shapes,
)
from generator.layout.topology import Topology
from generator.layout.ways import ShapesOf, Ways, atlas_of

Move: TypeAlias = Mapping[int, GridCell]
"""Nodes and the (column, row) to which they go."""

GAIN = 1e-6
"""Changes that save less are not worth making; also keeps rounding from deciding."""
ANYTHING = 1e9
SPARE_COLUMNS, SPARE_FOR_ENTRIES = 2, 5
"""Columns for detours; where a flow has several entries, columns open in front of their steps."""
ASIDE = 0.05
WORTH_A_DETOUR = 1.5 * BEND
WORTH_A_KICK = CROSSING
"""From this cost on, the search tries to part two edges by force; shared ports may stay."""


class _Rivals(NamedTuple):
    """Which ends an edge shares with each other edge, and which edges share any or none."""

    relations: tuple[int, ...]
    related: tuple[int, ...]
    strangers: tuple[int, ...]


class Found(NamedTuple):
    """The cheapest route of an edge: its cost, conflicts included, and the conflicts by edge."""

    cost: float
    route: Route
    conflicts: dict[int, float]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A state of the board to return to."""

    cells: tuple[GridCell, ...]
    routes: tuple[Route, ...]
    conflicts: tuple[tuple[float, ...], ...]


class Board:
    """The mutable state of the search.

    `work` counts the candidate routes that were looked at, times the number of edges; it bounds
    the search by counts, so that the same graph gets the same drawing on every machine.
    """

    def __init__(self, topology: Topology, seating: Seating, *, row_cost: float) -> None:
        self.topology = topology
        self.lane_rows = seating.lane_rows
        self.row_cost = row_cost
        self.column = list(seating.columns)
        self.row = list(seating.rows)
        spare = SPARE_COLUMNS if topology.entries <= 1 else SPARE_FOR_ENTRIES
        self.columns = max(self.column, default=0) + 1 + spare
        self.rows = seating.lane_rows[-1][1]
        self._atlas = atlas_of(self.columns, self.rows)
        self.grid = self._atlas.grid
        self._bits = self._atlas.bits
        self.node_at: dict[GridCell, int] = {}
        self.nodes_in_row = [0] * self.rows
        self.work = 0
        self.occupied = 0
        for column in range(self.columns):
            self.occupied |= self.grid.bit(column, -1) | self.grid.bit(column, self.rows)
        for node in topology.nodes:
            self._put(node, (self.column[node], self.row[node]))
        self._rivals = [
            _Rivals(
                row,
                tuple(other for other, shared in enumerate(row) if shared and other != edge),
                tuple(other for other, shared in enumerate(row) if not shared),
            )
            for edge, row in enumerate(relations(topology))
        ]
        self._ends = [
            Ends(topology.is_gateway[s], topology.is_gateway[t], edge in topology.feedback)
            for edge, (s, t) in enumerate(zip(topology.source, topology.target, strict=True))
        ]
        self.routes: list[Route | None] = [None for _ in topology.edges]
        self.conflicts = [[0.0] * len(topology.edges) for _ in topology.edges]
        for edge in self.by_length(topology.edges):
            self._accept(edge, self.cheapest(edge, ANYTHING))

    def _put(self, node: int, cell: GridCell) -> None:
        self.column[node], self.row[node] = cell
        self.node_at[cell] = node
        self.nodes_in_row[cell[1]] += 1
        self.occupied |= self._bits[cell]

    def _take(self, node: int) -> None:
        cell = (self.column[node], self.row[node])
        del self.node_at[cell]
        self.nodes_in_row[cell[1]] -= 1
        self.occupied &= ~self._bits[cell]

    def by_length(self, edges: Iterable[int]) -> list[int]:
        """Return edges, short ones first and loops back last."""
        return sorted(edges, key=self._length)

    def _length(self, edge: int) -> tuple[bool, int, int]:
        columns, rows = self._distance(edge)
        return (edge in self.topology.feedback, abs(columns) + abs(rows), edge)

    def _distance(self, edge: int) -> GridCell:
        source, target = self.topology.source[edge], self.topology.target[edge]
        return (
            self.column[target] - self.column[source],
            self.row[target] - self.row[source],
        )

    def cheapest(self, edge: int, limit: float) -> Found | None:
        """Return the cheapest route of an edge given those of the others, if below a limit."""
        candidates = _Candidates(self, edge, limit)
        candidates.try_all(self._ways(edge, simple_shapes))
        if candidates.limit >= 3 * BEND:
            candidates.try_all(self._ways(edge, winding_shapes))
        return candidates.best

    def _ways(self, edge: int, shapes: ShapesOf) -> Ways:
        source = self.topology.source[edge]
        cell = (self.column[source], self.row[source])
        return self._atlas.ways(shapes, cell, self._distance(edge), self._ends[edge])

    def rivals_of(self, edge: int) -> _Rivals:
        """Return how the other edges are related to an edge."""
        return self._rivals[edge]

    def route_of(self, edge: int) -> Route:
        """Return the present route of an edge."""
        route = self.routes[edge]
        if route is None:
            raise AssertionError("an edge is without a route only while it is routed anew")
        return route

    def _accept(self, edge: int, found: Found | None) -> None:
        if found is None:
            raise AssertionError("every edge has a route when no limit is set")
        self.routes[edge] = found.route
        own = self.conflicts[edge]
        for other in self.topology.edges:
            own[other] = self.conflicts[other][edge] = found.conflicts.get(other, 0.0)

    def sweep(self, rounds: int) -> None:
        """Let each edge take its cheapest route given the others, for at most so many rounds."""
        for _ in range(rounds):
            changed = False
            for edge in self.by_length(self.topology.edges):
                now = self.route_of(edge).cost + sum(self.conflicts[edge])
                found = self.cheapest(edge, now - GAIN)
                if found is not None:
                    self._accept(edge, found)
                    changed = True
            if not changed:
                break

    def total(self) -> float:
        """Return the cost of all routes, conflicts and rows in use."""
        routes = sum(self.route_of(edge).cost for edge in self.topology.edges)
        return routes + sum(map(sum, self.conflicts)) / 2 + self._cost_of_rows()

    def _cost_of_rows(self) -> float:
        """What rows in use cost, and nodes aside of the main row of their lane."""
        counts = self.nodes_in_row
        aside = len(self.row) - sum(max(counts[first:end]) for first, end in self.lane_rows)
        return self.row_cost * (len(counts) - counts.count(0)) + ASIDE * aside

    def _cost_of(self, edges: Iterable[int]) -> float:
        """Return the cost of some edges, conflicts among them counted once."""
        cost = 0.0
        counted: list[int] = []
        for edge in edges:
            own = self.conflicts[edge]
            cost += self.route_of(edge).cost + sum(own) - sum(own[other] for other in counted)
            counted.append(edge)
        return cost

    def worst_pairs(self) -> list[tuple[int, int]]:
        """Return the pairs of edges that cross, overlap or share a port without need."""
        return [
            (edge, other)
            for edge in self.topology.edges
            for other in range(edge)
            if self.conflicts[edge][other] >= self._worth_a_kick(edge, other)
        ]

    def _worth_a_kick(self, edge: int, other: int) -> float:
        source = self.topology.source
        if source[edge] == source[other] in self.topology.crowded:
            return SHARED_LABELLED_PORT + CROSSING
        return WORTH_A_KICK

    def costly_edges(self) -> list[int]:
        """Return the edges with long detours, compared with the shortest way, longest first."""
        costly = [edge for edge in self.topology.edges if self._excess(edge) >= WORTH_A_DETOUR]
        return sorted(costly, key=lambda edge: (-self._excess(edge), edge))

    def _excess(self, edge: int) -> float:
        return self.route_of(edge).cost - least_cost(*self._distance(edge), self._ends[edge])

    def lost(self) -> float:
        """Return what those pairs cost together."""
        return sum(self.conflicts[edge][other] for edge, other in self.worst_pairs())

    def try_move(self, move: Move, slack: float = 0.0, also: Iterable[int] = ()) -> set[int] | None:
        """Move nodes and route anew the edges that this touches, and others; keep it if cheaper.

        With `slack` the move may even cost so much more. Returns the edges routed anew, or None
        when everything stays as it was.
        """
        before = {node: (self.column[node], self.row[node]) for node in move}
        touched = {edge for node in move for edge in self.topology.edges_of[node]}
        landing = 0
        for cell in move.values():
            landing |= self._bits[cell]
        touched |= {edge for edge in self.topology.edges if self.route_of(edge).through & landing}
        touched.update(also)
        limit = self._cost_of(sorted(touched)) + self._cost_of_rows() + slack - GAIN
        self._relocate(move)
        back = any(self.topology.comes_back(node, self.column) for node in move)
        found = None if back else self._reroute(touched, limit)
        if found is None:
            self._relocate(before)
            return None
        for edge, way in found.items():
            self._accept(edge, way)
        return touched

    def _relocate(self, move: Move) -> None:
        for node in move:
            self._take(node)
        for node, cell in move.items():
            self._put(node, cell)

    def _reroute(self, touched: set[int], limit: float) -> dict[int, Found] | None:
        least = {edge: least_cost(*self._distance(edge), self._ends[edge]) for edge in touched}
        cost = self._cost_of_rows() + sum(least[edge] for edge in sorted(touched))
        if cost >= limit:
            return None
        kept = list(self.routes)
        for edge in touched:
            self.routes[edge] = None
        found: dict[int, Found] = {}
        for edge in self.by_length(touched):
            cost -= least[edge]
            way = self.cheapest(edge, limit - cost)
            if way is None:
                self.routes = kept
                return None
            cost += way.cost
            self.routes[edge] = way.route
            found[edge] = way
        return found

    def snapshot(self) -> Snapshot:
        """Return the present state."""
        return Snapshot(
            tuple(zip(self.column, self.row, strict=True)),
            tuple(self.route_of(edge) for edge in self.topology.edges),
            tuple(map(tuple, self.conflicts)),
        )

    def restore(self, state: Snapshot) -> None:
        """Return to an earlier state."""
        self._relocate(dict(enumerate(state.cells)))
        self.routes = list(state.routes)
        self.conflicts = [list(row) for row in state.conflicts]


class _Candidates:
    """The search for the cheapest route of one edge, given the routes of its rivals."""

    def __init__(self, board: Board, edge: int, limit: float) -> None:
        self.board = board
        self.limit = limit
        self.best: Found | None = None
        self.relations, related, strangers = board.rivals_of(edge)
        routes = board.routes
        self.related = [(other, route) for other in related if (route := routes[other])]
        self.strangers = [(other, route) for other in strangers if (route := routes[other])]
        self.shadow = reduce(or_, [route.shadow for _, route in self.strangers], 0)

    def try_all(self, ways: Ways) -> None:
        """Try routes, cheapest first, until the next cannot be better than what is found."""
        occupied, shadow, made = self.board.occupied, self.shadow, len(ways.routes)
        tried = 0
        for number, cost in enumerate(ways.costs):
            if cost >= self.limit:
                break
            route = ways.routes[number] if number < made else ways.next_route()
            if route.through & occupied:
                continue
            tried += 1
            hits = route.probe & shadow
            if not hits:
                self._try(route, self.related)
            elif cost + self._least_loss(hits) < self.limit:
                near = [pair for pair in self.strangers if route.probe & pair[1].shadow]
                self._try(route, self.related + near)
        self.board.work += tried * len(self.relations)

    def _least_loss(self, hits: int) -> float:
        """What a route loses at least where it meets strangers."""
        grid = self.board.grid
        loss = CROSSING * (hits & grid.lowest).bit_count()
        return loss + OVERLAP if hits >> grid.layer & grid.lowest else loss

    def _try(self, route: Route, rivals: list[tuple[int, Route]]) -> None:
        cost, conflicts, grid = route.cost, {}, self.board.grid
        for other, rival in rivals:
            loss = clash(self.relations[other], route, rival, grid)
            if loss:
                conflicts[other] = loss
                cost += loss
                if cost >= self.limit:
                    return
        self.limit = cost
        self.best = Found(cost, route, conflicts)
