"""How wide text runs, and what fits: prompts are cut to their cell, columns to their paper."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

TWIPS_PER_POINT = 20
CELL_MARGINS = 170  # both sides
EN_SPACE = "\u2002"
_SQUARE = 100  # hundredths of the size
_LATIN = 56  # Arial's lower case
_WIDEST_BLANK = 16


@lru_cache(maxsize=4096)  # the cells of a column ask the same
def hundredths(text: str) -> int:
    """Return the width of a line of text in hundredths of its size.

    An East Asian character is as wide as its size. A sum of fractions would round as the version
    of Python does.
    """
    return sum(_SQUARE if unicodedata.east_asian_width(each) in "WFA" else _LATIN for each in text)


def ems(text: str) -> float:
    """Return the width of a line of text in units of its size."""
    return hundredths(text) / _SQUARE


def lines(text: str, width: int, size: int) -> int:
    """Return the lines that a text takes in a cell; width in twips, size in half points."""
    room = max(1.0, (width - CELL_MARGINS) / TWIPS_PER_POINT / (size / 2) - 0.5)
    return sum(max(1, math.ceil(ems(each) / room)) for each in text.split("\n"))


def line_width(text: str, size: int) -> int:
    """Return the width of a cell, in twips, in which a text stands on one line."""
    return math.ceil((ems(text) + 0.5) * size / 2 * TWIPS_PER_POINT) + CELL_MARGINS


def fitting(texts: Iterable[str], width: int, size: int, most: int = 1) -> str:
    """Return the first text that fits into so many lines, else the last one."""
    last = ""
    for last in filter(None, texts):
        if lines(last, width, size) <= most:
            return last
    return last


def blank(width: int, size: int) -> str:
    """Return a prompt of spaces that nearly fills a cell: clean on paper, easy to hit on screen."""
    room = (width - CELL_MARGINS) / TWIPS_PER_POINT / (size / 2) / 0.5
    return EN_SPACE * max(2, min(_WIDEST_BLANK, int(room * 0.8)))


def shared_out(least: Sequence[int], weights: Sequence[int], width: int) -> tuple[int, ...]:
    """Return column widths that fill `width` exactly: the least ones, and a share of the rest.

    Where the least ones together are too wide, all shrink alike.
    """
    total = sum(least)
    if total >= width:
        found = [each * width // total for each in least]
    else:
        whole = sum(weights) or 1
        spare = width - total
        pairs = zip(least, weights, strict=True)
        found = [each + spare * weight // whole for each, weight in pairs]
    found[-1] += width - sum(found)
    return tuple(found)
