"""The chapters of the book: hand-written introduction, then each process on a new page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import replace

from generator.document.blocks import Block, Figure, Section, Target
from generator.document.chapter_page import chapter_page
from generator.document.process_page import process_page
from generator.model.process import Process
from generator.model.settings import Chapter
from generator.renderers.word.book.material import BookMaterial
from generator.renderers.word.ooxml.node import Nodes, joined
from generator.renderers.word.ooxml.text import ParagraphFormat, paragraph, run
from generator.renderers.word.setting.captions import FIGURE, TABLE, reference
from generator.renderers.word.setting.flow import Piece
from generator.renderers.word.setting.pen import Pen
from generator.renderers.word.setting.styles import BODY
from generator.renderers.word.setting.typesetter import Heading, Typesetter

NOT_ON_PAPER = frozenset({"downloads"})
"""Parts of a process page that the book leaves out: files."""


def chapter_number(chapter: Chapter) -> str:
    """Return the number of a chapter: its code, as pages and document codes have it.

    The number is the handbook's own and not counted, so that the book of one chapter keeps it.
    """
    return chapter.code


def chapter_pieces(
    pen: Pen, chapter: Chapter, processes: Sequence[Process], material: BookMaterial
) -> Iterator[Piece]:
    """Yield a chapter with some of its processes."""
    ctx = pen.ctx
    target = Target("chapter", chapter.chapter)
    setter = Typesetter(pen=pen, page=target)
    number = chapter_number(chapter)
    heading = Heading(
        level=1,
        number=number,
        title=ctx.words.translated(chapter.title.source),
        targets=(target,),
        new_page=True,
    )
    yield Piece((setter.heading(heading),))
    for path in (f"{chapter.chapter}.md", f"chapters/{chapter.chapter}.md"):
        if path in material.prose:
            yield from narrative(setter, material.prose[path].blocks, level=3)
    yield from _map(setter, chapter)
    for position, process in enumerate(processes, start=1):
        yield from _process(pen, process, f"{number}.{position}")


def _map(setter: Typesetter, chapter: Chapter) -> Iterator[Piece]:
    for block in chapter_page(setter.pen.ctx, chapter, frozenset()).blocks:
        if isinstance(block, Section) and any(figures_in(block.blocks)):
            yield from setter.sections(block.blocks, Heading(level=3, number="", title=block.title))


def narrative(setter: Typesetter, blocks: Sequence[Block], *, level: int) -> Iterator[Piece]:
    """Yield hand-written blocks; their headings stand at a level and have no number.

    All of them are printed: `NOT_ON_PAPER` names parts of pages that the product makes.
    """
    whole = copy(setter.pen)
    whole.left_out = frozenset()
    setter = replace(setter, pen=whole)
    own = [each for each in blocks if not isinstance(each, Section)]
    if own:
        yield Piece(tuple(setter.set(own, "")))
    for block in blocks:
        if isinstance(block, Section):
            heading = Heading(level=level, number="", title=block.title)
            yield from setter.sections(block.blocks, heading)


def _process(pen: Pen, process: Process, number: str) -> Iterator[Piece]:
    target = Target("process", process.id)
    page = process_page(pen.ctx, process)
    heading = Heading(
        level=2,
        number=number,
        title=f"{process.code} {page.title}",
        targets=(target,),
        new_page=True,
    )
    drawn = any(pen.drawings(each) for each in figures_in(page.blocks))
    openers = {"flow": _pointers(pen, process)} if drawn else {}
    setter = Typesetter(pen=pen, page=target, openers=openers)
    yield from setter.sections(page.blocks, heading)


def _pointers(pen: Pen, process: Process) -> Nodes:
    """Return the sentence that leads from the flow to the diagram and the matrix."""
    said = pen.say("{figure} shows the flow, {table} who takes part.", figure="\0", table="\1")
    parts = {
        "\0": reference(FIGURE, f"process/{process.id}"),
        "\1": reference(TABLE, f"process/{process.id}/matrix"),
    }
    pieces = re.split("([\0\1])", said)
    runs = joined(parts.get(piece) or run(piece) for piece in pieces if piece)
    return paragraph(runs, BODY, ParagraphFormat(keep_next=True))


def figures_in(blocks: Sequence[Block]) -> Iterator[Figure]:
    """Yield the figures among blocks, those in sections too, that a book shows.

    It leaves out the flow of a chapter's only process by unit: the process itself comes next.
    """
    for block in blocks:
        if isinstance(block, Figure):
            if block.kind != "interaction":
                yield block
        elif isinstance(block, Section):
            yield from figures_in(block.blocks)
