"""Holds nodes on cells and routes between them, and changes them where that is cheaper."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from generator.layout.masks import Grid
from generator.layout.routes import Route, clash, relations
from generator.layout.seating import Seating
from generator.layout.shapes import (
    BEND,
    Cell,
    Ends,
    Shape,
    least_cost,
    simple_shapes,
    winding_shapes,
)
from generator.layout.topology import Topology

Move: TypeAlias = Mapping[int, Cell]
"""Nodes and the (column, row) to which they go."""

GAIN = 1e-6
"""Changes that save less are not worth making; also keeps rounding from deciding."""
ANYTHING = 1e9


class Found(NamedTuple):
    """The cheapest route of an edge: its cost, conflicts included, and the conflicts by edge."""

    cost: float
    route: Route
    conflicts: dict[int, float]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A state of the board to return to."""

    cells: tuple[Cell, ...]
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
        self.columns = max(self.column, default=0) + 2
        self.rows = seating.lane_rows[-1][1]
        self.grid = Grid(self.columns, self.rows)
        self.node_at: dict[Cell, int] = {}
        self.nodes_in_row = [0] * self.rows
        self.work = 0
        self.occupied = 0
        for column in range(self.columns):
            self.occupied |= self.grid.bit(column, -1) | self.grid.bit(column, self.rows)
        for node in topology.nodes:
            self._put(node, (self.column[node], self.row[node]))
        self._relations = relations(topology)
        self._ends = [
            Ends(topology.is_gateway[s], topology.is_gateway[t], edge in topology.feedback)
            for edge, (s, t) in enumerate(zip(topology.source, topology.target, strict=True))
        ]
        self.routes: dict[int, Route] = {}
        self.conflicts = [[0.0] * len(topology.edges) for _ in topology.edges]
        for edge in self.by_length(topology.edges):
            self._accept(edge, self.cheapest(edge, ANYTHING))

    def _put(self, node: int, cell: Cell) -> None:
        self.column[node], self.row[node] = cell
        self.node_at[cell] = node
        self.nodes_in_row[cell[1]] += 1
        self.occupied |= self.grid.bit(*cell)

    def _take(self, node: int) -> None:
        cell = (self.column[node], self.row[node])
        del self.node_at[cell]
        self.nodes_in_row[cell[1]] -= 1
        self.occupied &= ~self.grid.bit(*cell)

    def by_length(self, edges: Iterable[int]) -> list[int]:
        """Return edges, short ones first and loops back last."""
        return sorted(edges, key=self._length)

    def _length(self, edge: int) -> tuple[bool, int, int]:
        columns, rows = self._distance(edge)
        return (edge in self.topology.feedback, abs(columns) + abs(rows), edge)

    def _distance(self, edge: int) -> Cell:
        source, target = self.topology.source[edge], self.topology.target[edge]
        return (
            self.column[target] - self.column[source],
            self.row[target] - self.row[source],
        )

    def cheapest(self, edge: int, limit: float) -> Found | None:
        """Return the cheapest route of an edge given those of the others, if below a limit."""
        candidates = _Candidates(self, edge, limit)
        columns, rows = self._distance(edge)
        candidates.try_all(simple_shapes(columns, rows, self._ends[edge]))
        if candidates.limit >= 3 * BEND:
            candidates.try_all(winding_shapes(columns, rows, self._ends[edge]))
        return candidates.best

    def relations_of(self, edge: int) -> tuple[int, ...]:
        """Return which ends an edge shares with each other edge."""
        return self._relations[edge]

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
                now = self.routes[edge].cost + sum(self.conflicts[edge])
                found = self.cheapest(edge, now - GAIN)
                if found is not None:
                    self._accept(edge, found)
                    changed = True
            if not changed:
                break

    def total(self) -> float:
        """Return the cost of all routes, conflicts and rows in use."""
        routes = sum(route.cost for _, route in sorted(self.routes.items()))
        return routes + sum(map(sum, self.conflicts)) / 2 + self._cost_of_rows()

    def _cost_of_rows(self) -> float:
        return self.row_cost * sum(1 for count in self.nodes_in_row if count)

    def _cost_of(self, edges: Iterable[int]) -> float:
        """Return the cost of some edges, conflicts among them counted once."""
        cost = 0.0
        counted: list[int] = []
        for edge in edges:
            own = self.conflicts[edge]
            cost += self.routes[edge].cost + sum(own) - sum(own[other] for other in counted)
            counted.append(edge)
        return cost

    def worst_pairs(self) -> list[tuple[int, int]]:
        """Return the pairs of edges that cross, overlap or share a port."""
        return [
            (edge, other)
            for edge in self.topology.edges
            for other in range(edge)
            if self.conflicts[edge][other] >= 1
        ]

    def try_move(self, move: Move, slack: float = 0.0) -> set[int] | None:
        """Move nodes and route anew the edges that this touches; keep it if cheaper.

        With `slack` the move may even cost so much more. Returns the edges routed anew, or None
        when everything stays as it was.
        """
        before = {node: (self.column[node], self.row[node]) for node in move}
        touched = {edge for node in move for edge in self.topology.edges_of[node]}
        landing = 0
        for cell in move.values():
            landing |= self.grid.bit(*cell)
        touched |= {edge for edge, route in self.routes.items() if route.through & landing}
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
        kept = {edge: self.routes.pop(edge) for edge in touched}
        found: dict[int, Found] = {}
        for edge in self.by_length(touched):
            cost -= least[edge]
            way = self.cheapest(edge, limit - cost)
            if way is None:
                self.routes.update(kept)
                return None
            cost += way.cost
            self.routes[edge] = way.route
            found[edge] = way
        return found

    def snapshot(self) -> Snapshot:
        """Return the present state."""
        return Snapshot(
            tuple(zip(self.column, self.row, strict=True)),
            tuple(self.routes[edge] for edge in self.topology.edges),
            tuple(map(tuple, self.conflicts)),
        )

    def restore(self, state: Snapshot) -> None:
        """Return to an earlier state."""
        self._relocate(dict(enumerate(state.cells)))
        self.routes = dict(enumerate(state.routes))
        self.conflicts = [list(row) for row in state.conflicts]


