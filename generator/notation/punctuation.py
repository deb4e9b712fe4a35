"""Finds half-width marks between Chinese characters, and what stands there instead.

The marks of Chinese text are full-width (GB/T 15834-2011, 5.1): `，；：（）`. Between a Chinese
character and a Latin word or a number either is seen; those are left alone. A mark at the end of a
line that ends in Chinese stands between as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_HAN = "\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_CHINESE = _HAN + "\u3001\u3002\u3008-\u3011\u2018-\u201d\uff01\uff08\uff09\uff0c\uff1a\uff1b\uff1f"
_FULL = {",": "，", ";": "；", ":": "：", "(": "（", ")": "）"}
# Stars are marks of Markdown: no reader sees them. A line ends with a full-width mark too.
_BETWEEN = re.compile(
    rf"(?:(?<=[{_CHINESE}])|(?<=[{_CHINESE}]\*)|(?<=[{_CHINESE}]\*\*))"
    rf"(?: *[,;:] *(?=\*{{0,2}}[{_CHINESE}])|[,;:](?=[ \t]*(?:\r?\n|\Z)))"
)
# What stands in a bracket is one with it: where one of the two is Chinese, both are.
_BRACKET = re.compile(r"(?P<open> ?\()(?P<inner>[^()]*)(?P<close>\) ?)")
_DEEPEST = 4  # brackets in each other: nobody reads more
_HAN_BEFORE = re.compile(rf"[{_CHINESE}]$")
_HAN_AFTER = re.compile(rf"[{_CHINESE}]")


@dataclass(frozen=True, slots=True)
class HalfWidthMark:
    """A mark at [start, end) of a text, spaces around it included, and the right one."""

    start: int
    end: int
    better: str


def half_width_marks(text: str) -> Iterator[HalfWidthMark]:
    """Yield the half-width marks that stand between Chinese characters, in order."""
    found: list[HalfWidthMark] = []
    wide = text  # with the brackets that are found: a mark behind one stands behind a wide one
    for _ in range(_DEEPEST):  # from the innermost outwards
        pairs = [each for each in _BRACKET.finditer(wide) if _is_chinese(wide, each)]
        for each in pairs:
            for name, better in (("open", "（"), ("close", "）")):
                found.append(HalfWidthMark(*each.span(name), better))
                at = each.start("inner") - 1 if name == "open" else each.end("inner")
                wide = wide[:at] + better + wide[at + 1 :]
        if not pairs:
            break
    found += (
        HalfWidthMark(*each.span(), _FULL[each[0].strip()]) for each in _BETWEEN.finditer(wide)
    )
    yield from sorted(found, key=lambda mark: mark.start)


def with_full_width(text: str) -> str:
    """Return a text with the right marks."""
    for mark in reversed(list(half_width_marks(text))):
        text = text[: mark.start] + mark.better + text[mark.end :]
    return text


def _is_chinese(text: str, bracket: re.Match[str]) -> bool:
    """Whether one of the brackets stands between Chinese characters."""
    inner = bracket["inner"]
    before = bool(_HAN_BEFORE.search(text, 0, bracket.start()))
    after = bool(_HAN_AFTER.match(text, bracket.end()))
    return (before and bool(_HAN_AFTER.match(inner))) or (after and bool(_HAN_BEFORE.search(inner)))
