"""The document that a checklist is written into, and its properties."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from generator.document.context import Context
from generator.model.process import Process
from generator.ooxml.house import House
from generator.ooxml.page import Sheet
from generator.ooxml.properties import Properties
from generator.word.document import PrintDocument
from generator.word.flow import Piece, body_of
from generator.word.pen import Pen

_SHEET = Sheet(left=907, right=794)
_FIRST_DAY = date(1980, 1, 1)  # the first that a ZIP file knows


def new_pen(ctx: Context, house: House, name: str) -> Pen:
    """Return the pen of a new document."""
    document = PrintDocument(house, english=ctx.language == "en")
    return Pen(ctx=ctx, house=house, document=document, name=name, sheet=_SHEET)


def bytes_of(
    pen: Pen, pieces: Sequence[Piece], title: str, process: Process | None = None
) -> bytes:
    """Return the finished document; its date is the version's, else the edition's."""
    settings = pen.ctx.handbook.settings
    edition = settings.edition
    dated = edition.date if edition else _FIRST_DAY
    if process:
        dated = process.revision.date
    properties = Properties(
        title=title,
        subject=pen.ctx.plain(settings.title),
        creator=pen.ctx.plain(settings.company),
        language=pen.ctx.language,
        dated=dated,
        version=process.revision.version if process else "",
    )
    return pen.document.finish(body_of(pen, pieces), properties)
