"""The cover of the book with document control, the approval block, and the revision table."""

from __future__ import annotations

from generator.base.diagnostics import N_
from generator.document.blocks import Facts, Inlines, plain
from generator.document.overview_pages import editions_table
from generator.renderers.word.ooxml.node import Nodes
from generator.renderers.word.ooxml.page import section_break
from generator.renderers.word.ooxml.table import Cell, Grid, row, stacked, table
from generator.renderers.word.ooxml.text import ParagraphFormat, paragraph, run
from generator.renderers.word.setting.frame import facts_of, logo
from generator.renderers.word.setting.pen import Pen
from generator.renderers.word.setting.tables import facts, head, listed

_LOGO_HEIGHT = 28.0
_COLUMNS = ("", N_("Role"), N_("Name"), N_("Signature"), N_("Date"))
_WIDTHS = (0.18, 0.28, 0.18, 0.2, 0.16)


def cover(pen: Pen, subtitle: str, documents: str) -> Nodes:
    """Return the cover, a page without header and footer; `documents` says what the book holds."""
    settings = pen.ctx.handbook.settings
    edition = settings.edition
    top = paragraph(logo(pen, height=_LOGO_HEIGHT), "", ParagraphFormat(before=1800, after=600))
    lines = [
        top,
        paragraph(run(pen.ctx.phrases.plain(settings.company)), "CoverLine"),
        paragraph(run(pen.ctx.phrases.plain(settings.title)), "CoverTitle"),
    ]
    if subtitle:
        lines.append(paragraph(run(subtitle), "CoverLine"))
    if edition:
        lines.append(paragraph(run(pen.ctx.phrases.plain(edition.edition)), "CoverLine"))
        dated = paragraph(run(edition.date.isoformat()), "CoverLine", ParagraphFormat(after=1600))
        lines.append(dated)
    lines += [_control(pen, documents), paragraph(()), _approval(pen)]
    return stacked(lines) + section_break(pen.sheet, ())


def _control(pen: Pen, documents: str) -> Nodes:
    ctx = pen.ctx
    edition = ctx.handbook.settings.edition
    rows: tuple[tuple[str, Inlines], ...] = (
        (ctx.words.say("Edition"), ctx.phrases.inlines(edition.edition) if edition else ()),
        (ctx.words.say("In force from"), plain(edition.date.isoformat()) if edition else ()),
        (ctx.words.say("Holds"), plain(documents)),
        (ctx.words.say("Newest version"), plain(ctx.handbook.settings.address or "")),
        (ctx.words.say("Copy number"), plain(" ")),
    )
    return facts(pen, Facts(facts_of(rows)), ctx.words.say("Document control"))


def _approval(pen: Pen) -> Nodes:
    """Return who prepared, reviewed and approved the edition, with room to sign."""
    ctx = pen.ctx
    edition = ctx.handbook.settings.edition
    signers = [(N_("Prepared by"), edition.prepared_by if edition else None)]
    signers += [("Reviewed by", each) for each in (edition.reviewed_by if edition else ())]
    signers += [("Approved by", edition.approved_by if edition else None)]
    widths = [int(pen.sheet.width * share) for share in _WIDTHS]
    widths[-1] += pen.sheet.width - sum(widths)
    title = ctx.words.say("Approval")
    grid = Grid(widths=tuple(widths), title=title, description=title, heading=True)
    rows = [head(pen, grid, [ctx.words.get(each) if each else "" for each in _COLUMNS])]
    for what, role in signers:
        texts = (plain(ctx.words.get(what)), ctx.links.role(role) if role else (), (), (), ())
        rows.append(row(grid, [Cell(content=pen.cell(each)) for each in texts], height=560))
    return table(grid, rows)


def revisions(pen: Pen) -> Nodes:
    """Return the table of editions, on the page after the cover."""
    ctx = pen.ctx
    editions = editions_table(ctx)
    if not editions.rows:
        return ()
    title = paragraph(run(editions.caption), "ContentsHeading")
    return title + listed(pen, editions)
