"""Builds the workbook: a sheet that explains it, the matrix, and the registers."""

from __future__ import annotations

from datetime import date, datetime, time
from functools import partial
from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from generator.document.addresses import on_the_web
from generator.document.context import Context
from generator.document.matrix import matrix_legend
from generator.document.registers import Register, registers
from generator.renderers.workbook.cells import CellWriter, sheet_names
from generator.renderers.workbook.lists import write_register
from generator.renderers.workbook.look import A3, A4, COLOUR, FONT, Look, printed
from generator.renderers.workbook.matrix import MatrixSheet
from generator.renderers.workbook.overview import write_overview

# What XlsxWriter would otherwise guess from a text: a formula, a link, a number.
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


def workbook_of(ctx: Context) -> bytes:
    """Return the responsibility workbook of a handbook as .xlsx."""
    legend = matrix_legend(ctx.words)
    lists = registers(ctx)
    titles = (
        ctx.words.say("About this workbook"),
        ctx.words.say("Matrix"),
        *(each.name for each in lists),
    )
    names = sheet_names(titles)
    stream = BytesIO()
    book = Workbook(stream, _OPTIONS)
    _identify(book, ctx)
    style = ctx.handbook.settings.house_style
    colour = (style.colour or COLOUR).lstrip("#").upper()
    look = Look(book, font=style.font or FONT, colour=colour)
    sheets = [book.add_worksheet(name) for name in names]
    for number, sheet in enumerate(sheets):
        printed(sheet, paper=A3 if number == 1 else A4, left=_edition(ctx), right=titles[number])
        sheet.hide_gridlines(2)
    write_overview(
        ctx, sheets[0], look, legend, tuple(zip(names[1:], _said(ctx, lists), strict=True))
    )
    MatrixSheet(
        ctx=ctx,
        legend=legend,
        sheet=sheets[1],
        writer=_writer(ctx, sheets[1]),
        look=look,
    ).write()
    for sheet, each in zip(sheets[2:], lists, strict=True):
        write_register(each, sheet, _writer(ctx, sheet), look)
    book.close()
    return stream.getvalue()


def _writer(ctx: Context, sheet: Worksheet) -> CellWriter:
    return CellWriter(
        sheet, partial(on_the_web, ctx), ctx.words.say(" … (cut: too long for a cell)")
    )


def _said(ctx: Context, lists: tuple[Register, ...]) -> list[tuple[str, int]]:
    return [
        (ctx.words.say("Responsibility matrix"), len(ctx.handbook.step_order)),
        *((e.table.caption, len(e.table.rows)) for e in lists),
    ]


def _edition(ctx: Context) -> str:
    settings = ctx.handbook.settings
    title = ctx.phrases.plain(settings.title)
    return f"{title} {ctx.phrases.plain(settings.edition.edition)}" if settings.edition else title


def _identify(book: Workbook, ctx: Context) -> None:
    """Set the document's properties; the date is the edition's, no clock is asked."""
    settings = ctx.handbook.settings
    title = ctx.phrases.plain(settings.title)
    # 1980 is the first year that a ZIP file knows.
    day = settings.edition.date if settings.edition else date(1980, 1, 1)
    book.set_properties(
        {
            "title": f"{title} {ctx.words.say('Responsibility matrix')}",
            "author": ctx.phrases.plain(settings.company),
            "company": ctx.phrases.plain(settings.company),
            "created": datetime.combine(day, time(0)),
        }
    )
