"""Shares the width of a page among the columns of a table by what stands in them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from unicodedata import east_asian_width

UNIT = 95  # twips of half an em at 9 pt, with a little air
MARGIN = 200  # left and right of the text in a cell
_LONGEST_WISH = 44.0
_UNBREAKABLE = re.compile(r"[!-~]+")


def units(text: str) -> int:
    """Return the width of a text in half ems; Chinese characters take two."""
    return sum(2 if east_asian_width(each) in {"W", "F"} else 1 for each in text)


def shared(columns: Sequence[Sequence[str]], width: int) -> tuple[int, ...]:
    """Return the widths of columns in twips; each column is given by its texts, title first.

    A column wants as much as its longest text, up to a limit, but at least its longest word; what
    remains goes to those that want more. The sum is the width, whatever the texts.
    """
    # Whole twips: a sum of fractions would round as the version of Python does.
    least = [_least(texts) * UNIT + MARGIN for texts in columns]
    wish = [
        max(int(_wish(texts) * UNIT) + MARGIN, low)
        for texts, low in zip(columns, least, strict=True)
    ]
    if sum(least) > width:
        return _summing(least, width)
    spare = width - sum(least)
    wants = [more - low for more, low in zip(wish, least, strict=True)]
    total = sum(wants)
    if total <= spare:
        return _summing(wish, width)
    return _summing(
        [low + spare * more // total for low, more in zip(least, wants, strict=True)], width
    )


def _least(texts: Sequence[str]) -> int:
    words = (word for text in texts for word in _UNBREAKABLE.findall(text))
    return max(8, min(20, max(map(len, words), default=0)))


def _wish(texts: Sequence[str]) -> float:
    lengths = sorted(units(text) for text in texts)
    if not lengths:
        return 0.0
    # The mean keeps one very long text from taking all; the longest keeps short ones whole.
    mean = sum(lengths) / len(lengths)
    return min(lengths[-1], max(_LONGEST_WISH / 2, 2 * mean), _LONGEST_WISH)


def _summing(parts: Sequence[int], width: int) -> tuple[int, ...]:
    total = sum(parts) or 1
    found = [part * width // total for part in parts]
    found[-1] += width - sum(found)
    return tuple(found)
