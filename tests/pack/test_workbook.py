"""The responsibility workbook, read back by another library, says what the model says."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook
from shipped import shipped

from generator.document.blocks import Matrix, text_of
from generator.document.matrix import matrix_of, whole_matrix
from generator.document.registers import registers
from generator.renderers.workbook import workbook_of

Cell = tuple[str, str, str]
IDS, FIRST_ROLE = 3, 8


@pytest.fixture(scope="module")
def raw() -> bytes:
    return workbook_of(shipped())


@pytest.fixture(scope="module")
def book(raw: bytes) -> Workbook:
    return load_workbook(BytesIO(raw))


def in_model() -> dict[Cell, str]:
    cells: dict[Cell, str] = {}
    for part in shipped().handbook.assignments:
        key = (part.process.id, part.step.id, part.role)
        letter = f"{part.letter}*" if part.authority else part.letter
        cells[key] = f"{cells[key]}/{letter}" if key in cells else letter
    return cells


def in_workbook(book: Workbook) -> dict[Cell, str]:
    sheet = book.worksheets[1]
    rows = list(sheet.iter_rows(values_only=True))
    roles = rows[IDS - 1][FIRST_ROLE - 1 :]
    return {
        (str(row[0]), str(row[1]), str(role)): str(letter)
        for row in rows
        if row[1]
        for role, letter in zip(roles, row[FIRST_ROLE - 1 :], strict=True)
        if letter
    }


def of_block(matrix: Matrix) -> dict[Cell, str]:
    processes = shipped().handbook.processes
    return {
        (row.group, processes[row.group].steps[int(row.number) - 1].id, column.role): letter
        for row in matrix.rows
        for column, letter in zip(matrix.columns, row.letters, strict=True)
        if letter
    }


def test_workbook_site_and_model_agree_cell_for_cell(book: Workbook) -> None:
    ctx = shipped()
    whole = whole_matrix(ctx)
    single: dict[Cell, str] = {}
    for process in ctx.handbook.process_list:
        single |= of_block(matrix_of(ctx, process))
    assert in_workbook(book) == of_block(whole) == single == in_model()
    assert len(in_model()) > 1_000


def test_every_row_of_every_register_is_there_word_for_word(book: Workbook) -> None:
    for sheet, register in zip(book.worksheets[2:], registers(shipped()), strict=True):
        found = list(sheet.iter_rows(min_row=4, values_only=True))
        assert len(found) == len(register.table.rows), sheet.title
        for seen, row in zip(found, register.table.rows, strict=True):
            assert [str(each or "") for each in seen] == [text_of(cell) for cell in row.cells]


def test_no_formula_anywhere(raw: bytes) -> None:
    with zipfile.ZipFile(BytesIO(raw)) as archive:
        sheets = [name for name in archive.namelist() if name.startswith("xl/worksheets/")]
        assert not [name for name in sheets if re.search(rb"<f[ >]", archive.read(name))]


def test_rows_lead_to_their_pages(book: Workbook) -> None:
    address = shipped().handbook.settings.address
    links = [
        cell.hyperlink.target
        for row in book.worksheets[1].iter_rows(min_row=6)
        for cell in row
        if cell.hyperlink
    ]
    assert len(links) > len(shipped().handbook.process_list) * 2
    assert all(str(each).startswith(str(address)) for each in links)


def test_the_sheet_is_ready_to_work_with_and_to_print(book: Workbook) -> None:
    matrix, *lists = book.worksheets[1:]
    assert matrix.freeze_panes == "F6"
    assert matrix.column_dimensions["A"].hidden
    for sheet in (matrix, *lists):
        assert sheet.auto_filter.ref
        assert sheet.print_title_rows
        assert sheet.page_setup.fitToHeight == 0
    assert matrix.row_dimensions[7].outlineLevel == 1


def test_same_bytes_twice(raw: bytes) -> None:
    assert workbook_of(shipped()) == raw
