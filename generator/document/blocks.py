"""The kinds of blocks (at most fifteen) and of pieces of text that a document consists of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import repeat
from typing import Literal, TypeAlias

Tone = Literal["info", "warning", "draft", "retired", "practice", "trial", "confirmed"]


@dataclass(frozen=True, slots=True)
class Target:
    """What a link leads to: a kind (`process`, `role`, …), its id, and a place on its page.

    The kind `page` has the id of a list page (`parameters`), `download` and `about` that of a
    file, `address` a whole address.
    """

    kind: str
    id: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Plain:
    """A piece of text; `foreign` marks text that has no translation yet."""

    text: str
    foreign: bool = False


@dataclass(frozen=True, slots=True)
class Strong:
    """A piece of text that stands out."""

    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """A piece of text that leads somewhere."""

    text: str
    target: Target


@dataclass(frozen=True, slots=True)
class Badge:
    """A short mark: the state of a document, or that a statement is practice."""

    text: str
    tone: Tone = "info"
    target: Target | None = None


@dataclass(frozen=True, slots=True)
class Day:
    """A day, such as “24” in a list of days: programs read the whole date."""

    text: str
    day: date


Inline: TypeAlias = "Plain | Strong | Link | Badge | Day"
Inlines: TypeAlias = "tuple[Inline, ...]"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """1. Running text."""

    text: Inlines


@dataclass(frozen=True, slots=True)
class Section:
    """2. A headed part; the anchor is ASCII and stays when titles change.

    `former` are the anchors that it had: links to them, on paper too, still lead to it. What
    few want to see is folded on a page, under the line `folded`.
    """

    title: str
    anchor: str
    blocks: tuple[Block, ...]
    note: Inlines = ()
    former: tuple[str, ...] = ()
    folded: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """3. Pairs of a label and what it is."""

    rows: tuple[tuple[str, Inlines], ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; the anchor, and those it had, let others lead to it."""

    cells: tuple[Inlines, ...]
    anchor: str = ""
    group: str = ""
    former: tuple[str, ...] = ()

    @property
    def subject(self) -> Target | None:
        """What the row is about: where the first link of its first cell leads."""
        links = (each for cell in self.cells[:1] for each in cell if isinstance(each, Link))
        return next((each.target for each in links), None)


@dataclass(frozen=True, slots=True)
class Table:
    """4. Rows under column titles; the first column names the row.

    Where a window is narrow, the cells of a `stacked` row stand below each other.
    """

    caption: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    wide: bool = False
    stacked: bool = False

    def by_column(self) -> Iterator[tuple[str, tuple[Inlines, ...]]]:
        """Yield each title with the cells below it."""
        below = zip(*(row.cells for row in self.rows), strict=True) if self.rows else repeat(())
        yield from zip(self.columns, below, strict=bool(self.rows))


@dataclass(frozen=True, slots=True)
class Bullets:
    """5. A list, whose entries may stand in others.

    `levels` say how deep each entry stands (from 0) and `marks` what stands before it: “•”, a
    number, or nothing where it goes on with the entry above. Without both it has bullets only.
    """

    items: tuple[Inlines, ...]
    levels: tuple[int, ...] = ()
    marks: tuple[str, ...] = ()

    def entries(self) -> Iterator[tuple[int, str, Inlines]]:
        """Yield level, mark and text of each entry."""
        count = len(self.items)
        levels, marks = self.levels or (0,) * count, self.marks or ("•",) * count
        yield from zip(levels, marks, self.items, strict=True)


@dataclass(frozen=True, slots=True)
class Checklist:
    """6. Points to tick off, each answered with yes or no."""

    items: tuple[Inlines, ...]


@dataclass(frozen=True, slots=True)
class StepItem:
    """One step of a process as somebody follows it."""

    number: str
    anchor: str
    title: str
    do: Inlines
    facts: tuple[tuple[str, Inlines], ...]
    checks: tuple[Inlines, ...]
    onward: tuple[Inlines, ...]
    badges: Inlines = ()
    former: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Steps:
    """7. The steps of a process in their order."""

    items: tuple[StepItem, ...]


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A step and the letters of the roles in it."""

    number: str
    title: Inlines
    letters: tuple[str, ...]
    group: str = ""
    chapter: str = ""


@dataclass(frozen=True, slots=True)
class MatrixColumn:
    """A role, with what filters go by."""

    role: str
    title: Inlines
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Matrix:
    """8. Steps against roles with the letters R A C I."""

    caption: str
    columns: tuple[MatrixColumn, ...]
    rows: tuple[MatrixRow, ...]
    filters: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """9. A diagram: its id, its title, and what it shows in words."""

    kind: Literal["process", "landscape", "interaction"]
    id: str
    title: str
    description: str


@dataclass(frozen=True, slots=True)
class Note:
    """10. A remark that must not be missed; with `until` only in a browser, before that day."""

    tone: Tone
    title: str
    text: Inlines
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """A way to go on: a title that leads somewhere, and a line about it."""

    title: str
    target: Target
    text: Inlines = ()


@dataclass(frozen=True, slots=True)
class Cards:
    """11. Ways to go on, side by side."""

    items: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Download:
    """A download."""

    title: str
    target: Target
    text: Inlines = ()


@dataclass(frozen=True, slots=True)
class Downloads:
    """12. Downloads."""

    items: tuple[Download, ...]


DownloadsByPage: TypeAlias = "Mapping[str, tuple[Download, ...]]"
"""What each page offers, by the path of the page without ending."""


@dataclass(frozen=True, slots=True)
class FormField:
    """A field of a form as the page shows it."""

    anchor: str
    label: str
    type: str
    required: bool
    help: Inlines
    options: tuple[str, ...] = ()
    columns: tuple[FormField, ...] = ()
    rows: int = 0
    limits: tuple[str, ...] = ()
    signers: Inlines = ()
    former: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FormPart:
    """13. A section of a form with its fields."""

    fields: tuple[FormField, ...]
    who: Inlines = ()


@dataclass(frozen=True, slots=True)
class Code:
    """15. Text of a file, shown as it stands."""

    text: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Prose:
    """14. Hand-written Markdown of `content/`, by its path there."""

    path: str


Block: TypeAlias = (
    "Paragraph | Section | Facts | Table | Bullets | Checklist | Steps | Matrix | Figure | Note | "
    "Cards | Downloads | FormPart | Code | Prose"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page: where it stands, what it is called, what is on it.

    `path` is without an ending (`processes/complaint-handling`). `code` and `kind` serve the
    search and the navigation, `file` is the YAML that an editor would change.
    """

    path: str
    title: str
    kind: str
    blocks: tuple[Block, ...]
    code: str = ""
    summary: str = ""
    file: str = ""
    badges: Inlines = ()
    words: tuple[str, ...] = ()


def text_of(inlines: Inlines) -> str:
    """Return the bare text of some pieces."""
    return "".join(each.text for each in inlines)


# The same few words stand in thousands of places: one piece serves all of them.
@lru_cache(maxsize=8192)
def plain(text: str) -> Inlines:
    """Return text as one piece; no piece where there is none."""
    return (Plain(text),) if text else ()


def joined(parts: tuple[Inlines, ...] | list[Inlines], comma: str) -> Inlines:
    """Return several texts as one, with a comma between."""
    found: list[Inline] = []
    for part in parts:
        if found:
            found += plain(comma)
        found += part
    return tuple(found)
