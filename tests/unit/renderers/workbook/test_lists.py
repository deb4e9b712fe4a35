"""Registers have filters, a title, how to read them, and columns as broad as they need."""

from __future__ import annotations

from io import BytesIO

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from xlsxwriter import Workbook

from generator.document.blocks import Row, Table, plain
from generator.document.registers import Register
from generator.renderers.workbook.cells import CellWriter
from generator.renderers.workbook.lists import write_register
from generator.renderers.workbook.look import Look

ROWS = (("a", "short", ""), ("a", "x" * 30, ""), ("b", "y" * 90, ""))


def sheet(blank: int = 1) -> Worksheet:
    table = Table(
        "Records",
        ("Id", "What", "To fill in"),
        tuple(Row(tuple(map(plain, cells)), group=cells[0]) for cells in ROWS),
    )
    stream = BytesIO()
    made = Workbook(stream, {"in_memory": True})
    page = made.add_worksheet()
    look = Look(made, font="Arial", colour="112233")
    register = Register(name="Records", hint="How to read it", table=table, blank=blank)
    write_register(register, page, CellWriter(page, lambda _: "", ""), look)
    made.close()
    return load_workbook(BytesIO(stream.getvalue())).worksheets[0]


def test_title_hint_head_and_rows() -> None:
    values = [[cell.value for cell in row] for row in sheet().iter_rows()]
    assert values[:3] == [
        ["Records", None, None], ["How to read it", None, None], ["Id", "What", "To fill in"],
    ]  # fmt: skip
    assert [row[1] for row in values[3:]] == [cells[1] for cells in ROWS]
    assert (sheet().auto_filter.ref, sheet().freeze_panes) == ("A3:C6", "B4")
    assert sheet().print_title_rows == "$3:$3"


def test_columns_are_as_broad_as_their_text_within_limits() -> None:
    widths = [sheet().column_dimensions[name].width for name in "ABC"]
    assert [round(width) for width in widths] == [9, 47, 15]  # Excel adds its own margin
    assert round(sheet(blank=0).column_dimensions["C"].width) == 15


def test_groups_take_turns_in_their_ground_and_long_rows_are_high() -> None:
    grounds = [sheet().cell(row, 1).fill.fgColor.rgb for row in (4, 5, 6)]
    assert grounds[0] == grounds[1] != grounds[2]
    heights = [sheet().row_dimensions[row].height for row in (4, 6)]
    assert heights == [16.5, 30.75]  # one line, two lines; in whole dots
