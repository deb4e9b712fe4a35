"""Reads YAML scalars: what a plain one means, and where the characters of a text stand."""

from __future__ import annotations

import math
import re

Scalar = bool | int | float | str | None

_WORDS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_FIRST = frozenset("-+.0123456789")
# A number starting with a needless 0 (010, 007) and one too long to survive a spreadsheet are
# codes or account numbers, so they stay text although YAML 1.2 would read numbers.
_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})")
_BASED = re.compile(r"0o[0-7]{1,20}|0x[0-9a-fA-F]{1,15}")
_FLOAT = re.compile(
    r"(?=.*[.eE])[-+]?(?:\.[0-9]{1,20}|(?:0|[1-9][0-9]{0,17})(?:\.[0-9]{0,20})?)"
    r"(?:[eE][-+]?[0-9]{1,9})?"
)


def resolve(text: str) -> Scalar:
    """The value of a plain scalar by the YAML 1.2 core schema (10.3.2), careful with numbers.

    `no`, `12:30`, `2026-01-31`, `1_000`, `.inf` and `.nan` are text, as JSON has nothing else
    for them; so are `010` and integers of more than 18 digits, lest they change silently.
    """
    if text and text[0] in _FIRST:
        return _number(text)
    return _WORDS.get(text, text) if len(text) <= len("false") else text


def _number(text: str) -> int | float | str:
    if _INTEGER.fullmatch(text):
        return int(text)
    if _BASED.fullmatch(text):
        return int(text, 0)
    if _FLOAT.fullmatch(text):
        number = float(text)
        if math.isfinite(number):
            return number
    return text


_FOLD = r"[ \t]*(?:\r\n?|\n)(?:[ \t]*(?:\r\n?|\n))*[ \t]*"
_PLAIN_UNIT = re.compile(rf"{_FOLD}|.", re.DOTALL)
_SINGLE_UNIT = re.compile(rf"{_FOLD}|''|.", re.DOTALL)
_DOUBLE_UNIT = re.compile(
    r"\\x[0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\U[0-9a-fA-F]{8}"
    rf"|\\(?:\r\n?|\n)[ \t]*|\\.|{_FOLD}|.",
    re.DOTALL,
)
_BREAK = re.compile(r"\r\n?|\n")
_LITERAL = re.compile(r"\|[-+]?\s")
_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n|$)")


def offsets(source: str, value: str) -> list[int] | None:
    """Where each character of a text value starts in its source, and where the last one ends.

    `source` is the scalar as written, quotes and block header included. Returns
    `len(value) + 1` offsets into it, or None when they cannot be told (folded
    blocks, and blocks that state their indentation).
    """
    if source[:1] == "'":
        found = _units(_SINGLE_UNIT, source, 1, len(source) - 1)
    elif source[:1] == '"':
        found = _units(_DOUBLE_UNIT, source, 1, len(source) - 1)
    elif _LITERAL.match(source):
        found = _block(source, len(value))
    elif source[:1] in ("|", ">"):
        return None
    else:
        found = _units(_PLAIN_UNIT, source, 0, len(source))
    return found if len(found) == len(value) + 1 else None


def _units(unit: re.Pattern[str], source: str, start: int, end: int) -> list[int]:
    """Offsets by the pieces of source that make one character each (YAML 1.2, 6.5 and 7.3)."""
    found: list[int] = []
    for piece in unit.finditer(source, start, end):
        breaks = len(_BREAK.findall(piece[0]))
        if breaks and piece[0][0] == "\\":
            continue
        # One break folds to a space, n breaks to n - 1 breaks, anything else is a character.
        found.extend([piece.start()] * max(1, breaks - 1))
    return [*found, end]


def _block(source: str, length: int) -> list[int]:
    """Offsets of a literal block: the lines below its header without their indentation."""
    lines = [line for line in _LINE.finditer(source) if line[0]][1:]
    indent = min((_indent(line[0]) for line in lines if line[0].strip()), default=0)
    found: list[int] = []
    for line in lines:
        content = line[0].rstrip("\r\n")
        found.extend(range(line.start() + min(indent, len(content)), line.start() + len(content)))
        if content != line[0]:
            found.append(line.start() + len(content))
    # The source ends with the last visible character; breaks kept after it have no place.
    return [*found, *[len(source)] * (length + 1 - len(found))]


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
