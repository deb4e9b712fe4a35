"""Sets a sheet of boxes as a Word document: letterhead, tables of lines, places to sign."""

from __future__ import annotations

from datetime import date

from generator.document.checklists import ChecklistGroup, Checksheet
from generator.document.context import Context
from generator.renderers.word.checklists.lines import line_table
from generator.renderers.word.ooxml.house import House
from generator.renderers.word.ooxml.node import Nodes
from generator.renderers.word.ooxml.page import Sheet
from generator.renderers.word.ooxml.properties import Properties
from generator.renderers.word.ooxml.text import ParagraphFormat, on_new_page, paragraph, run
from generator.renderers.word.setting.document import PrintDocument
from generator.renderers.word.setting.flow import Piece, body_of
from generator.renderers.word.setting.frame import frame, letterhead, signatures
from generator.renderers.word.setting.pen import Pen
from generator.renderers.word.setting.styles import BODY

_SHEET = Sheet(left=907, right=794)
_FIRST_DAY = date(1980, 1, 1)  # the first that a ZIP file knows


def checklist_of(ctx: Context, sheet: Checksheet, house: House) -> bytes:
    """Return the document; its date is its own version's, else the edition's."""
    document = PrintDocument(house, english=not ctx.words.language.startswith("zh"))
    pen = Pen(ctx=ctx, house=house, document=document, name=sheet.name, sheet=_SHEET)
    frame(pen, sheet.running, sheet.mark)
    parts = [letterhead(pen, sheet.title, sheet.facts, sheet.address)]
    if sheet.statement:
        parts.append(paragraph(run(sheet.statement), BODY, ParagraphFormat(before=160, after=100)))
    for group in sheet.groups:
        parts += _group(pen, sheet, group)
    if not any(group.signed for group in sheet.groups):
        parts += [paragraph(()), signatures(pen, sheet.signers)]
    settings = ctx.handbook.settings
    edition = settings.edition.date if settings.edition else _FIRST_DAY
    properties = Properties(
        title=sheet.subject,
        subject=ctx.phrases.plain(settings.title),
        creator=ctx.phrases.plain(settings.company),
        language=ctx.words.language,
        dated=sheet.dated or edition,
        version=sheet.version,
    )
    return document.finish(body_of(pen, [Piece(tuple(parts))]), properties)


def _group(pen: Pen, sheet: Checksheet, group: ChecklistGroup) -> list[Nodes]:
    parts = [_heading(group)] if group.title else []
    parts.append(line_table(pen, group.lines, group.title or sheet.title))
    if group.signed:
        parts += [paragraph(()), signatures(pen, sheet.signers)]
    return parts


def _heading(group: ChecklistGroup) -> Nodes:
    made = paragraph(run(group.title), "Heading1")
    return on_new_page(made) if group.new_page else made
