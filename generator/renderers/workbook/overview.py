"""The first sheet: what the workbook is, what the letters mean, which sheets there are."""

from __future__ import annotations

from xlsxwriter.worksheet import Worksheet

from generator.base.diagnostics import N_
from generator.document.context import Context
from generator.renderers.workbook.cells import row_height
from generator.renderers.workbook.look import LETTER_COLOURS, Look

WIDTH = 64
_LETTERS = {
    "R": N_("does the step itself; exactly one role"),
    "A": N_("answers for the step and decides in it; exactly one role, or one by amount"),
    "C": N_("is asked before the step is done"),
    "I": N_("is told when the step is done"),
}
_NOTES = (
    N_(
        "A* marks approval by amount: of these roles the one decides in whose band the "
        "amount falls."
    ),
    N_("R/A: the same role does the step and answers for it."),
    N_(
        "A collective role stands for one of its members, or for all of them; it counts as "
        "one role."
    ),
    N_("Letters that somebody changes here are read back by “handbook import matrix”."),
)


def write_overview(
    ctx: Context,
    sheet: Worksheet,
    look: Look,
    legend: str,
    listed: tuple[tuple[str, tuple[str, int]], ...],
) -> None:
    """Write the first sheet; `listed` has the name, the title and the rows of each other sheet."""
    settings = ctx.handbook.settings
    sheet.set_column(0, 0, 16)
    sheet.set_column(1, 1, WIDTH)
    sheet.set_column(2, 2, 10)
    sheet.write_string(0, 0, ctx.phrases.plain(settings.title), look.title())
    sheet.set_row(0, 24)
    edition = ctx.phrases.plain(settings.edition.edition) if settings.edition else ""
    dated = f"{edition} · {settings.edition.date.isoformat()}" if settings.edition else ""
    line = " · ".join(part for part in (ctx.phrases.plain(settings.company), dated) if part)
    sheet.write_string(1, 0, line, look.remark())
    sheet.write_string(2, 0, legend, look.remark())
    row = _head(sheet, look, 4, (ctx.words.say("Letter"), ctx.words.say("Meaning")))
    for letter in LETTER_COLOURS:
        sheet.write_string(row, 0, letter, look.coloured(letter))
        sheet.write_string(row, 1, ctx.words.get(_LETTERS[letter]), look.cell())
        row += 1
    for note in _NOTES:
        sheet.set_row(row, row_height([(ctx.words.get(note), WIDTH)]))
        sheet.write_string(row, 1, ctx.words.get(note), look.paragraph())
        row += 1
    row = _head(
        sheet,
        look,
        row + 1,
        (ctx.words.say("Sheet"), ctx.words.say("What it holds"), ctx.words.say("Rows")),
    )
    for name, (title, count) in listed:
        quoted = name.replace("'", "''")
        sheet.write_url(row, 0, f"internal:'{quoted}'!A1", look.cell(link=True), name)
        sheet.write_string(row, 1, title, look.cell())
        sheet.write_number(row, 2, count, look.cell())
        row += 1


def _head(sheet: Worksheet, look: Look, row: int, titles: tuple[str, ...]) -> int:
    for column, title in enumerate(titles):
        sheet.write_string(row, column, title, look.head())
    return row + 1
