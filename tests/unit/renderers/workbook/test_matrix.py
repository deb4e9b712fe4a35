"""The matrix: a row for each step, a column for each role, ids for programs beside them."""

from __future__ import annotations

from openpyxl import Workbook


def test_steps_stand_below_their_process(read: Workbook) -> None:
    sheet = read.worksheets[1]
    rows = [tuple(cell.value for cell in row[:7]) for row in sheet.iter_rows(min_row=6)]
    name = "P-01-01 Take an order"
    assert rows[:3] == [
        ("take-order", None, "01", name, "Owner: Shop manager", None, None),
        ("take-order", "take", "01", name, "1 Take the order", "within 2 hours", None),
        ("take-order", "release", "01", name, "2 Release the order", "within 1 working day", None),
    ]


def test_roles_are_columns_with_their_unit_above(read: Workbook) -> None:
    sheet = read.worksheets[1]
    columns = [tuple(cell.value for cell in column[2:5]) for column in sheet.iter_cols(min_col=8)]
    assert columns == [
        ("manager", "Shop", "Shop manager"),
        ("clerk", "Shop", "Sales clerk"),
        ("customer", "Customers", "Customer"),
    ]
    letters = [tuple(cell.value for cell in row[7:10]) for row in sheet.iter_rows(min_row=7)]
    assert letters[:2] == [("A", "R", "C"), ("R/A", "I", None)]


def test_ids_are_hidden_and_letters_are_chosen_from_a_list(read: Workbook) -> None:
    sheet = read.worksheets[1]
    assert sheet.column_dimensions["A"].hidden
    assert sheet.row_dimensions[3].hidden
    (choice,) = sheet.data_validations.dataValidation
    assert choice.formula1 == '"R,A,C,I,R/A,A*"'
    assert str(choice.sqref) == "H6:J11"


def test_what_leads_somewhere_is_a_link(read: Workbook) -> None:
    sheet = read.worksheets[1]
    base = "https://hb.example.com/processes/take-order.html"
    assert sheet["D7"].hyperlink.target == base
    link = sheet["E7"].hyperlink
    assert f"{link.target}#{link.location}" == f"{base}#step-take"
