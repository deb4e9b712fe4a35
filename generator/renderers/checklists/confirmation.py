"""The confirmation of reading: which documents in which version, and a place to sign."""

from __future__ import annotations

from generator.document.addresses import on_the_web
from generator.document.blocks import Target, plain
from generator.document.context import Context
from generator.document.control import in_force
from generator.document.tasks import documents_of_role
from generator.model.form import Form
from generator.model.organization import Role
from generator.model.process import Process
from generator.ooxml.controls import Entry
from generator.ooxml.house import House
from generator.ooxml.table import Cell, Grid, row, table
from generator.ooxml.text import Setting, paragraph, run
from generator.renderers.checklists.paper import bytes_of, new_pen
from generator.word.flow import Piece
from generator.word.frame import facts_of, frame, letterhead, signatures
from generator.word.pen import Pen
from generator.word.styles import BODY, CELL
from generator.word.tables import head

_TITLES = ("Read", "Code", "Title", "Version", "In force from")
_WIDTHS = (800, 1600, 1300, 1800)  # all but the title


def confirmation(ctx: Context, role: Role, house: House) -> bytes | None:
    """Return the confirmation of a role as .docx; None where no document concerns it."""
    documents = documents_of_role(ctx, role)
    if not documents:
        return None
    title = ctx.translated(role.title.source)
    pen = new_pen(ctx, house, f"confirmation/{role.role}")
    frame(pen, ctx.say("Confirmation of reading"), title)
    edition = ctx.handbook.settings.edition
    rows = (
        (ctx.say("Role"), plain(title)),
        (ctx.say("Unit"), ctx.unit(role.unit) if role.unit else ()),
        (ctx.say("Edition"), ctx.inlines(edition.edition) if edition else ()),
    )
    address = on_the_web(ctx, Target("role", role.role))
    said = ctx.say("I have read the following documents in the versions named and work by them.")
    parts = (
        letterhead(pen, ctx.say("Confirmation of reading"), facts_of(rows), address),
        paragraph(run(said), BODY, Setting(before=160, after=100)),
        _documents(pen, documents),
        paragraph(""),
        signatures(pen, (ctx.say("Name"), ctx.say("Signature"), ctx.say("Date"))),
    )
    subject = ctx.say("Confirmation of reading: {title}", title=title)
    return bytes_of(pen, [Piece(parts)], subject)


def _documents(pen: Pen, documents: tuple[Process | Form, ...]) -> str:
    ctx = pen.ctx
    rest = pen.sheet.width - sum(_WIDTHS)
    widths = (*_WIDTHS[:2], rest, *_WIDTHS[2:])
    title = ctx.say("Documents")
    described = ctx.say("A row for each document, with a box to tick.")
    grid = Grid(widths=widths, title=title, description=described, heading=True)
    rows = [head(pen, grid, [ctx.words.get(each) for each in _TITLES])]
    for each in documents:
        name = ctx.translated(each.title.source)
        box = pen.controls.check(Entry(tag=f"read.{each.code.lower()}"[:64], name=name[:64]))
        texts = (each.code, name, each.revision.version, in_force(ctx, each.revision))
        cells = [Cell(content=paragraph(box, CELL, Setting(align="center")))]
        rows.append(row(grid, [*cells, *(Cell(content=pen.cell(plain(text))) for text in texts)]))
    return table(grid, rows)
