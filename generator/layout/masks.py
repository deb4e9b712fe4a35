"""Turns routes on the coarse grid into bit masks, so that conflicts are counted by AND.

A place of the grid is a bit; every place has two bits, one for a horizontal line and one for a
vertical line. Shapes are turned into masks once, around a reference place far enough from bit 0
that every shape fits, and are moved to their source by a shift.
"""

from __future__ import annotations

from typing import NamedTuple

from generator.layout.shapes import Polyline

MARGIN = 3
"""Half cells left free around the grid for lines that run outside of it."""


class Masks(NamedTuple):
    """What a polyline covers.

    `inner` is where its pieces run, ends left out, in their own direction; `crosswise` the same
    places in the other direction, so that `a.inner & b.crosswise` are the crossings of a and b.
    `centre` and `channel` are the pieces with their ends, on centre lines and in channels;
    `through` the cells that it runs over (one bit a cell).
    """

    inner: int
    crosswise: int
    centre: int
    channel: int
    through: int


class Grid:
    """The places of a grid with so many columns and rows of nodes."""

    def __init__(self, columns: int, rows: int) -> None:
        self.stride = 2 * columns + 2 * MARGIN
        self._origin = (2 * rows + 2 * MARGIN + 3) * self.stride
        longest = 2 * max(columns, rows) + 4 * MARGIN
        self._across = [_comb(count, 2) for count in range(longest)]
        self._down = [_comb(count, 2 * self.stride) for count in range(longest)]
        self._cells_across = [_comb(count, 4) for count in range(longest)]
        self._cells_down = [_comb(count, 4 * self.stride) for count in range(longest)]
        self._made: dict[Polyline, Masks] = {}

    def place(self, column: int, row: int) -> int:
        """Return the number of a cell's place."""
        return (2 * row + MARGIN + 2) * self.stride + 2 * column + MARGIN

    def bit(self, column: int, row: int) -> int:
        """Return the mask of a cell."""
        return 1 << 2 * self.place(column, row)

    def shift(self, column: int, row: int) -> int:
        """Return by how much masks must be shifted to the right to begin at a cell."""
        return 2 * (self._origin - self.place(column, row))

    def masks(self, line: Polyline) -> Masks:
        """Return the masks of a polyline that begins at the reference place."""
        made = self._made.get(line)
        if made is None:
            made = self._made[line] = self._of(line)
        return made

    def _of(self, line: Polyline) -> Masks:
        inner = crosswise = centre = channel = through = 0
        for start, end in zip(line, line[1:], strict=False):
            low, high = (start, end) if start < end else (end, start)
            level = low[1] == high[1]
            base = 2 * (self._origin + low[1] * self.stride + low[0])
            length = high[0] - low[0] if level else high[1] - low[1]
            comb, step = (self._across, 2) if level else (self._down, 2 * self.stride)
            run = comb[length - 1] << base + step
            inner |= run if level else run << 1
            crosswise |= run << 1 if level else run
            whole = comb[length + 1] << base + (0 if level else 1)
            if (low[1] if level else low[0]) & 1:
                channel |= whole
            else:
                centre |= comb[length] << base + (0 if level else 1)
                through |= self._cells(low, length, level=level)
        for x, y in (line[0], line[-1]):
            through &= ~(1 << 2 * (self._origin + y * self.stride + x))
        return Masks(inner, crosswise, centre, channel, through)

    def _cells(self, low: tuple[int, int], length: int, *, level: bool) -> int:
        """Return the cells that a piece on a centre line runs over."""
        along = low[0] if level else low[1]
        first = along + (along & 1)
        count = (along + length - first) // 2 + 1
        if count <= 0:
            return 0
        x, y = (first, low[1]) if level else (low[0], first)
        comb = self._cells_across if level else self._cells_down
        return comb[count] << 2 * (self._origin + y * self.stride + x)


def _comb(count: int, step: int) -> int:
    """Return `count` bits, `step` apart, from bit 0."""
    return ((1 << step * count) - 1) // ((1 << step) - 1)

