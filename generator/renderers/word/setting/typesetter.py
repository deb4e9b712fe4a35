"""Sets blocks one after another: headings, text, tables, steps, matrices, diagrams."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest

from generator.document.blocks import (
    Block,
    Bullets,
    Cards,
    Checklist,
    Code,
    Facts,
    Figure,
    Inlines,
    Link,
    Matrix,
    Note,
    Paragraph,
    Plain,
    Prose,
    Section,
    Steps,
    Table,
    Target,
)
from generator.renderers.word.ooxml.node import Nodes, joined
from generator.renderers.word.ooxml.numbering import BULLET
from generator.renderers.word.ooxml.page import Sheet
from generator.renderers.word.ooxml.table import Cell, Grid, row, stacked, table
from generator.renderers.word.ooxml.text import (
    ParagraphFormat,
    in_list,
    kept,
    on_new_page,
    paragraph,
    run,
)
from generator.renderers.word.setting.captions import TABLE, caption
from generator.renderers.word.setting.figures import figure
from generator.renderers.word.setting.flow import Piece, turned
from generator.renderers.word.setting.matrix import matrix, matrix_needs_landscape
from generator.renderers.word.setting.pen import Pen
from generator.renderers.word.setting.steps import BOX, steps
from generator.renderers.word.setting.styles import BODY
from generator.renderers.word.setting.tables import facts, listed, needs_landscape

DEEPEST = 3
FIRST_INDENT, NEXT_INDENT = 140, 420
"""How far a list, and each list in it, stands from the margin, in twips."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """What stands above a section: its level, its number, what links to it lead to.

    `inner` is the level of the sections in it, where that is not the next one.
    """

    level: int
    number: str
    title: str
    targets: tuple[Target, ...] = ()
    new_page: bool = False
    inner: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Typesetter:
    """Sets the blocks of one page of the handbook; `page` is what its anchors belong to.

    `rows` is the kind of target that anchors of table rows have (`parameter`, `term`, …);
    `openers` are paragraphs that come first in the section of an anchor.
    """

    pen: Pen
    page: Target
    rows: str = ""
    openers: Mapping[str, Nodes] = field(default_factory=dict)

    def sections(self, blocks: Sequence[Block], heading: Heading) -> Iterator[Piece]:
        """Yield the pieces of a headed part; sections inside are numbered below its number."""
        own = tuple(each for each in blocks if not isinstance(each, Section))
        inner = tuple(each for each in blocks if isinstance(each, Section))
        landscape = _begins_in_landscape(blocks)
        setter = self.on(turned(self.pen.sheet)) if landscape else self
        opener = joined(self.openers.get(each.anchor, ()) for each in heading.targets)
        parts = [setter.heading(heading), opener, *setter.set(own, heading.title)]
        yield Piece(tuple(parts), landscape)
        kept = (each for each in inner if each.anchor not in self.pen.left_out)
        for number, each in enumerate(kept, start=1):
            anchor = replace(self.page, anchor=each.anchor)
            below = Heading(
                level=heading.inner or heading.level + 1,
                number=f"{heading.number}.{number}" if heading.number else "",
                title=each.title,
                targets=(anchor,) if each.anchor else (),
            )
            note = (Paragraph(each.note),) if each.note else ()
            yield from self.sections((*note, *each.blocks), below)

    def on(self, sheet: Sheet) -> Typesetter:
        """Return a typesetter that writes onto another sheet."""
        return replace(self, pen=self.pen.on(sheet))

    def heading(self, heading: Heading) -> Nodes:
        """Return a heading with its number and bookmarks."""
        style = f"Heading{min(heading.level, DEEPEST)}"
        runs = run(f"{heading.number}  {heading.title}" if heading.number else heading.title)
        for target in heading.targets:
            runs = self.pen.place(target, runs)
        runs = self.pen.listed(heading.level, heading.number, heading.title, runs)
        made = paragraph(runs, style)
        return on_new_page(made) if heading.new_page else made

    def set(self, blocks: Sequence[Block], title: str) -> list[Nodes]:
        """Return each block as paragraphs and tables; empty ones stay out.

        A paragraph stays on the page of the list or table that it leads to.
        """
        return [
            kept(made)
            if isinstance(each, Paragraph) and isinstance(after, Bullets | Table)
            else made
            for each, after in zip_longest(blocks, blocks[1:])
            if (made := self._block(each, title))
        ]

    # One line for each kind of block.
    def _block(self, block: Block, title: str) -> Nodes:  # noqa: C901, PLR0911, PLR0912
        pen = self.pen
        match block:
            case Paragraph():
                return paragraph(pen.runs(block.text), BODY)
            case Facts():
                return facts(pen, block, title)
            case Table():
                return self._table(block)
            case Bullets():
                return joined(self._entry(*each) for each in block.entries())
            case Checklist():
                return joined(paragraph(run(BOX) + pen.runs(e), BODY) for e in block.items)
            case Steps():
                return steps(pen, block, self.page.id)
            case Matrix():
                name = f"{self.page.kind}/{self.page.id}/matrix"
                return caption(pen, TABLE, block.caption, name, above=True) + matrix(pen, block)
            case Figure():
                return figure(pen, block)
            case Note():
                return () if block.until else self._note(block)
            case Cards():
                return joined(self._card(e.title, e.target, e.text) for e in block.items)
            case Code():
                return paragraph(run(block.text.rstrip("\n")), "SourceCode")
            case Prose():
                return stacked(self.set(pen.prose.get(block.path, ()), title))
            case _:  # downloads and fields of forms have no place on paper
                return ()

    def _table(self, block: Table) -> Nodes:
        pen = self.pen
        if not block.rows:
            return ()
        name = f"{self.page.kind}/{self.page.id}/{block.caption}"
        above = caption(pen, TABLE, block.caption, name, above=True) if block.caption else ()
        return above + listed(pen, block, kind=self.rows)

    def bullet(self, text: Inlines) -> Nodes:
        """Return an entry of a list."""
        runs = self.pen.runs(text)
        if not self.pen.document.has_bullets:
            return paragraph(run("•  ") + runs, "ListParagraph")
        return in_list(paragraph(runs, "ListParagraph"), BULLET)

    def _entry(self, level: int, mark: str, text: Inlines) -> Nodes:
        """Return an entry of a list that may stand in another list."""
        if level == 0 and mark == "•":
            return self.bullet(text)
        said = run(f"{mark}  ") if mark else ()
        indent = FIRST_INDENT + level * NEXT_INDENT
        return paragraph(
            said + self.pen.runs(text), "ListParagraph", ParagraphFormat(indent=indent)
        )

    def _card(self, title: str, target: Target, text: Inlines) -> Nodes:
        line: Inlines = (Link(title, target),)
        if text:
            line = (*line, Plain(self.pen.say(": ")), *text)
        return self.bullet(line)

    def _note(self, block: Note) -> Nodes:
        pen = self.pen
        grid = Grid(widths=(pen.sheet.width,), title=block.title, description=block.title)
        said = paragraph(run(f"{block.title}{pen.say(': ')}") + pen.runs(block.text), BODY)
        return table(grid, [row(grid, [Cell(content=said, shade="FFF4CE")])])


def _begins_in_landscape(blocks: Sequence[Block]) -> bool:
    """Whether a section begins in landscape: by its own blocks, else as its first section does.

    A heading without anything of its own must not be left behind on a portrait page.
    """
    own = [each for each in blocks if not isinstance(each, Section)]
    if own:
        return any(_lies(each) for each in own)
    first = next((each for each in blocks if isinstance(each, Section)), None)
    return first is not None and _begins_in_landscape(first.blocks)


def _lies(block: Block) -> bool:
    if isinstance(block, Table):
        return needs_landscape(block)
    return isinstance(block, Matrix) and matrix_needs_landscape(block)
