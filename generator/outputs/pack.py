"""The manager's pack: checklists, confirmations, workbook, book, calendars, each as artifacts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from generator.base.artifact import Artifact
from generator.base.fingerprint import fingerprint
from generator.base.parallel import side_by_side
from generator.document.checklists import (
    Checksheet,
    confirmation_sheet,
    process_checksheet,
    role_checksheet,
)
from generator.document.context import Context
from generator.document.prose import read_prose
from generator.model.handbook import Handbook
from generator.model.process import Process
from generator.outputs.drawings import drawings_of, sheets_in
from generator.outputs.office import heading_pages, to_pdf
from generator.renderers.calendar import calendar_of, role_entries
from generator.renderers.word.book import Material, Part, Written, book_of, figures_of
from generator.renderers.word.checklists import checklist_of
from generator.renderers.word.ooxml.house import House, house_of
from generator.renderers.word.setting.pen import UNKNOWN_PAGES, entry_mark
from generator.renderers.workbook import workbook_of
from generator.source.files import CONTENT, list_content

WORKBOOK = "downloads/responsibility-matrix.xlsx"
BOOK = "downloads/handbook.docx"
MOST_IN_ONE_BOOK = 200
"""With more processes than this each chapter becomes a book of its own."""


def calendars(ctx: Context) -> Iterator[Artifact]:
    """Yield `roles/<id>.ics` of each role that has a recurring duty on days."""
    settings = ctx.handbook.settings
    address = settings.address or ""
    host = address.partition("://")[2].partition("/")[0] or "handbook"
    for role in ctx.handbook.organization.roles:
        entries = role_entries(ctx, role)
        if entries:
            title = ctx.words.translated(role.title.source)
            made = partial(calendar_of, title, entries, timezone=settings.timezone, host=host)
            key = fingerprint("calendar", title, entries, settings.timezone, host)
            yield Artifact(f"roles/{role.role}.ics", made, key, role.where)


def checklists(ctx: Context, root: Path) -> Iterator[Artifact]:
    """Yield the checklists of processes and roles, and the confirmations of roles."""
    house = house_in(root, ctx.handbook)
    for process in ctx.handbook.process_list:
        path = f"processes/{process.id}-checklist.docx"
        yield from _checklist(ctx, path, process_checksheet(ctx, process), house)
    for role in ctx.handbook.organization.roles:
        stem = f"roles/{role.role}"
        yield from _checklist(ctx, f"{stem}-checklist.docx", role_checksheet(ctx, role), house)
        sheet = confirmation_sheet(ctx, role)
        yield from _checklist(ctx, f"{stem}-confirmation.docx", sheet, house)


def _checklist(
    ctx: Context, path: str, sheet: Checksheet | None, house: House
) -> Iterator[Artifact]:
    if sheet is None:
        return
    settings = ctx.handbook.settings
    shared = (
        ctx.words.language,
        settings.title,
        settings.company,
        settings.editions,
        _house_key(house),
    )
    key = fingerprint("checklist", sheet, *shared)
    yield Artifact(path, partial(checklist_of, ctx, sheet, house), key)


def workbook(ctx: Context) -> Iterator[Artifact]:
    """Yield the responsibility workbook."""
    yield Artifact(WORKBOOK, partial(workbook_of, ctx), fingerprint("workbook", *_all_of(ctx)))


def books(ctx: Context, root: Path, ids: tuple[str, ...] = ()) -> Iterator[Artifact]:
    """Yield the book: one, or one for each chapter where there are very many processes.

    With `ids` of chapters, roles or processes, one small book for each.
    """
    house = _house_key(house_in(root, ctx.handbook))
    made_from = fingerprint("book", *_all_of(ctx), _content(root), house)
    for path, part in _parts(ctx, ids):
        named = tuple(each.id for each in part.processes)
        key = fingerprint(made_from, part.subtitle, named)
        parts = tuple(drawings_of(ctx, figures_of(ctx, part)).values())
        yield Artifact(path, partial(printed_book, ctx, root, part), key, parts=parts)


def _parts(ctx: Context, ids: tuple[str, ...]) -> Iterator[tuple[str, Part]]:
    handbook = ctx.handbook
    if ids:
        for name in ids:
            part = _part(ctx, name)
            if part:
                yield f"handbook-{name}.docx", part
    elif len(handbook.process_list) <= MOST_IN_ONE_BOOK:
        yield BOOK, Part(processes=handbook.process_list)
    else:
        for chapter in handbook.settings.chapters:
            part = _part(ctx, chapter.chapter)
            if part:
                yield f"downloads/handbook-{chapter.chapter}.docx", part


def _part(ctx: Context, name: str) -> Part | None:
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
    return Part(processes=found, subtitle=title, whole=False) if found else None


def printed_book(ctx: Context, root: Path, part: Part, *drawn: bytes) -> bytes:
    """Return a book; its contents have page numbers where the house style names LibreOffice.

    `drawn` are the drawings of its figures, in their order; without them they are made.

    Raises:
        Refused: the house style names LibreOffice, and it cannot be run.
    """
    drawings = drawings_of(ctx, figures_of(ctx, part))
    with side_by_side([] if drawn else [each.body for each in drawings.values()]) as made:
        pictures = {key: sheets_in(body) for key, body in zip(drawings, drawn or made, strict=True)}
    texts = _content(root)
    material = Material(
        prose={path: Written(*read_prose(text, "about")) for path, text in texts.items()},
        drawings=lambda figure: pictures.get((figure.kind, figure.id), ()),
    )
    house = house_in(root, ctx.handbook)
    if ctx.handbook.settings.house_style.page_numbers is None:
        return book_of(ctx, part, house, material)
    # A first run with a page number in each line, so that the second has the same lines.
    first = book_of(ctx, part, house, replace(material, pages=UNKNOWN_PAGES))
    found = heading_pages(to_pdf(first))
    pages = {entry_mark(at): page for at, (_, page) in enumerate(found)}
    return book_of(ctx, part, house, replace(material, pages=pages))


def _content(root: Path) -> dict[str, str]:
    """Return the hand-written pages by path below `content/`; what is no text is left out."""
    found, _ = list_content(root)
    return {
        each.path.removeprefix(f"{CONTENT}/"): each.raw.decode("utf-8-sig", "replace")
        for each in found
        if each.path.endswith(".md") and not each.path.lower().endswith("readme.md")
    }


def house_in(root: Path, handbook: Handbook) -> House:
    """Return the house style with the files that it names below the handbook's folder."""
    style = handbook.settings.house_style
    return house_of(style, logo=_file(root, style.logo), base=_file(root, style.base_document))


def _file(root: Path, name: str | None) -> bytes | None:
    if not name:
        return None
    path = (root / name).resolve()
    return path.read_bytes() if path.is_relative_to(root.resolve()) and path.is_file() else None


def _house_key(house: House) -> tuple[object, ...]:
    return (house.colour, house.font, house.heading_font, house.latin_font, house.logo, house.base)


def _all_of(ctx: Context) -> tuple[object, ...]:
    handbook = ctx.handbook
    return (
        ctx.words.language,
        ctx.drafts,
        ctx.words.texts.entries,
        handbook.settings,
        handbook.organization,
        handbook.parameter_file,
        handbook.glossary,
        handbook.information,
        handbook.sources,
        handbook.process_list,
        handbook.form_list,
    )
