"""The end of the book: forms, authority, parameters, information, terms, index of roles."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from generator.base.diagnostics import N_
from generator.document.authority import authority_page
from generator.document.blocks import (
    Block,
    Inlines,
    Link,
    Page,
    Plain,
    Row,
    Section,
    Table,
    Target,
    joined,
)
from generator.document.context import Context
from generator.document.lists import forms_page
from generator.document.reference_pages import glossary_page, information_page, parameters_page
from generator.document.tasks import assignments_of
from generator.renderers.word.ooxml.text import HARD_HYPHEN
from generator.renderers.word.setting.flow import Piece
from generator.renderers.word.setting.pen import Pen
from generator.renderers.word.setting.typesetter import Heading, Typesetter

_ROLE_COLUMNS = (N_("Role"), N_("Unit"), N_("Does"), N_("Answers for"), N_("Is asked or told"))


def appendix_pieces(pen: Pen) -> Iterator[Piece]:
    """Yield the appendices of the whole book."""
    ctx = pen.ctx
    pages = (
        (_forms(ctx), "form"),
        (authority_page(ctx), "authority"),
        (_with_notes_below(ctx, parameters_page(ctx)), "parameter"),
        (_with_notes_below(ctx, information_page(ctx)), "item"),
        (glossary_page(ctx), "term"),
        (role_index(ctx), "role"),
    )
    for page, rows in pages:
        if any(_has_rows(each) for each in page.blocks):
            setter = Typesetter(pen=pen, page=Target("page", page.path), rows=rows)
            target = (Target("page", page.path),)
            heading = Heading(
                level=1, number="", title=page.title, targets=target, new_page=True, inner=3
            )
            yield from setter.sections(_flat(page), heading)


def _has_rows(block: Block) -> bool:
    if isinstance(block, Section):
        return any(_has_rows(each) for each in block.blocks)
    return isinstance(block, Table) and bool(block.rows)


def _flat(page: Page) -> tuple[Block, ...]:
    """Return the blocks of a page; where it has one section only, without that section's title."""
    sections = [each for each in page.blocks if isinstance(each, Section)]
    if len(sections) != 1:
        return page.blocks
    own = tuple(each for each in page.blocks if not isinstance(each, Section))
    return (*own, *sections[0].blocks)


def _forms(ctx: Context) -> Page:
    """Return the list of forms, each row a place for links."""
    page = forms_page(ctx)
    return _with_rows(page, lambda row: replace(row, anchor=row.subject.id if row.subject else ""))


def _with_notes_below(ctx: Context, page: Page) -> Page:
    """Return a page whose notes in cells begin a line of their own: columns are narrow here."""
    note = Plain(ctx.words.say(" Note: "))
    below = Plain("\n" + note.text.lstrip())

    def turned(row: Row) -> Row:
        cells = (tuple(below if each == note else each for each in cell) for cell in row.cells)
        return replace(row, cells=tuple(cells))

    return _with_rows(page, turned)


def _with_rows(page: Page, change: Callable[[Row], Row]) -> Page:
    def changed(block: Block) -> Block:
        if isinstance(block, Section):
            return replace(block, blocks=tuple(changed(each) for each in block.blocks))
        if not isinstance(block, Table):
            return block
        return replace(block, rows=tuple(change(each) for each in block.rows))

    return replace(page, blocks=tuple(changed(each) for each in page.blocks))


def role_index(ctx: Context) -> Page:
    """Return the index of roles: for each the processes in which it has a part."""
    rows = []
    for role in ctx.handbook.organization.roles:
        found: dict[str, dict[str, None]] = {"R": {}, "A": {}, "CI": {}}
        for part, _ in assignments_of(ctx.handbook, role):
            key = part.letter if part.letter in "RA" else "CI"
            found[key][part.process.id] = None
        unit = ctx.links.unit(role.unit) if role.unit else ()
        cells = tuple(_codes(ctx, tuple(found[key])) for key in ("R", "A", "CI"))
        rows.append(Row((ctx.links.role(role.role), unit, *cells), anchor=role.role))
    title = ctx.words.say("Index of roles")
    columns = tuple(map(ctx.words.get, _ROLE_COLUMNS))
    table = Table(title, columns, tuple(rows))
    return Page(path="roles", title=title, kind="list", blocks=(table,))


def _codes(ctx: Context, processes: tuple[str, ...]) -> Inlines:
    known = ctx.handbook.processes
    # In narrow columns of nothing but codes, each code stays on one line. LibreOffice needs a
    # space to break at between hard hyphens; a space of no width is not enough there.
    links: list[Inlines] = [
        (Link(known[name].code.replace("-", HARD_HYPHEN), Target("process", name)),)
        for name in processes
    ]
    return joined(links, f"{ctx.words.comma.rstrip()} ")
