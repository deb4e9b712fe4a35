"""Plans a diagram on a coarse grid: which cell each node takes and which way each arrow goes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from generator.layout.board import ANYTHING, GAIN, Board
from generator.layout.routes import CROSSING
from generator.layout.search import Effort, improve
from generator.layout.seating import seat
from generator.layout.shapes import Polyline
from generator.layout.topology import Topology

STARTS = (
    (0, Effort(patience=4)),
    (1, Effort(patience=5)),
    (0, Effort(patience=8, kicking=150_000, seed=31337)),
    (0, Effort(patience=8, kicking=150_000, seed=8)),
    (0, Effort(patience=8, kicking=150_000, seed=1)),
)
"""Spare rows around each lane, and how long to search."""
WORTH_ANOTHER = (GAIN, 2 * CROSSING, 2 * CROSSING + GAIN, 2 * CROSSING + GAIN, ANYTHING)
"""With fewer conflicts left than this, the starts after each one are not tried."""
ROUNDS_OF_MAPS = 8
USUAL_EDGES, MOST_EFFORT = 35, 2.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Cells of nodes and routes of edges; no column or row is empty, but lanes without nodes.

    Routes are polylines in half cells: line 2n + 1 is the centre of column or row n, line 2n the
    channel before it. `lane_rows` are the rows [first, end) of each lane.
    """

    columns: int
    rows: int
    column: tuple[int, ...]
    row: tuple[int, ...]
    lane_rows: tuple[tuple[int, int], ...]
    routes: tuple[Polyline, ...]


@lru_cache(maxsize=256)
def plan(topology: Topology, *, row_cost: float) -> Plan:
    """Return the best plan found; `row_cost` is what each row in use costs, in bends.

    Remembered, because the page, the files and each language draw the same flow.
    """
    if topology.ordered:
        board = Board(topology, seat(topology, spare=0), row_cost=row_cost)
        board.sweep(ROUNDS_OF_MAPS)
        return _compact(board)
    best: Board | None = None
    for turn, (spare, effort) in enumerate(STARTS):
        board = Board(topology, seat(topology, spare=spare), row_cost=row_cost)
        improve(board, _scaled(effort, len(topology.edges)))
        if best is None or board.lost() + board.total() < best.lost() + best.total():
            best = board
        if best.lost() < WORTH_ANOTHER[turn]:
            break
    if best is None:
        raise AssertionError("there is at least one start")
    return _compact(best)


def _scaled(effort: Effort, edges: int) -> Effort:
    """Give large graphs more moves, and work in proportion, as each move costs more."""
    factor = min(max(1.0, edges / USUAL_EDGES), MOST_EFFORT)
    return replace(
        effort,
        moves=int(effort.moves * factor),
        work=int(effort.work * factor * factor),
        kicking=int(effort.kicking * factor),
    )


def _compact(board: Board) -> Plan:
    """Drop the columns and rows on which no node stands."""
    used = {row for row, nodes in enumerate(board.nodes_in_row) if nodes}
    for first, end in board.lane_rows:
        if not used & set(range(first, end)):
            used.add(first)
    new_row = _renumbered(used, board.rows)
    new_column = _renumbered(set(board.column), board.columns)
    return Plan(
        columns=new_column[board.columns],
        rows=new_row[board.rows],
        column=tuple(new_column[column] for column in board.column),
        row=tuple(new_row[row] for row in board.row),
        lane_rows=tuple((new_row[first], new_row[end]) for first, end in board.lane_rows),
        routes=tuple(
            _simplified(
                (2 * new_column[max(x, 0) >> 1] + (x & 1), 2 * new_row[max(y, 0) >> 1] + (y & 1))
                for x, y in board.route_of(edge).line
            )
            for edge in board.topology.edges
        ),
    )


def _renumbered(used: set[int], count: int) -> Sequence[int]:
    """Return for each old number, and those just behind the last, the new one."""
    numbers, new = [], 0
    for old in range(count + 4):
        numbers.append(new)
        new += old in used
    return numbers


def _simplified(points: Iterable[tuple[int, int]]) -> Polyline:
    """Drop the points at which a line does not turn, also where it would turn back on itself."""
    line: list[tuple[int, int]] = []
    for point in points:
        line.append(point)
        while len(line) > 1 and (line[-1] == line[-2] or _one_line(line[-3:])):
            del line[-2]
    return tuple(line)


def _one_line(points: Sequence[tuple[int, int]]) -> bool:
    if len(points) < 3:  # noqa: PLR2004 - two points are always on one line
        return False
    (ax, ay), (bx, by), (cx, cy) = points
    return ax == bx == cx or ay == by == cy
