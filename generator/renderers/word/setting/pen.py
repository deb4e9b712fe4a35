"""What every part of a printed document is written with: context, house, bookmarks, counters."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from copy import copy
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import count

from generator.document.blocks import Badge, Figure, Inline, Inlines, Link, Plain, Strong, Target
from generator.document.blocks import Block as AnyBlock
from generator.document.context import Context
from generator.renderers.word.ooxml.controls import Controls
from generator.renderers.word.ooxml.house import House
from generator.renderers.word.ooxml.links import Pending, bookmark, link, pending, settled
from generator.renderers.word.ooxml.node import Nodes, joined
from generator.renderers.word.ooxml.page import Sheet
from generator.renderers.word.ooxml.text import RunFormat, coloured, paragraph, run
from generator.renderers.word.setting.document import PrintDocument

LINK, NUMBER = "link", "number"
"""What waits until all places and captions are known: a link, and the number of a caption."""
_CODES = re.compile(r"(?<=[A-Z]\d{3})、(?=[A-Z]\d{3})")
_FIRST_ENTRY = 100_000_000  # Word gives such names nine digits


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """One sheet of a diagram: vector and picture, width and height in millimetres."""

    svg: bytes = field(repr=False)
    png: bytes = field(repr=False)
    width: float
    height: float


DrawFigure = Callable[[Figure], tuple[Drawn, ...]]


def no_figures(figure: Figure) -> tuple[Drawn, ...]:
    """Return no drawing: for documents that hold no figures."""
    del figure
    return ()


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """A line of the contents: a heading's level, number and title, and its bookmark."""

    level: int
    number: str
    title: str
    mark: str


@dataclass(kw_only=True)
class Pen:
    """Writes one document; counts captions, keeps bookmarks, knows the sheet that is written on.

    `prose` holds the blocks of hand-written pages by path, `drawings` draws figures. `pages` says
    on which page a bookmark stands, where a first run through LibreOffice has found out.
    """

    ctx: Context
    house: House
    document: PrintDocument
    name: str
    sheet: Sheet = field(default_factory=Sheet)
    references: Nodes = ()
    landscape_references: Nodes = ()
    prose: Mapping[str, tuple[AnyBlock, ...]] = field(default_factory=dict)
    drawings: DrawFigure = no_figures
    pages: Mapping[str, int] = field(default_factory=dict)
    left_out: frozenset[str] = frozenset()
    marks: set[str] = field(default_factory=set)
    captions: dict[str, int] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)
    entries: list[ContentsEntry] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.controls = Controls(self.name)
        self.numbers = count(1)
        self.pictures = count(100)

    def on(self, sheet: Sheet) -> Pen:
        """Return the same pen, with the same counters and bookmarks, over another sheet."""
        other = copy(self)
        other.sheet = sheet
        return other

    def say(self, text: str, **args: str | int) -> str:
        """Return a sentence of the product in the document's language."""
        return self.ctx.words.say(text, **args)

    def runs(self, inlines: Inlines, *, bold: bool = False) -> Nodes:
        """Return pieces of text as runs; links lead to bookmarks of the same document."""
        return joined(self._run(each, bold=bold) for each in _breakable(inlines))

    def _run(self, each: Inline, *, bold: bool) -> Nodes:
        if isinstance(each, Link):
            return self.link(each.target, run(each.text, RunFormat(bold=bold)))
        if isinstance(each, Badge):
            return run(f"[{each.text}]", RunFormat(bold=bold, colour="7A3E00"))
        return run(each.text, RunFormat(bold=bold or isinstance(each, Strong)))

    @staticmethod
    def link(target: Target, runs: Nodes) -> Nodes:
        """Return runs that lead to the place of a target, where the document turns out to have it.

        Only then do they get the colour of links.
        """
        return pending(LINK, mark_of(target), runs)

    def place(self, target: Target, runs: Nodes) -> Nodes:
        """Return runs that links to a target lead to; the first place counts."""
        name = mark_of(target)
        if name in self.marks:
            return runs
        self.marks.add(name)
        return bookmark(name, next(self.numbers), runs)

    def listed(self, level: int, number: str, title: str, runs: Nodes) -> Nodes:
        """Return the runs of a heading that the contents can lead to."""
        entry = ContentsEntry(level, number, title, entry_mark(len(self.entries)))
        self.entries.append(entry)
        return bookmark(entry.mark, next(self.numbers), runs)

    def cell(self, inlines: Inlines, style: str = "TableText", *, bold: bool = False) -> Nodes:
        """Return the paragraph of a cell."""
        return paragraph(self.runs(inlines, bold=bold), style)

    def settled(self, body: Nodes) -> Nodes:
        """Return a body with the numbers of captions; links that lead nowhere are plain text."""
        return settled(body, self._settle)

    def _settle(self, waiting: Pending) -> Nodes:
        if waiting.kind == NUMBER:
            return run(self.labels.get(waiting.bookmark, "—"))
        if waiting.bookmark not in self.marks:
            return waiting.runs
        return link(waiting.bookmark, coloured(waiting.runs, self.house.colour))


def _breakable(inlines: Inlines) -> Iterator[Inline]:
    """Yield pieces of text that LibreOffice, too, can break after the commas of a list of codes.

    It takes the comma in “F034、F035” for one of the letters, and breaks inside a code instead.
    """
    ends = ["", *(each.text for each in inlines), ""]
    for number, each in enumerate(inlines, start=1):
        tight = (ends[number - 1][-1:] + ends[number + 1][:1]).isascii()
        if each.text == "、" and tight:
            yield Plain("、\u200b")
        elif isinstance(each, Plain) and _CODES.search(each.text):
            yield Plain(_CODES.sub("、\u200b", each.text))
        else:
            yield each


def entry_mark(position: int) -> str:
    """Return the bookmark of a heading by its position among all headings, from 0."""
    return f"_Toc{_FIRST_ENTRY + position}"


class _Unknown(dict[str, int]):
    """Says 0 for every heading: takes the room of a page number that is not known yet."""

    def get(self, key: str, default: object = None, /) -> int:
        del key, default
        return 0


UNKNOWN_PAGES: Mapping[str, int] = _Unknown()


def mark_of(target: Target) -> str:
    """Return the bookmark of a target; Word takes 40 characters, so it is made of a digest."""
    # A page's own parts are named by the page and the anchor, whatever the case of a number.
    name = f"{target.kind}/{target.id.lower()}#{target.anchor}"
    return f"b{sha256(name.encode()).hexdigest()[:16]}"
