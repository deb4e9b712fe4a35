"""Turns character offsets into lines and columns."""

from __future__ import annotations

import re
from bisect import bisect_right

from generator.base.diagnostics import Span

# The line breaks of YAML 1.2 (5.4): unlike str.splitlines, not U+0085, U+2028, form feed, ...
BREAK = re.compile(r"\r\n?|\n")


class Lines:
    """The line starts of one text."""

    __slots__ = ("starts", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = [0, *(found.end() for found in BREAK.finditer(text))]

    def number(self, offset: int) -> int:
        """The line that holds the character at an offset, counted from 0."""
        return bisect_right(self.starts, offset) - 1

    def line(self, number: int) -> str:
        """The text of a line, counted from 0, without its break."""
        start = self.starts[number]
        end = self.starts[number + 1] if number + 1 < len(self.starts) else len(self.text)
        return self.text[start:end].rstrip("\r\n")

    def offset(self, line: int, column: int) -> int:
        """The character at a place, whose line and column count from 1."""
        number = min(line, len(self.starts)) - 1
        return min(self.starts[number] + column - 1, len(self.text))

    def span(self, file: str, start: int, end: int) -> Span:
        """The place of the characters [start, end)."""
        first, last = self.number(start), self.number(max(start, end))
        return Span(
            file,
            first + 1,
            start - self.starts[first] + 1,
            last + 1,
            max(start, end) - self.starts[last] + 1,
        )
