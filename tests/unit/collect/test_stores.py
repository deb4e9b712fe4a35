"""The same records in JSON, CSV, a workbook and a database, safe to open."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date
from decimal import Decimal
from io import StringIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from filling import fill
from forms import EVERY_TYPE, blank, good, handbook, order_sheet, read
from sqlalchemy import create_engine, inspect, text

from generator.base.i18n import Catalogue
from generator.collect.record import FormRecord
from generator.collect.register.statements import ARRIVALS, TAKEN
from generator.collect.store import StoreProblem
from generator.collect.store_csv import CsvFolder, CsvStore
from generator.collect.store_database import DatabaseStore
from generator.collect.store_json import JsonStore
from generator.collect.store_xlsx import XlsxStore
from generator.model.handbook import Handbook
from generator.publish.gate import Gate

HEADER = handbook().settings.form_header
DANGER = "=HYPERLINK(x)"


def record(book: Handbook | None = None, **changes: Any) -> FormRecord:
    book = book or handbook()
    values = {**good(), "wishes": DANGER, "extras": ("bell", "rack"), **changes}
    found = read(fill(blank(book), book, order_sheet(book), values), book).value
    assert found is not None
    return found


def test_json_is_one_array_with_values_by_field() -> None:
    out = StringIO()
    store = JsonStore(out)
    store.add(record(), order_sheet())
    store.add(record(document_no="OS-2", deposit="1200.50"), order_sheet())
    store.close()
    first, second = json.loads(out.getvalue())
    assert (first["form"], first["key"], first["version"]) == ("order-sheet", "OS-1", 1)
    assert first["values"]["wanted"] == "2026-12-24"
    assert first["values"]["goods"][0]["sum"] == "200"
    assert second["values"]["deposit"] == "1200.5"


def test_json_without_records_is_an_empty_array() -> None:
    out = StringIO()
    JsonStore(out).close()
    assert json.loads(out.getvalue()) == []


@pytest.mark.promise("T16", "R08")
def test_csv_has_a_line_for_each_value_and_no_formula() -> None:
    out = StringIO()
    CsvStore(out, HEADER).add(record(pieces=5), order_sheet())
    rows = list(csv.DictReader(StringIO(out.getvalue().removeprefix("\ufeff"))))
    by_place = {(row["field"], row["row"], row["column"]): row["value"] for row in rows}
    assert by_place["wishes", "", ""] == f"'{DANGER}"
    assert by_place["pieces", "", ""] == "5"
    assert by_place["goods", "1", "article"] == "X-1"
    assert by_place["extras", "", ""] == "bell; rack"
    assert not any(value.startswith(("=", "+", "@")) for row in rows for value in row.values())


def test_a_folder_of_csv_has_a_file_for_each_table(tmp_path: Path) -> None:
    with ExitStack() as stack:
        store = CsvFolder(Gate(tmp_path), HEADER, stack)
        store.add(record(), order_sheet())
        store.close()
    names = sorted(path.stem for path in tmp_path.iterdir())
    tables = ["order_sheet", *(f"order_sheet__{each}" for each in ("goods", "marks", "sign"))]
    assert names == ["_changes", "_open_points", "_remarks", *tables]
    lines = (tmp_path / "order_sheet.csv").read_text(encoding="utf-8-sig").splitlines()
    row = next(csv.DictReader(lines))
    assert row["wishes"] == f"'{DANGER}"
    assert row["agreed"] == "True"


@pytest.mark.promise("T16", "R08")
def test_a_workbook_has_a_sheet_for_each_table_and_no_formula(tmp_path: Path) -> None:
    path = tmp_path / "forms.xlsx"
    with path.open("w+b") as out:
        store = XlsxStore(out, HEADER, Catalogue("en"))
        store.add(record(), order_sheet())
        store.close()
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["Order sheet", "FM-01-01 Goods", "FM-01-01 Order sheet · sign"]
    labels, values = (list(row) for row in book.worksheets[0].iter_rows(values_only=True))
    row = dict(zip(labels, values, strict=True))
    assert row["Wishes"] == DANGER
    assert row["Wanted on"].date() == date(2026, 12, 24)
    kinds = {cell.data_type for sheet in book for line in sheet.iter_rows() for cell in line}
    assert "f" not in kinds


@pytest.fixture
def address(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'forms.db'}"


def rows_of(address: str, table: str) -> Iterator[dict[str, Any]]:
    engine = create_engine(address)
    with engine.connect() as connection:
        for row in connection.execute(text(f"SELECT * FROM {table}")):  # noqa: S608 - our own name
            yield dict(row._mapping)
    engine.dispose()


@pytest.mark.promise("R08")
def test_a_database_has_a_table_a_form_and_one_for_its_rows(address: str) -> None:
    store = DatabaseStore(address, HEADER)
    store.add(record(deposit="1200.55"), order_sheet())
    store.close()
    (row,) = rows_of(address, "order_sheet")
    assert row["record_key"] == "OS-1"
    assert row["wishes"] == DANGER
    assert Decimal(str(row["deposit"])) == Decimal("1200.55")
    (goods,) = rows_of(address, "order_sheet__goods")
    assert (goods["record_row"], goods["article"], goods["amount"]) == (1, "X-1", 2)
    (signed,) = rows_of(address, "order_sheet__sign")
    assert (signed["field"], signed["name"], signed["conclusion"]) == (
        "approved",
        "Ann",
        "yes please",
    )


def test_a_field_that_the_form_gains_becomes_a_column(address: str) -> None:
    store = DatabaseStore(address, HEADER)
    store.add(record(), order_sheet())
    store.close()
    gained = "      - {field: colour, label: Colour, type: text, optional: true}\n"
    at = EVERY_TYPE.index("      - {field: wishes")
    new = handbook(EVERY_TYPE[:at] + gained + EVERY_TYPE[at:])
    store = DatabaseStore(address, new.settings.form_header)
    store.add(record(new, document_no="OS-2", colour="red"), order_sheet(new))
    store.close()
    assert [row["colour"] for row in rows_of(address, "order_sheet")] == [None, "red"]


def test_a_field_that_became_a_number_is_kept_as_text(address: str) -> None:
    store = DatabaseStore(address, HEADER)
    store.add(record(), order_sheet())
    store.close()
    new = handbook(
        EVERY_TYPE.replace("label: Seller, type: person", "label: Seller, type: integer")
    )
    store = DatabaseStore(address, new.settings.form_header)
    store.add(record(new, document_no="OS-2", seller=7), order_sheet(new))
    store.close()
    assert [row["seller"] for row in rows_of(address, "order_sheet")] == [None, "7"]


@pytest.mark.parametrize(
    "wrong",
    [
        "no address",
        "nosuch://x/y",
        "sqlite:////nowhere/at/all.db",
        "sqlite://",
        "sqlite:///:memory:",
        "sqlite:///file::memory:?uri=true",
        "sqlite:///file:x?mode=memory&uri=true",
    ],
)
def test_a_database_that_cannot_be_used_says_so(wrong: str) -> None:
    with pytest.raises(StoreProblem):
        DatabaseStore(wrong, HEADER)


def test_names_of_tables_fit_every_database(address: str) -> None:
    from generator.collect.shape import LONGEST_NAME, shapes

    store = DatabaseStore(address, HEADER)
    store.add(record(), order_sheet())
    store.close()
    names = inspect(create_engine(address)).get_table_names()
    assert all(len(name) <= LONGEST_NAME for name in names)
    ours = {shape.name for shape in shapes(order_sheet(), HEADER)}
    assert ours | {ARRIVALS, TAKEN} >= set(names)
