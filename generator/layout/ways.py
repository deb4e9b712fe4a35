"""Keeps the routes between pairs of cells, so that both orientations of a diagram share them."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TypeAlias

from generator.layout.masks import MaskGrid
from generator.layout.routes import Route
from generator.layout.shapes import Ends, GridCell, RouteShape

ShapesOf: TypeAlias = Callable[[int, int, Ends], tuple[RouteShape, ...]]


class Ways:
    """The shapes between two cells as routes, made when they are first asked for."""

    def __init__(self, grid: MaskGrid, cell: GridCell, shapes: tuple[RouteShape, ...]) -> None:
        self._grid = grid
        self._cell = cell
        self._shapes = shapes
        self.costs = [shape.cost for shape in shapes]
        self.routes: list[Route] = []

    def next_route(self) -> Route:
        """Make the next route and return it."""
        shape = self._shapes[len(self.routes)]
        x0, y0 = 2 * self._cell[0] + 1, 2 * self._cell[1] + 1
        line = tuple([(x0 + x, y0 + y) for x, y in shape.points])
        route = Route(shape, line, self._grid.masks(line))
        self.routes.append(route)
        return route


class Atlas:
    """The bits of the cells of a grid, and all ways on it that were asked for so far."""

    def __init__(self, columns: int, rows: int) -> None:
        self.grid = MaskGrid(columns, rows)
        self.bits = {
            (column, row): self.grid.bit(column, row)
            for column in range(columns)
            for row in range(rows)
        }
        self._known: dict[tuple[ShapesOf, GridCell, GridCell, Ends], Ways] = {}

    def ways(self, shapes: ShapesOf, cell: GridCell, distance: GridCell, ends: Ends) -> Ways:
        """Return the ways from a cell to another one so far away."""
        key = (shapes, cell, distance, ends)
        ways = self._known.get(key)
        if ways is None:
            ways = self._known[key] = Ways(self.grid, cell, shapes(*distance, ends))
        return ways


@lru_cache(maxsize=2)
def atlas_of(columns: int, rows: int) -> Atlas:
    """Return the atlas of a grid; what it remembers never changes what is found."""
    return Atlas(columns, rows)
