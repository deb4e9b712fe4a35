"""The sheets with registers: a title, how to read it, and rows under filters."""

from __future__ import annotations

from xlsxwriter.worksheet import Worksheet

from generator.document.blocks import Inlines, text_of
from generator.document.registers import Register
from generator.renderers.workbook.cells import CellWriter, columns_of, row_height
from generator.renderers.workbook.look import Look

TITLE_ROW, HINT_ROW, HEAD_ROW, FIRST_ROW = range(4)
NARROWEST, WIDEST, BLANK = 8, 46, 14
_ARROW = 4  # columns that the button of the filter covers


def write_register(register: Register, sheet: Worksheet, writer: CellWriter, look: Look) -> None:
    """Write one register onto its sheet."""
    table = register.table
    writer.text(TITLE_ROW, 0, table.caption, look.title())
    sheet.set_row(TITLE_ROW, 24)
    writer.text(HINT_ROW, 0, register.hint, look.remark())
    widths = _widths(register)
    for column, title in enumerate(table.columns):
        writer.text(HEAD_ROW, column, title, look.head())
        sheet.set_column(column, column, widths[column])
    odd, group = False, ""
    for at, row in enumerate(table.rows, start=FIRST_ROW):
        said = zip(map(text_of, row.cells), widths, strict=True)
        sheet.set_row(at, row_height(said))
        odd, group = odd != (row.group != group), row.group
        for column, inlines in enumerate(row.cells):
            writer.inlines(at, column, inlines, look.cell(odd=odd), look.cell(odd=odd, link=True))
    last = FIRST_ROW + len(table.rows) - 1
    sheet.freeze_panes(FIRST_ROW, 1)
    sheet.autofilter(HEAD_ROW, 0, last, len(table.columns) - 1)
    sheet.repeat_rows(HEAD_ROW)


def _widths(register: Register) -> list[int]:
    """Return the width of each column; those that are there to fill in are all alike."""
    columns = list(register.table.by_column())
    said = columns[: len(columns) - register.blank]
    return [*(_width(title, cells) for title, cells in said), *[BLANK] * register.blank]


def _width(title: str, cells: tuple[Inlines, ...]) -> int:
    longest = max(columns_of(text_of(each)) for each in cells)
    return max(NARROWEST, columns_of(title) + _ARROW, min(WIDEST, longest + 1))
