"""The handbook as a book in Word: whole, by chapter, and for a role or a process on demand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from generator.base.artifact import Artifact
from generator.base.fingerprint import fingerprint
from generator.base.parallel import side_by_side
from generator.document.context import Context
from generator.document.prose import read_prose
from generator.model.process import Process
from generator.outputs.drawings import drawings_of, sheets_in
from generator.outputs.material import Material, all_of
from generator.outputs.output import LANDING, Output, OutputFile
from generator.renderers.word.book import BookMaterial, BookScope, Written, book_of, figures_of
from generator.renderers.word.setting.pen import UNKNOWN_PAGES, entry_mark

MOST_IN_ONE_BOOK = 200
"""With more processes than this each chapter becomes a book of its own."""


def _files(ctx: Context, material: Material) -> Iterator[OutputFile]:
    handbook = ctx.handbook
    made_from = _made_from(ctx, material)
    part: BookScope | None
    if len(handbook.process_list) <= MOST_IN_ONE_BOOK:
        part = BookScope(processes=handbook.process_list)
        label = ctx.words.say("The whole handbook (Word)")
        artifact = _artifact(ctx, material, "downloads/handbook.docx", part, made_from)
        yield OutputFile(artifact=artifact, label=label)
        return
    for chapter in handbook.settings.chapters:
        part = _part(ctx, chapter.chapter)
        if part:
            page = f"chapters/{chapter.chapter}"
            file = _file(ctx, material, chapter.chapter, part, made_from)
            yield replace(file, pages=(*LANDING, page))


def _files_for(ctx: Context, material: Material, name: str) -> Iterator[OutputFile]:
    """Yield the book of a chapter, role or process; nothing for other ids."""
    part = _part(ctx, name)
    if part:
        yield _file(ctx, material, name, part, _made_from(ctx, material))


def _made_from(ctx: Context, material: Material) -> str:
    """Return the part of the key that all books share: it takes long for a large handbook."""
    return fingerprint("book", *all_of(ctx), material)


def _file(
    ctx: Context, material: Material, name: str, part: BookScope, made_from: str
) -> OutputFile:
    path = f"downloads/handbook-{name}.docx"
    return OutputFile(
        artifact=_artifact(ctx, material, path, part, made_from),
        label=ctx.words.say("The handbook: {part} (Word)", part=part.subtitle),
        about=name,
    )


def _artifact(
    ctx: Context, material: Material, path: str, part: BookScope, made_from: str
) -> Artifact:
    named = tuple(each.id for each in part.processes)
    key = fingerprint(made_from, part.subtitle, part.whole, named)
    parts = tuple(drawings_of(ctx, figures_of(ctx, part)).values())
    return Artifact(path, partial(printed_book, ctx, material, part), key, parts=parts)


def _part(ctx: Context, name: str) -> BookScope | None:
    """Return the part of the book that a chapter, role or process gives; None for other ids."""
    handbook = ctx.handbook
    title = ""
    found: tuple[Process, ...] = ()
    if name in handbook.chapters:
        chapter = handbook.chapters[name]
        title = f"{chapter.code} {ctx.words.translated(chapter.title.source)}"
        found = handbook.processes_of_chapter(name)
    elif name in handbook.roles:
        title = ctx.words.translated(handbook.roles[name].title.source)
        parts = handbook.assignments_by_role.get(name, ())
        taken = {part.process.id for part in parts}
        found = tuple(each for each in handbook.process_list if each.id in taken)
    elif name in handbook.processes:
        found = (handbook.processes[name],)
        title = f"{found[0].code} {ctx.words.translated(found[0].title.source)}"
    return BookScope(processes=found, subtitle=title, whole=False) if found else None


def printed_book(ctx: Context, material: Material, part: BookScope, *drawn: bytes) -> bytes:
    """Return a book; its contents have page numbers where the material can lay it out.

    `drawn` are the drawings of its figures, in their order; without them they are made.

    Raises:
        Refused: the house style names LibreOffice, and it cannot be run.
    """
    drawings = drawings_of(ctx, figures_of(ctx, part))
    with side_by_side([] if drawn else [each.body for each in drawings.values()]) as made:
        pictures = {key: sheets_in(body) for key, body in zip(drawings, drawn or made, strict=True)}
    inside = BookMaterial(
        prose={
            path: Written(
                *read_prose(text, "chapters" if path.startswith("chapters/") else "about")
            )
            for path, text in material.prose.items()
        },
        drawings=lambda figure: pictures.get((figure.kind, figure.id), ()),
    )
    if material.heading_pages is None:
        return book_of(ctx, part, material.house, inside)
    # A first run with a page number in each line, so that the second has the same lines.
    first = book_of(ctx, part, material.house, replace(inside, pages=UNKNOWN_PAGES))
    found = material.heading_pages(first)
    pages = {entry_mark(at): page for at, page in enumerate(found)}
    return book_of(ctx, part, material.house, replace(inside, pages=pages))


BOOK = Output(id="book", files=_files, files_for=_files_for)
