"""Finds half-width marks between Chinese characters, and what stands there instead.

The marks of Chinese text are full-width (GB/T 15834-2011, 5.1): `，；：（）`. Between a Chinese
character and a Latin word or a number either is seen; those are left alone. A mark at the end of a
line that ends in Chinese stands between as well, and so does one beside a value that is put in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import unescape
from itertools import pairwise

_HAN = "\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_CHINESE = _HAN + "\u3001\u3002\u3008-\u3011\u2018-\u201d\uff01\uff08\uff09\uff0c\uff1a\uff1b\uff1f"
_FULL = {",": "，", ";": "；", ":": "：", "(": "（", ")": "）"}
_INSERT = "\ue000"  # stands for a value that is put in
_BLANKS = " \u00a0\u2000-\u200a\u202f\u3000"
_BESIDE = _CHINESE + "\u2014\u2026"  # dashes and dots, which other languages have too
_NO_WORD = "x"  # stands for code and addresses
_IS_CHINESE = re.compile(f"[{_CHINESE}]")
_BETWEEN = re.compile(
    rf"(?<=[{_BESIDE}{_INSERT}])"
    rf"(?:[{_BLANKS}]*(?P<inside>[,;:](?:[{_BLANKS}]*[,;:])*)[{_BLANKS}]*(?=[{_BESIDE}{_INSERT}])"
    rf"|(?P<last>[,;:]+)(?=[ \t]*(?:\r?\n|\Z)))"
)
_NEAR = 6  # characters: nobody sets more brackets beside each other
_BRACKET = re.compile(r"[()（）]|\n[ \t]*\n")
_ADDRESS = r"(?<![A-Za-z0-9])https?://[^\s\u3000-\u303f\uff00-\uffef]+"
_ZERO_WIDTH = "\u200b-\u200d\u2060\ufeff"
# Readers see no stars: they are marks of Markdown, to which many are used in YAML too.
_IN_TEXT = re.compile(
    rf"(?P<code>{_ADDRESS})|(?P<unseen>[*{_ZERO_WIDTH}]+)|(?P<insert>\$\{{[^{{}}\n]*\}})"
)
_IN_MARKDOWN = re.compile(
    r"(?P<code>(?P<ticks>`+)(?!`).*?(?<!`)(?P=ticks)(?!`)|<[^<>\s]*[:@][^<>\s]*>|"
    rf"(?<!\]\(){_ADDRESS})"
    # The title of a link is seen.
    r"|(?P<unseen>\]\((?:[^()\n\"]|\([^()\n\"]*\))*(?:\)|(?=\"[^\"\n]*\"\)))|\"\)"
    rf"|\[\^[^\[\]\n]*\]|<[^<>]*>|[*_\[\]{_ZERO_WIDTH}]+)"
    r"|(?P<insert>\$\{[^{}\n]*\})"
    r"|(?P<spelt>\\[,;:()]|&(?:\#[0-9]{1,5}|\#[xX][0-9a-fA-F]{1,4}|comma|semi|colon|[lr]par);)",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class HalfWidthMark:
    """A mark at [start, end) of a text, spaces around it included, and the right one."""

    start: int
    end: int
    better: str


@dataclass(slots=True)
class _Seen:
    """What readers see of a text, and where each character of it begins and ends there."""

    characters: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)

    def add(self, characters: str, start: int, end: int) -> None:
        """Add one character that is written as [start, end), or as many as these are."""
        self.characters += characters
        single = len(characters) == 1
        self.starts += (start,) if single else range(start, end)
        self.ends += (end,) if single else range(start + 1, end + 1)

    def mark(self, start: int, end: int, better: str) -> HalfWidthMark:
        return HalfWidthMark(self.starts[start], self.ends[end - 1], better)

    def is_whole(self, start: int, end: int) -> bool:
        """Whether nothing that readers do not see stands between some characters."""
        return self.ends[end - 1] - self.starts[start] == sum(
            self.ends[at] - self.starts[at] for at in range(start, end)
        )


def half_width_marks(text: str, *, markdown: bool = False) -> Iterator[HalfWidthMark]:
    r"""Yield the half-width marks that stand between Chinese characters, in order.

    In Markdown a mark may be spelt `\\,` or `&comma;`, and code and addresses are no text.
    """
    seen = _seen(text, _IN_MARKDOWN if markdown else _IN_TEXT)
    found = list(_brackets(seen))
    wide = "".join(seen.characters)  # with the brackets that are found
    for each in _BETWEEN.finditer(wide):
        name = "inside" if each["inside"] else "last"
        beside = (wide[each.start() - 1], wide[each.end() : each.end() + 1])
        if any(_IS_CHINESE.match(one) for one in beside):
            place = each.span() if seen.is_whole(*each.span()) else each.span(name)
            found.append(seen.mark(*place, _better(each[name])))
    yield from sorted(found, key=lambda mark: mark.start)


def _seen(text: str, special: re.Pattern[str]) -> _Seen:
    seen, at = _Seen(), 0
    for found in special.finditer(text):
        seen.add(text[at : found.start()], at, found.start())
        at = found.end()
        kind = found.lastgroup if found.lastgroup != "ticks" else "code"
        if kind == "unseen":
            continue
        spelt = unescape(found[0].removeprefix("\\")) if kind == "spelt" else ""
        stands = {"insert": _INSERT, "code": _NO_WORD}.get(str(kind), spelt)
        seen.add(stands if len(stands) == 1 else _NO_WORD, *found.span())
    seen.add(text[at:], at, len(text))
    return seen


def _better(marks: str) -> str:
    """Return the right marks for some; the same one twice was meant once."""
    bare = marks.replace(" ", "")
    once = bare[:1] + "".join(after for before, after in pairwise(bare) if after != before)
    return "".join(_FULL[each] for each in once)


def _brackets(seen: _Seen) -> Iterator[HalfWidthMark]:
    """Yield brackets that have to be wide, and make them so in what is seen; inner ones first."""
    opened: list[int] = []
    for found in list(_BRACKET.finditer("".join(seen.characters))):
        if found[0] in {"(", "（"}:
            opened.append(found.start())
        elif found[0] not in {")", "）"}:
            yield from _single(seen, opened)
            opened.clear()
        elif not opened:
            yield from _single(seen, [found.start()])
        elif _is_chinese(seen.characters, start := opened.pop(), found.start()):
            for at in (start, found.start()):
                if (narrow := seen.characters[at]) in _FULL:
                    yield _widened(seen, at, narrow)
    yield from _single(seen, opened)


def _single(seen: _Seen, places: Iterable[int]) -> Iterator[HalfWidthMark]:
    """Yield those of some brackets without their other half that stand between characters."""
    for at in places:
        narrow, around = seen.characters[at], seen.characters[max(0, at - 1) : at + 2]
        if narrow in _FULL and re.fullmatch(f"[{_CHINESE}].[{_CHINESE}]", "".join(around)):
            yield _widened(seen, at, narrow)


def _widened(seen: _Seen, at: int, narrow: str) -> HalfWidthMark:
    """Make a bracket wide; a space before the first or behind the second one goes with it."""
    better = seen.characters[at] = _FULL[narrow]
    first, last = (at - 1, at + 1) if narrow == "(" else (at, at + 2)
    whole = first >= 0 and last <= len(seen.characters) and seen.is_whole(first, last)
    space = " " in seen.characters[max(0, first) : last]
    return seen.mark(first, last, better) if whole and space else seen.mark(at, at + 1, better)


def _is_chinese(seen: list[str], start: int, end: int) -> bool:
    """Whether one of two brackets is wide already, or stands between Chinese characters."""
    if seen[start] != "(" or seen[end] != ")":
        return True
    if not "".join(seen[start + 1 : end]).strip():
        return all(_IS_CHINESE.match(_beside(seen, *each)) for each in ((start, -1), (end, 1)))
    before, first = _beside(seen, start, -1), _beside(seen, start, 1)
    last, after = _beside(seen, end, -1), _beside(seen, end, 1)
    if _ends_there(before) and _ends_there(after):
        return bool(_IS_CHINESE.match(first) and _IS_CHINESE.match(last))
    return _stands(before, first) or _stands(after, last)


def _ends_there(outside: str) -> bool:
    """Whether a text or a line ends at a bracket."""
    return outside in {"", "\n"}


def _stands(outside: str, inside: str) -> bool:
    return bool(_IS_CHINESE.match(inside)) and (
        outside == _INSERT or bool(_IS_CHINESE.match(outside))
    )


def _beside(seen: list[str], at: int, step: int) -> str:
    """The nearest character beside a bracket that is neither a space nor a mark or bracket."""
    like = {" ", *_FULL, *_FULL.values()}
    near = seen[at + step : at + _NEAR + 1] if step > 0 else seen[max(0, at - _NEAR) : at][::-1]
    return next((each for each in near if each not in like), "")
