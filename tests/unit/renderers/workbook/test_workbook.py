"""The workbook, read back by another library, shows each thing below its own heading."""

from __future__ import annotations

from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from pages import context
from small import book

from generator.renderers.workbook import workbook_of

MATRIX_HEAD, REGISTER_HEAD = 5, 3


@pytest.fixture(scope="module")
def workbook() -> Workbook:
    return load_workbook(BytesIO(workbook_of(context(book()))))


def rows(sheet: Worksheet, head: int) -> list[dict[str, str]]:
    """The rows below a head, as heading → text, without what is empty."""
    headings, *below = sheet.iter_rows(min_row=head, values_only=True)
    return [
        {str(title): str(text) for title, text in zip(headings, row, strict=True) if text}
        for row in below
    ]


def test_a_step_of_the_matrix_has_its_due_and_its_letters_below_their_headings(
    workbook: Workbook,
) -> None:
    owner, take, release, *_ = rows(workbook["Matrix"], MATRIX_HEAD)
    assert owner["Process"] == "P-01-01 Take an order"
    assert owner["Step"] == "Owner: Shop manager"
    take.pop("None")
    assert take == {
        "Chapter": "01",
        "Process": "P-01-01 Take an order",
        "Step": "1 Take the order",
        "By when": "within 2 hours",
        "Shop manager": "A",
        "Sales clerk": "R",
        "Customer": "C",
    }
    assert (release["Shop manager"], release["Sales clerk"]) == ("R/A", "I")


def test_a_register_has_its_cells_below_their_headings(workbook: Workbook) -> None:
    assert rows(workbook["Forms"], REGISTER_HEAD)[0] == {
        "Chapter": "Sales",
        "Form": "FM-01-01 Order sheet",
        "Version": "V1.0 for trial",
        "Filled by": "Sales clerk, Shop manager",
        "Used in": "P-01-01 Take an order; P-01-02 Ship an order",
        "Kept": "3 years",
        "Owner": "Shop manager",
    }


def test_the_first_sheet_counts_the_rows_of_the_others(workbook: Workbook) -> None:
    about = workbook.worksheets[0]
    counted = {row[0].value: row[2].value for row in about.iter_rows() if row[2].value}
    assert counted["Matrix"] == len(
        [row for row in rows(workbook["Matrix"], MATRIX_HEAD) if "By when" in row]
    )
    assert counted["Forms"] == 1
