"""What can be wrong in a hand-written text, and where it stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from markdown_it.token import Token

from generator.base.diagnostics import Message

FlawKind: TypeAlias = Literal[
    "as-written",
    "character",
    "class",
    "empty",
    "half-width",
    "hidden",
    "limit",
    "literal",
    "picture",
    "product",
    "remote",
    "settings",
    "unclosed",
    "undefined",
]


@dataclass(frozen=True, slots=True, order=True)
class WrittenPlace:
    """Some characters of one line; line and column count from 1."""

    line: int
    column: int
    length: int


@dataclass(frozen=True, slots=True)
class Flaw:
    """Something that is not shown as its writer may expect.

    `as-written`: markup that stands on the page as text. `hidden`: text that would not be shown.
    `limit`: a page that cannot be read. `remote`: a picture of another host. `product`: digits
    between stars, of which the stars would be lost. `half-width`: a mark between Chinese
    characters, for which `better` should stand. `undefined`: a mark of a note or of an
    address that the page does not have. `unclosed`: a block of code to the end of the page.
    `character`: one that no text may hold, written by its name or number. `class`: the name of a
    look. `empty`: a heading or link of which nothing shows. `picture`: a picture that is none.
    `settings`: lines for other programs at the head of a page. `literal`: a link or heading that
    shows its marks. `cure` is that of the case.
    """

    kind: FlawKind
    what: str
    place: WrittenPlace
    reason: Message | None = None
    better: str = ""
    cure: Message | None = None


class WrittenLines:
    """The lines of a text, to find places in it.

    `definitions` says in which line (from 0) each address with a name is defined.
    """

    def __init__(self, text: str) -> None:
        self._lines = text.split("\n")
        self.definitions: dict[str, int] = {}
        self._block: Token | None = None
        self._starts: list[int] = []
        self._columns: dict[int, int] = {}

    def define(self, tokens: Iterable[Token]) -> None:
        """Note where addresses are defined; the first of a name counts."""
        for token in tokens:
            if token.type == "definition" and token.map:
                self.definitions.setdefault(token.meta["id"], token.map[0])

    def line(self, number: int) -> str:
        """Return a line by its number from 0; empty beyond the end."""
        return self._lines[number] if 0 <= number < len(self._lines) else ""

    def at(self, place: WrittenPlace) -> str:
        """Return the characters at a place."""
        start = place.column - 1
        return self.line(place.line - 1)[start : start + place.length]

    def whole(self, number: int) -> WrittenPlace:
        """Return the place of a line (its number from 0) without its indentation."""
        line = self.line(number)
        bare = line.strip()
        return WrittenPlace(number + 1, line.find(bare) + 1, max(1, len(bare)))

    def place(self, token: Token, at: int, length: int) -> WrittenPlace:
        """Return the place of the characters [at, at + length) of the content of a block."""
        if self._block is not token:  # a paragraph may hold thousands of links
            self._block, self._starts = token, _starts(token.content)
            self._columns.clear()
        first = token.map[0] if token.map else 0
        inside = bisect_right(self._starts, at) - 1
        start, end = self._starts[inside], self._starts[inside + 1] - 1
        if inside not in self._columns:
            part = token.content[start:end]
            self._columns[inside] = max(0, self.line(first + inside).find(part))
        column = self._columns[inside] + at - start
        return WrittenPlace(first + inside + 1, column + 1, max(1, min(length, end - at)))


def _starts(content: str) -> list[int]:
    """Return where each line begins, and where one behind the last would."""
    ends = (found.end() for found in re.finditer("\n", content))
    return [0, *ends, len(content) + 1]
