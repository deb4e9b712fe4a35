"""Texts get into cells as they are: no formula, nothing cut in silence, links only where plain."""

from __future__ import annotations

from io import BytesIO

import pytest
from openpyxl import load_workbook
from xlsxwriter import Workbook

from generator.document.blocks import Link, Plain, Target, plain
from generator.renderers.workbook.cells import (
    LONGEST_NAME,
    CellWriter,
    fitting,
    row_height,
    sheet_names,
)


@pytest.mark.promise("T17")
def test_names_of_sheets_are_such_as_excel_takes() -> None:
    long = "国内营销中心市场督导及检查制度之岗位职责与权限对照一览表附说明、修订记录和适用范围"
    assert len(long) > LONGEST_NAME
    names = sheet_names(["a/b[1]:*?", long, long, "History", "'x'", "X", ""])
    assert names[0] == "a b 1"
    assert all(0 < len(name) <= 31 for name in names)
    assert len({name.casefold() for name in names}) == len(names)
    assert names[3] == "History (2)"


@pytest.mark.parametrize("sign", ["a", "流", "𠮷"])
@pytest.mark.promise("T17")
def test_a_text_too_long_for_a_cell_says_that_it_was_cut(sign: str) -> None:
    cut = fitting(sign * 40_000, " …")
    assert cut.endswith(" …")
    assert len(cut.encode("utf-16-le")) // 2 <= 32_767
    assert fitting(sign * 10, " …") == sign * 10


@pytest.mark.parametrize(
    "text", ["=1+1", "==1", "+1", "-1", "@A1", "\t=1", "{=1}", "=HYPERLINK(1)"]
)
@pytest.mark.promise("T16")
def test_what_looks_like_a_formula_stays_text(text: str) -> None:
    stream = BytesIO()
    book = Workbook(stream, {"in_memory": True})
    sheet = book.add_worksheet()
    style = book.add_format()
    CellWriter(sheet, lambda _: "", "").inlines(0, 0, plain(text), style, style)
    book.close()
    cell = load_workbook(BytesIO(stream.getvalue())).active["A1"]
    assert (cell.value, cell.data_type) == (text, "s")


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "x" * 3_000, ""])
def test_only_plain_addresses_become_links(address: str) -> None:
    stream = BytesIO()
    book = Workbook(stream, {"in_memory": True})
    sheet = book.add_worksheet()
    style = book.add_format()
    link = (Plain("见"), Link("流程", Target("address", address)))
    CellWriter(sheet, lambda target: target.id, "").inlines(0, 0, link, style, style)
    book.close()
    cell = load_workbook(BytesIO(stream.getvalue())).active["A1"]
    assert (cell.value, cell.hyperlink) == ("见流程", None)


def test_rows_are_as_high_as_their_text() -> None:
    assert row_height([("短", 20)]) < row_height([("长" * 40, 20)]) < row_height([("长" * 80, 20)])
    assert row_height([("长" * 4_000, 20)]) <= 409