class _Candidates:
    """The search for the cheapest route of one edge."""

    def __init__(self, board: Board, edge: int, limit: float) -> None:
        source = board.topology.source[edge]
        column, row = board.column[source], board.row[source]
        self.board = board
        self.limit = limit
        self.best: Found | None = None
        self.relations = board.relations_of(edge)
        self.shift = board.grid.shift(column, row)
        self.corner = (2 * column + 1, 2 * row + 1)
        self.others = [(other, route) for other, route in board.routes.items() if other != edge]
        self.related = [pair for pair in self.others if self.relations[pair[0]]]
        crosswise = centre = channel = 0
        for _, route in self.others:
            crosswise |= route.crosswise
            centre |= route.centre
            channel |= route.channel
        self.crosswise = crosswise << self.shift
        self.centre = centre << self.shift
        self.channel = channel << self.shift
        self.occupied = board.occupied << self.shift

    def try_all(self, shapes: tuple[Shape, ...]) -> None:
        """Try shapes, cheapest first, until the next cannot be better than what is found."""
        masks_of, tried = self.board.grid.masks, 0
        for shape in shapes:
            if shape.cost >= self.limit:
                break
            masks = masks_of(shape.points)
            if masks.through & self.occupied:
                continue
            tried += 1
            free = not (
                masks.inner & self.crosswise
                or masks.centre & self.centre
                or masks.channel & self.channel
            )
            self._try(shape, self.related if free else self.others)
        self.board.work += tried * len(self.relations)

    def _try(self, shape: Shape, rivals: list[tuple[int, Route]]) -> None:
        route = self._route(shape)
        cost, conflicts = shape.cost, {}
        inner, centre, channel = route.inner, route.centre, route.channel
        for other, rival in rivals:
            relation = self.relations[other]
            if (
                relation
                or inner & rival.crosswise
                or centre & rival.centre
                or channel & rival.channel
            ):
                loss = clash(relation, route, rival)
                if loss:
                    conflicts[other] = loss
                    cost += loss
                    if cost >= self.limit:
                        return
        self.limit = cost
        self.best = Found(cost, route, conflicts)

    def _route(self, shape: Shape) -> Route:
        masks = self.board.grid.masks(shape.points)
        shift, (x0, y0) = self.shift, self.corner
        return Route(
            masks.inner >> shift,
            masks.crosswise >> shift,
            masks.centre >> shift,
            masks.channel >> shift,
            through=masks.through >> shift,
            leaves=shape.leaves,
            arrives=shape.arrives,
            line=tuple([(x0 + x, y0 + y) for x, y in shape.points]),
            cost=shape.cost,
        )
