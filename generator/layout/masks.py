"""Turns routes on the coarse grid into bit masks, so that conflicts are counted by AND.

A place of the grid is two bits, one for a horizontal line and one for a vertical line there.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from generator.layout.shapes import GridCell, Polyline

MARGIN = 3
"""Half cells left free around the grid for lines that run outside of it."""


class Masks(NamedTuple):
    """What a route covers, and what it must be compared with.

    `probe` and `shadow` are three layers one above the other. In the lowest the probe has the
    places inside its pieces in their own direction and the shadow has them crosswise, so that
    common bits are crossings; the layers for pieces on centre lines and in channels, ends
    included, are alike in both. `through` are the cells that a route runs over, its ends left out.
    """

    probe: int
    shadow: int
    through: int


class MaskGrid:
    """The places of a grid with so many columns and rows of nodes."""

    def __init__(self, columns: int, rows: int) -> None:
        self._stride = 2 * columns + 1 + 2 * MARGIN
        self._pieces: dict[tuple[GridCell, GridCell], Masks] = {}
        self.layer = 2 * self._stride * (2 * rows + 1 + 2 * MARGIN)
        self.lowest = (1 << self.layer) - 1
        longest = 2 * max(columns, rows) + 4 * MARGIN
        self._combs = {
            step: _combs(longest, step) for step in (2, 4, 2 * self._stride, 4 * self._stride)
        }

    def bit(self, column: int, row: int) -> int:
        """Return the mask of a cell."""
        return 1 << self._place(2 * column + 1, 2 * row + 1)

    def _place(self, x: int, y: int) -> int:
        return 2 * ((y + MARGIN) * self._stride + x + MARGIN)

    def masks(self, line: Polyline) -> Masks:
        """Return the masks of a route in half cells."""
        probe = shadow = through = 0
        for ends in pairwise(line):
            piece = self._pieces.get(ends)
            if piece is None:
                piece = self._pieces[ends] = self._piece(*ends)
            probe |= piece[0]
            shadow |= piece[1]
            through |= piece[2]
        through &= ~(1 << self._place(*line[0]) | 1 << self._place(*line[-1]))
        return Masks(probe, shadow, through)

    def _piece(self, start: GridCell, end: GridCell) -> Masks:
        (x, y), high = (start, end) if start < end else (end, start)
        horizontal = y == high[1]
        length = high[0] - x if horizontal else high[1] - y
        step = 2 if horizontal else 2 * self._stride
        base = self._place(x, y)
        run = self._combs[step][length - 1] << base + step
        inner, crosswise = (run, run << 1) if horizontal else (run << 1, run)
        if (y if horizontal else x) % 2 == 0:
            whole = self._combs[step][length + 1] << base + (not horizontal) + 2 * self.layer
            return Masks(inner | whole, crosswise | whole, 0)
        whole = self._combs[step][length] << base + (not horizontal) + self.layer
        first = (x if horizontal else y) % 2 == 0  # nodes stand on odd lines
        cells = self._combs[2 * step][(length + 2 - first) // 2] << base + step * first
        return Masks(inner | whole, crosswise | whole, cells)


def _combs(longest: int, step: int) -> list[int]:
    """Return masks of 0, 1, 2, … bits that are `step` apart, from bit 0."""
    combs = [0]
    for count in range(longest):
        combs.append(combs[-1] | 1 << step * count)
    return combs
