"""The places of a page: cells and paragraphs, with the pieces of text that stand in them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Final, NamedTuple

_DROPPED: Final = re.compile(r"[\s\u00ad\u200b-\u200f\u2060\ufeff\u202a-\u202e]+")


@dataclass(frozen=True, slots=True, eq=False)
class SeenControl:
    """A content control: its tag and properties; `marked` where it says that its prompt shows."""

    tag: str
    properties: Any
    marked: bool = False
    box: bool | None = None


class SeenText(NamedTuple):
    """A stretch of text, and the control around it."""

    text: str
    control: SeenControl | None


class Aside(NamedTuple):
    """What a person sees that is no text of the page: a picture, a deleted word, a note."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True, eq=False)
class Spot:
    """A cell of a table, or a paragraph outside of tables.

    `table` and `row` number the tables and rows of the document; `column` is the first column of
    the grid that the cell takes, `ordinal` its number in the row. `parent` is the cell around a
    table in a table, `kind` says where else than on the page it stands. `nameless` are the texts of
    controls that have no tag.
    """

    number: int
    table: int = -1
    row: int = -1
    column: int = 0
    ordinal: int = 0
    parent: Spot | None = None
    kind: str = ""
    is_heading: bool = False
    lines: list[list[SeenText]] = field(default_factory=list)
    asides: list[Aside] = field(default_factory=list)
    controls: list[SeenControl] = field(default_factory=list)
    nameless: list[str] = field(default_factory=list)

    def text_of(self, control: SeenControl) -> str:
        """Return what stands in a control."""
        found = [
            "".join(piece.text for piece in line if piece.control is control)
            for line in self.lines
            if any(piece.control is control for piece in line)
        ]
        return "\n".join(found).strip("\n")

    @property
    def text(self) -> str:
        """All that stands here, in the order of reading."""
        return "\n".join("".join(piece.text for piece in line) for line in self.lines)

    @property
    def loose(self) -> str:
        """What stands outside of controls with a tag."""
        return "\n".join(
            "".join(piece.text for piece in line if piece.control is None) for line in self.lines
        )


@lru_cache(maxsize=16384)
def key_of(text: str) -> str:
    """Return a text for comparing: without blanks and marks that take no room, in one width."""
    bare = _DROPPED.sub("", text)
    return bare if bare.isascii() else unicodedata.normalize("NFKC", bare)
