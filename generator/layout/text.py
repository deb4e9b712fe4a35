"""Measures text and breaks it into lines by the rules of Chinese typesetting."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from generator.layout.advances import ADVANCES

NEVER_FIRST = frozenset("、。，．；：！？）》〉」』】〕〗”’…—～·%‰℃℉,.;:!?)]}々ー")
NEVER_LAST = frozenset("（《〈「『【〔〖“‘([{￥¥$№")
WIDE_PLANES = 0x2E80
"""From here on, characters that the font lacks are taken for Chinese ones: as wide as high."""
OTHER_WIDTH = 600
_WIDTHS = {char: width for width, chars in ADVANCES.items() for char in chars}


def text_width(text: str, size: float) -> float:
    """Return the width in px of a line of text at a size in px."""
    return sum(map(_thousandths, text)) * size / 1000


def _thousandths(char: str) -> int:
    width = _WIDTHS.get(char)
    if width is not None:
        return width
    return 1000 if ord(char) >= 0x2000 else OTHER_WIDTH  # noqa: PLR2004 - punctuation block


@lru_cache(maxsize=8192)
def wrap(text: str, width: float, size: float) -> tuple[str, ...]:
    """Break text into lines no wider than `width` px, of about equal length.

    Latin words stay whole unless one alone is too long; closing marks never begin a line and
    opening marks never end one (the Chinese rules of line breaking). Empty text gives no line.
    """
    lines: list[str] = []
    for paragraph in text.splitlines():
        pieces = tuple(_pieces(paragraph))
        count = len(_fill(pieces, width, size))
        lines += next(
            tried
            for share in (0.55, 0.64, 0.73, 0.82, 0.91, 1.0)
            if len(tried := _fill(pieces, width * share, size)) <= count
        )
    return tuple(line for line in lines if line)


def _is_wide(char: str) -> bool:
    return ord(char) >= WIDE_PLANES and unicodedata.east_asian_width(char) in "WF"


def _pieces(text: str) -> Iterator[str]:
    """Cut text where a line may break; spaces stay at the end of a piece."""
    piece = ""
    for char in text:
        if piece and _may_break(piece[-1], char):
            yield piece
            piece = ""
        piece += char
    if piece:
        yield piece


def _may_break(left: str, right: str) -> bool:
    if right == " " or right in NEVER_FIRST or left in NEVER_LAST:
        return False
    return left == " " or _is_wide(left) or _is_wide(right)


def _fill(pieces: tuple[str, ...], width: float, size: float) -> list[str]:
    lines: list[str] = []
    line = ""
    for piece in pieces:
        if line and text_width((line + piece).rstrip(), size) > width:
            lines.append(line.rstrip())
            line = piece
        else:
            line += piece
        while text_width(line.rstrip(), size) > width and len(line) > 1:
            cut = _longest_fit(line, width, size)
            lines.append(line[:cut])
            line = line[cut:]
    return [*lines, line.rstrip()]


def _longest_fit(line: str, width: float, size: float) -> int:
    """How many characters of a single piece fit; marks that may not begin a line go along."""
    cut = len(line) - 1
    while cut > 1 and (text_width(line[:cut], size) > width or line[cut] in NEVER_FIRST):
        cut -= 1
    return cut
