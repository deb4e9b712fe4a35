"""Lists the shapes that an arrow may take between two cells of the coarse grid.

The grid has two lines for each column and each row: the centre line on which nodes stand and the
channel before it. A shape is a polyline relative to the centre of its source, in half cells: even
numbers are centre lines, odd ones channels. Costs are counted in bends.
"""

from __future__ import annotations

from enum import IntEnum
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple, TypeAlias

GridCell: TypeAlias = tuple[int, int]
Polyline: TypeAlias = tuple[GridCell, ...]

BEND = 1.0
ALONG = 0.07
CROSSWISE = 0.05
BY_THE_BACK = 3.0
SIDE_OF_GATEWAY = 0.1
LEAVE_BY_SIDE = 0.5
ARRIVE_BY_SIDE = 0.4


class Side(IntEnum):
    """The side of a node; the flow runs to the right."""

    RIGHT = 0
    DOWN = 1
    LEFT = 2
    UP = 3


class Ends(NamedTuple):
    """What the cost of a shape depends on beside its form."""

    from_gateway: bool
    to_gateway: bool
    goes_back: bool


class RouteShape(NamedTuple):
    """A polyline with the sides that it uses and its cost without any conflict."""

    cost: float
    points: Polyline
    leaves: Side
    arrives: Side


@lru_cache(maxsize=16384)
def simple_shapes(columns: int, rows: int, ends: Ends) -> tuple[RouteShape, ...]:
    """Return the shapes with at most two bends to a cell so far away, cheapest first."""
    return _ranked(_up_to_two_bends(2 * columns, 2 * rows), ends)


@lru_cache(maxsize=16384)
def winding_shapes(columns: int, rows: int, ends: Ends) -> tuple[RouteShape, ...]:
    """Return the shapes with three and four bends, cheapest first."""
    if not columns and not rows:
        return _ranked(_self_loops(), ends)
    return _ranked(_three_and_four_bends(2 * columns, 2 * rows), ends)


@lru_cache(maxsize=16384)
def least_cost(columns: int, rows: int, ends: Ends) -> float:
    """Return the cost of the cheapest shape, which no conflict can lower."""
    shapes = simple_shapes(columns, rows, ends) or winding_shapes(columns, rows, ends)
    return shapes[0].cost


def side_towards(place: GridCell, other: GridCell) -> Side:
    """Return the side of a place on which a horizontal or vertical line to another leaves it."""
    if place[1] == other[1]:
        return Side.RIGHT if other[0] > place[0] else Side.LEFT
    return Side.DOWN if other[1] > place[1] else Side.UP


def _ranked(lines: list[Polyline], ends: Ends) -> tuple[RouteShape, ...]:
    return tuple(sorted(_costed(line, ends) for line in lines))


def _costed(line: Polyline, ends: Ends) -> RouteShape:
    leaves, arrives = side_towards(line[0], line[1]), side_towards(line[-1], line[-2])
    cost = (len(line) - 2) * BEND
    for (x0, y0), (x1, y1) in pairwise(line):
        cost += ALONG * abs(x1 - x0) + CROSSWISE * abs(y1 - y0)
    cost += _leaving(leaves, ends) + _arriving(arrives, ends)
    return RouteShape(cost, line, leaves, arrives)


def _leaving(side: Side, ends: Ends) -> float:
    if side in (Side.UP, Side.DOWN):
        return SIDE_OF_GATEWAY if ends.from_gateway else LEAVE_BY_SIDE
    if not ends.goes_back:
        return BY_THE_BACK if side is Side.LEFT else 0.0
    return 0.4 if side is Side.LEFT else 0.6  # a loop back may as well start backwards


def _arriving(side: Side, ends: Ends) -> float:
    if side in (Side.UP, Side.DOWN):
        return SIDE_OF_GATEWAY if ends.to_gateway else ARRIVE_BY_SIDE
    if side is Side.LEFT:
        return 0.0
    return 0.8 if ends.goes_back else BY_THE_BACK


def _up_to_two_bends(x: int, y: int) -> list[Polyline]:
    lines: list[Polyline] = []
    if bool(x) != bool(y):
        lines.append(((0, 0), (x, y)))
    if x and y:
        lines += [((0, 0), (x, 0), (x, y)), ((0, 0), (0, y), (x, y))]
    if y:
        lines += [((0, 0), (at, 0), (at, y), (x, y)) for at in _columns_between(x)]
    if x:
        lines += [((0, 0), (0, at), (x, at), (x, y)) for at in _rows_around(y)]
    return lines


def _columns_between(x: int) -> list[int]:
    """Return the channels in which a step to another row may stand."""
    if x > 0:
        return [*sorted({1, 3, x - 1, x - 3} & set(range(1, x))), x + 1]
    return sorted({1, -1, x + 1, x - 1})


def _rows_around(y: int) -> list[int]:
    return sorted({1, -1, 3, -3, y - 1, y + 1, y - 3, y + 3})


def _three_and_four_bends(x: int, y: int) -> list[Polyline]:
    first, last = 1, x - 1
    before = {first, last} if x > 0 else {last}
    lines: list[Polyline] = []
    for at in _rows_around(y):
        if x:
            lines += [((0, 0), (up, 0), (up, at), (x, at), (x, y)) for up in {first, last}]
        else:
            lines.append(((0, 0), (first, 0), (first, at), (x, at), (x, y)))
        lines += [((0, 0), (0, at), (down, at), (down, y), (x, y)) for down in before]
        if first != last:
            lines.append(((0, 0), (first, 0), (first, at), (last, at), (last, y), (x, y)))
    return lines


def _self_loops() -> list[Polyline]:
    return [((0, 0), (1, 0), (1, at), (0, at), (0, 0)) for at in (-1, 1)]
