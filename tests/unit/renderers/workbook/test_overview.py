"""The first sheet explains the letters and leads to the others."""

from __future__ import annotations

from openpyxl import Workbook


def test_it_says_whose_handbook_it_is(read: Workbook) -> None:
    sheet = read.worksheets[0]
    assert sheet["A1"].value == "Process handbook"
    assert sheet["A2"].value == "Example Company · First edition · 2026-01-01"


def test_every_letter_is_explained_in_its_colours(read: Workbook) -> None:
    sheet = read.worksheets[0]
    rows = {row[0].value: row for row in sheet.iter_rows(min_row=6, max_row=9)}
    assert list(rows) == ["R", "A", "C", "I"]
    assert rows["C"][1].value == "is asked before the step is done"
    assert len({row[0].fill.fgColor.rgb for row in rows.values()}) == 4


def test_each_sheet_is_listed_with_its_rows_and_a_link(read: Workbook) -> None:
    sheet = read.worksheets[0]
    listed = [row for row in sheet.iter_rows(min_row=10) if row[0].hyperlink]
    assert [row[0].value for row in listed] == read.sheetnames[1:]
    assert listed[0][0].hyperlink.location == f"'{read.sheetnames[1]}'!A1"
    for row, other in zip(listed[1:], read.worksheets[2:], strict=True):
        assert row[1].value == other["A1"].value
        assert row[2].value == other.max_row - 3
