"""Measures text and breaks it into lines by the rules of Chinese typesetting."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

from generator.layout.advances import ADVANCES

NEVER_FIRST = frozenset("、。，．；：！？）》〉」』】〕〗”’…—～·%‰℃℉,.;:!?)]}々ー")
NEVER_LAST = frozenset("（《〈「『【〔〖“‘([{￥¥$№")
BEGINS_PHRASES = frozenset("与和及并或")
BEGINS_WORDS = frozenset("不未已需自所新一二三四五六七八九十两几")
ENDS_PHRASES = frozenset("的后前内时个日")
BEFORE_NUMBERS = frozenset("前后")
TAKES_NUMBERS = frozenset("过于满达至在")
PHRASE_ENDS = frozenset("、。，．；：！？）》〉」』】〕〗”’…—,.;:!?)]")
IN_WORD, BEFORE_END, IN_PHRASE = 0.5, 0.35, 0.19
BETWEEN_WORDS, BESIDE_NUMBERS, BETWEEN_PHRASES = 0.16, 0.04, 0.02
"""What a line break costs at such a place, beside lines of unequal length."""
ONE_LINE_MORE = 0.2
"""The same for a line more than the text needs: less than a break inside of a word."""
HYPHEN = "-"
NO_BREAK = "\u00a0\u202f"
VOWELS = frozenset("aeiouy")
WIDE_PLANES = 0x2E80
"""From here on, characters that the font lacks are taken for Chinese ones: as wide as high."""
OTHER_WIDTH = 600
_WIDTHS = {char: width for width, chars in ADVANCES.items() for char in chars}


def text_width(text: str, size: float) -> float:
    """Return the width in px of a line of text at a size in px."""
    return sum(map(_thousandths, text)) * size / 1000


def longest_word(text: str, size: float) -> float:
    """Return the width in px of the longest piece of a text in which no line breaks."""
    pieces = (piece for paragraph in text.splitlines() for piece in _pieces(paragraph))
    return max((text_width(piece.rstrip(), size) for piece in pieces), default=0.0)


def _thousandths(char: str) -> int:
    width = _WIDTHS.get(char)
    if width is not None:
        return width
    return 1000 if ord(char) >= 0x2000 else OTHER_WIDTH  # noqa: PLR2004 - punctuation block


@lru_cache(maxsize=8192)
def wrap(
    text: str, width: float, size: float, bonds: frozenset[str] = frozenset()
) -> tuple[str, ...]:
    """Break text into as few lines of at most `width` px as possible, of about equal length.

    Latin words stay whole unless one alone is too long; closing marks never begin a line and
    opening marks never end one (the Chinese rules of line breaking); lines rather end where a
    phrase ends, and rather not between two characters that `bonds` holds as a pair. A number stays
    with what it counts. Empty text gives no line.
    """
    lines: list[str] = []
    for paragraph in text.splitlines():
        pieces = tuple(_pieces(paragraph.strip()))
        filled = _fill(pieces, width, size)
        widths = [text_width(piece.rstrip(), size) for piece in pieces]
        fits = len(filled) > 1 and max(widths) <= width
        if fits:
            costs = [_broken(pieces, end, bonds) for end in range(len(pieces) + 1)]
            spaces = [
                text_width(piece, size) - own for piece, own in zip(pieces, widths, strict=True)
            ]
            lines += _best(pieces, (widths, spaces), costs, room=(width, len(filled)))
        else:
            lines += filled
    return tuple(line for line in lines if line)


def _best(
    pieces: Sequence[str],
    widths: tuple[Sequence[float], Sequence[float]],
    costs: Sequence[float],
    *,
    room: tuple[float, int],
) -> list[str]:
    """Return the fewest lines, or one more where that spares a word."""
    width, count = room
    cost, lines = _evened(pieces, widths, costs, room=room)
    if cost < IN_WORD or count == len(pieces):
        return lines
    other_cost, other = _evened(pieces, widths, costs, room=(width, count + 1))
    return other if other_cost + ONE_LINE_MORE < cost else lines


def _evened(
    pieces: Sequence[str],
    widths: tuple[Sequence[float], Sequence[float]],
    costs: Sequence[float],
    *,
    room: tuple[float, int],
) -> tuple[float, list[str]]:
    """Return lines with the least sum of unevenness and of what each break costs, and that sum.

    `widths` are those of the pieces and of the spaces behind them, `room` is the width of a line
    and the number of lines.
    """
    width, count = room
    (words, spaces) = widths
    mean = sum(map(sum, widths)) / count
    best: list[dict[int, tuple[float, int]]] = [{0: (0.0, 0)}]
    for _ in range(count):
        reached: dict[int, tuple[float, int]] = {}
        for start, (cost, _) in best[-1].items():
            before = 0.0
            for end in range(start + 1, len(pieces) + 1):
                length = before + words[end - 1]
                before = length + spaces[end - 1]
                if length > width and end > start + 1:
                    break
                total = round(cost + ((length - mean) / width) ** 2 + costs[end], 9)
                if end not in reached or (total, -start) < (reached[end][0], -reached[end][1]):
                    reached[end] = (total, start)
        best.append(reached)
    if len(pieces) not in best[-1]:
        return 0.0, ["".join(pieces)]
    lines, end = [], len(pieces)
    for reached in reversed(best[1:]):
        start = reached[end][1]
        lines.append("".join(pieces[start:end]).strip())
        end = start
    return best[-1][len(pieces)][0], lines[::-1]


def _broken(pieces: Sequence[str], end: int, bonds: frozenset[str]) -> float:
    """What a break before a piece costs: nothing where a phrase ends."""
    if end in (0, len(pieces)):
        return 0.0
    before, after = pieces[end - 1].rstrip()[-1:], pieces[end][0]
    if before in PHRASE_ENDS or after in NEVER_LAST or not (_is_wide(before) or _is_wide(after)):
        return 0.0
    script_changes = _is_wide(before) != _is_wide(after)
    costs = (
        (before + after in bonds or before in BEGINS_WORDS, IN_WORD),
        (after in BEFORE_NUMBERS and pieces[end].endswith(" "), BETWEEN_WORDS),
        (after in ENDS_PHRASES, BEFORE_END),
        (before in BEGINS_PHRASES, IN_PHRASE),
        (after in BEGINS_PHRASES, BETWEEN_PHRASES),
        (script_changes and before in TAKES_NUMBERS, IN_PHRASE),
        (script_changes, BESIDE_NUMBERS),
    )
    return next((cost for holds, cost in costs if holds), BETWEEN_WORDS)


def _is_wide(char: str) -> bool:
    return ord(char) >= WIDE_PLANES and unicodedata.east_asian_width(char) in "WF"


def _pieces(text: str) -> Iterator[str]:
    """Cut text where a line may break; spaces stay at the end of a piece."""
    piece = ""
    for char in text:
        if piece and _may_break(piece[-1], char) and not _ends_in_number(piece):
            yield piece
            piece = ""
        piece += char
    if piece:
        yield piece


def _ends_in_number(piece: str) -> bool:
    """Whether a number and a space end the piece: it stays with what it counts."""
    return piece.endswith(" ") and piece.rstrip()[-1:].isdecimal()


def _may_break(left: str, right: str) -> bool:
    if right.isspace() or right in NEVER_FIRST or left in NEVER_LAST:
        return False
    if left.isspace():
        return left not in NO_BREAK
    return _is_wide(left) or _is_wide(right)


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
            lines.append(line[:cut] + (HYPHEN if _inside_word(line, cut) else ""))
            line = line[cut:]
    return [*lines, line.rstrip()]


def _longest_fit(line: str, width: float, size: float) -> int:
    """How many characters of a single piece fit; marks that may not begin a line go along.

    A Latin word is rather cut between two consonants, as most languages hyphenate.
    """
    room = width - (text_width(HYPHEN, size) if _inside_word(line, 1) else 0.0)
    cut = len(line) - 1
    while cut > 1 and (text_width(line[:cut], size) > room or line[cut] in NEVER_FIRST):
        cut -= 1
    between = (place for place in range(cut, 2, -1) if _between_consonants(line, place))
    return next(between, cut)


def _inside_word(line: str, cut: int) -> bool:
    """Whether letters of one Latin word stand on both sides of a cut."""
    before, after = line[cut - 1 : cut], line[cut : cut + 1]
    return before.isalpha() and after.isalpha() and not (_is_wide(before) or _is_wide(after))


def _between_consonants(line: str, cut: int) -> bool:
    pair, following = line[cut - 1 : cut + 1], line[cut + 1 : cut + 3]
    return (
        len(following) > 1
        and pair.isalpha()
        and VOWELS.isdisjoint(pair.lower())
        and following[0].lower() in VOWELS
    )
