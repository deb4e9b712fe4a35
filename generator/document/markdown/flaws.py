"""What can be wrong in a hand-written text, and where it stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from markdown_it.token import Token

from generator.base.diagnostics import Message

FlawKind: TypeAlias = Literal["as-written", "hidden", "limit", "remote", "product"]


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
    between stars, of which the stars would be lost.
    """

    kind: FlawKind
    what: str
    place: WrittenPlace
    reason: Message | None = None


class WrittenLines:
    """The lines of a text, to find places in it.

    `definitions` says in which line (from 0) each address with a name is defined.
    """

    def __init__(self, text: str) -> None:
        self._lines = text.split("\n")
        self.definitions: dict[str, int] = {}

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
        first = token.map[0] if token.map else 0
        content = token.content
        start = content.rfind("\n", 0, at) + 1
        number = first + content.count("\n", 0, at)
        end = content.find("\n", start)
        part = content[start : end if end >= 0 else len(content)]
        column = max(0, self.line(number).find(part)) + at - start
        return WrittenPlace(number + 1, column + 1, max(1, min(length, len(part) - (at - start))))
