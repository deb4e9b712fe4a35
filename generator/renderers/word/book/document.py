"""Puts the book together: cover, contents, foreword, chapters, appendices."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.document.blocks import Figure, Target
from generator.document.chapter_page import chapter_page
from generator.document.context import Context
from generator.document.process_page import process_page
from generator.model.process import Process
from generator.renderers.word.book.appendices import appendix_pieces
from generator.renderers.word.book.chapters import (
    NOT_ON_PAPER,
    chapter_pieces,
    figures_in,
    narrative,
)
from generator.renderers.word.book.contents import contents
from generator.renderers.word.book.cover import cover, revisions
from generator.renderers.word.book.material import BookMaterial
from generator.renderers.word.ooxml.house import House
from generator.renderers.word.ooxml.properties import Properties
from generator.renderers.word.ooxml.table import stacked
from generator.renderers.word.setting.document import PrintDocument
from generator.renderers.word.setting.flow import Piece, body_of
from generator.renderers.word.setting.frame import frame
from generator.renderers.word.setting.pen import Pen
from generator.renderers.word.setting.typesetter import Heading, Typesetter

FOREWORD = "foreword.md"
_FIRST_DAY = date(1980, 1, 1)  # the first that a ZIP file knows


@dataclass(frozen=True, slots=True, kw_only=True)
class BookScope:
    """What a book holds: processes, all or some, and whether it has foreword and appendices."""

    processes: tuple[Process, ...]
    subtitle: str = ""
    whole: bool = True


def book_of(ctx: Context, part: BookScope, house: House, material: BookMaterial) -> bytes:
    """Return the book as .docx."""
    settings = ctx.handbook.settings
    title = ctx.phrases.plain(settings.title)
    pen = Pen(
        ctx=ctx,
        house=house,
        document=PrintDocument(house, english=not ctx.words.language.startswith("zh")),
        name=f"book/{part.subtitle}",
        prose={path: each.blocks for path, each in material.prose.items()},
        drawings=material.drawings,
        pages=material.pages,
        left_out=NOT_ON_PAPER,
    )
    edition = ctx.phrases.plain(settings.edition.edition) if settings.edition else ""
    frame(pen, title, part.subtitle or edition)
    main = list(_main(pen, part, material))
    front = Piece((stacked((revisions(pen), contents(pen, pen.entries))),))
    held = ctx.words.say(
        "{processes} {processes:process|processes}, {forms} {forms:form|forms}",
        processes=len(part.processes),
        forms=len(_forms(part)),
    )
    first = cover(pen, part.subtitle, held)
    body = pen.settled(first) + body_of(pen, [front, *main])
    properties = Properties(
        title=f"{title} {part.subtitle}".strip(),
        subject=edition or title,
        creator=ctx.phrases.plain(settings.company),
        language=ctx.words.language,
        dated=settings.edition.date if settings.edition else _FIRST_DAY,
    )
    return pen.document.finish(body, properties)


def _forms(part: BookScope) -> set[str]:
    steps = (step for process in part.processes for step in process.steps)
    return {use.form for step in steps for use in step.forms}


def _main(pen: Pen, part: BookScope, material: BookMaterial) -> Iterator[Piece]:
    chapters = pen.ctx.handbook.settings.chapters
    opened = {f"{each.chapter}.md" for each in chapters}
    pages = [path for path in material.prose if "/" not in path and path not in opened]
    if part.whole and FOREWORD in pages:
        yield from _page(pen, material, FOREWORD)
    for chapter in chapters:
        held = tuple(each for each in part.processes if each.chapter == chapter.chapter)
        if held:
            yield from chapter_pieces(pen, chapter, held, material)
    if part.whole:
        for path in pages:
            if path != FOREWORD:
                yield from _page(pen, material, path)
        yield from appendix_pieces(pen)


def _page(pen: Pen, material: BookMaterial, path: str) -> Iterator[Piece]:
    """Yield a hand-written page as a part of its own."""
    target = Target("about", path.removesuffix(".md"))
    written = material.prose[path]
    setter = Typesetter(pen=pen, page=target)
    heading = Heading(level=1, number="", title=written.title, targets=(target,), new_page=True)
    yield Piece((setter.heading(heading),))
    yield from narrative(setter, written.blocks, level=3)


def figures_of(ctx: Context, part: BookScope) -> tuple[Figure, ...]:
    """Return the figures that a book holds, to be drawn before it is written."""
    names = {each.chapter for each in part.processes}
    pages = [
        chapter_page(ctx, chapter, frozenset())
        for chapter in ctx.handbook.settings.chapters
        if chapter.chapter in names
    ]
    pages += [process_page(ctx, each) for each in part.processes]
    return tuple(figure for page in pages for figure in figures_in(page.blocks))
