"""What an older version of a form printed, and today's does not, is nothing that somebody typed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from generator.collect.paper.blank import BlankForm, joined, mark_of, pieces_of
from generator.collect.paper.spots import SeenText, Spot


def drop_older_print(spots: Iterable[Spot], blank: BlankForm, marks: Counter[str]) -> None:
    """Take out of spots what the file says that it printed, and that today's form does not print.

    `marks` are those that the file carries; each is taken as often as it was printed. A box that
    loses its words keeps them as its label.
    """
    today = blank.marks
    for spot in spots:
        for line in spot.lines:
            line[:] = _left(spot, line, today, marks)


def _left(
    spot: Spot, line: list[SeenText], today: frozenset[str], marks: Counter[str]
) -> list[SeenText]:
    left: list[SeenText] = []
    for piece in pieces_of(line):
        mark = mark_of(piece, spot)
        known = marks.get(mark, 0) > 0
        if known:
            marks[mark] -= 1
        if not known or mark in today:
            left += piece
        elif left and left[-1].control is not None:
            left[-1].control.label = joined(piece).strip()
    return left
