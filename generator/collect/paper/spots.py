"""The places of a page: cells and paragraphs, with the pieces of text that stand in them."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Any, Final, NamedTuple

from generator.renderers.word.ooxml.xml import W

_TCPR, _SPAN = f"{{{W}}}tcPr", f"{{{W}}}gridSpan"
_DROPPED: Final = re.compile(r"[\s\u00ad\u200b-\u200f\u2060\ufeff\u202a-\u202e]+")


class SeenControl:
    """A content control: its tag and properties; `marked` where it says that its prompt shows.

    `box` says whether a box is ticked, None for all others; `keeps` is the element of a calendar
    or a list, which keeps more than the text, `label` what an older version printed behind it and
    today's does not. A plain class: hundreds are made for each form.
    """

    __slots__ = ("box", "keeps", "label", "marked", "properties", "tag")

    def __init__(self, tag: str, properties: Any) -> None:
        self.tag = tag
        self.properties = properties
        self.marked = False
        self.box: bool | None = None
        self.keeps: Any = None
        self.label = ""


class SeenText(NamedTuple):
    """A stretch of text, and the control around it."""

    text: str
    control: SeenControl | None


class Aside(NamedTuple):
    """What a person sees that is no text of the page: a picture, a deleted word, a note."""

    kind: str
    text: str


class Spot:
    """A cell of a table, or a paragraph outside of tables.

    `table` and `row` number the tables and rows of the document; `ordinal` is the number of the
    cell in its row, `previous` the one before it. `parent` is the cell around a table in a table,
    `kind` says where else than on the page it stands. `nameless` are the texts of controls that
    have no tag.
    """

    __slots__ = (
        "_column",
        "asides",
        "cell",
        "controls",
        "is_heading",
        "kind",
        "lines",
        "nameless",
        "number",
        "ordinal",
        "parent",
        "previous",
        "row",
        "table",
    )

    def __init__(self, number: int, kind: str = "", *, is_heading: bool = False) -> None:
        self.number = number
        self.kind = kind
        self.is_heading = is_heading
        self.table = self.row = -1
        self.ordinal = 0
        self.parent: Spot | None = None
        self.previous: Spot | None = None
        self.cell: Any = None
        self._column = -1
        self.lines: list[list[SeenText]] = []
        self.asides: list[Aside] = []
        self.controls: list[SeenControl] = []
        self.nameless: list[str] = []

    @property
    def column(self) -> int:
        """The first column of the grid that the cell takes; seldom asked for, so worked out."""
        if self._column >= 0:
            return self._column
        column, each = 0, self.previous
        while each is not None:
            column += span_of(each.cell)
            each = each.previous
        return column

    def let_go(self) -> None:
        """Let go of the document: a blank form is kept for long, its XML need not be."""
        self._column = self.column
        for control in self.controls:
            control.properties = control.keeps = None

    def text_of(self, control: SeenControl) -> str:
        """Return what stands in a control."""
        if len(self.lines) == 1 and len(self.lines[0]) == 1:
            text, around = self.lines[0][0]
            return text.strip("\n") if around is control else ""
        found = []
        for line in self.lines:
            inside = [text for text, around in line if around is control]
            if inside:
                found.append("".join(inside))
        return "\n".join(found).strip("\n")

    @property
    def text(self) -> str:
        """All that stands here, in the order of reading."""
        if len(self.lines) == 1 and len(self.lines[0]) == 1:
            return self.lines[0][0].text
        return "\n".join(["".join([piece.text for piece in line]) for line in self.lines])

    @property
    def loose(self) -> str:
        """What stands outside of controls with a tag."""
        if len(self.lines) == 1 and len(self.lines[0]) == 1:
            text, control = self.lines[0][0]
            return text if control is None else ""
        return "\n".join(
            ["".join([text for text, control in line if control is None]) for line in self.lines]
        )


def span_of(cell: Any) -> int:
    """Return how many columns of the grid a cell (`w:tc`) takes."""
    properties = next(cell.iterchildren(_TCPR), None)
    span = None if properties is None else next(properties.iterchildren(_SPAN), None)
    value = "1" if span is None else str(span.get(f"{{{W}}}val"))
    return int(value) if value.isdecimal() and len(value) < len("10000") else 1


@lru_cache(maxsize=16384)
def key_of(text: str) -> str:
    """Return a text for comparing: without blanks and marks that take no room, in one width."""
    bare = _DROPPED.sub("", text)
    return bare if bare.isascii() else unicodedata.normalize("NFKC", bare)
