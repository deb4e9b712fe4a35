"""Records as a workbook: a sheet for each table, text as text and never as a formula."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from decimal import Decimal
from io import BytesIO
from typing import Any, BinaryIO

from xlsxwriter import Workbook
from xlsxwriter.exceptions import XlsxWriterException

from generator.base.diagnostics import Message
from generator.base.i18n import Catalogue
from generator.collect.entries import MOST_DIGITS
from generator.collect.record import FormRecord, plain_values
from generator.collect.shape import TableShape, rows, shapes
from generator.collect.store import StoreProblem
from generator.model.form import Field, Form

LONGEST_TITLE = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
_WIDTH = 16
MOST_ROWS = 1_048_576  # what a sheet of Excel holds
_FULL = Message("a sheet of Excel takes no more rows; write CSV or into a database")
_WIDEST = 100  # digits with their noughts: far within the range of a double
_FIRST_YEAR = 1900  # Excel knows no day before
_PLAIN = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


class XlsxStore:
    """Writes sheets row by row; `words` name the columns that are not fields."""

    def __init__(self, out: BinaryIO, header: tuple[Field, ...], words: Catalogue) -> None:
        self._header = header
        self._words = words
        self._out = out
        self._whole = BytesIO()  # a disk may be full: half of a workbook could not be closed
        self._book = Workbook(self._whole, _PLAIN)
        self._head = self._book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        self._formats = {
            datetime: self._book.add_format({"num_format": "yyyy-mm-dd hh:mm"}),
            date: self._book.add_format({"num_format": "yyyy-mm-dd"}),
            time: self._book.add_format({"num_format": "hh:mm"}),
        }
        self._sheets: dict[str, Any] = {}
        self._lengths: dict[str, int] = {}
        self._titles: set[str] = set()

    def add(self, record: FormRecord, form: Form) -> None:
        """Write one form into its sheets."""
        for shape in shapes(form, self._header):
            for row in rows(record, shape, form):
                sheet = self._sheet(shape, form)
                at = self._lengths[shape.name]
                if at >= MOST_ROWS:
                    raise StoreProblem(_FULL)
                for column, each in enumerate(shape.columns):
                    self._write(sheet, at, column, row.get(each.name))
                self._lengths[shape.name] = at + 1

    def close(self) -> None:
        """Write the file."""
        if not self._sheets:
            self._book.add_worksheet("-")
        try:
            self._book.close()
        except XlsxWriterException as error:
            raise StoreProblem(str(error)) from error
        self._out.write(self._whole.getbuffer())

    def _sheet(self, shape: TableShape, form: Form) -> Any:
        if shape.name not in self._sheets:
            title = form.title.source if not shape.field else f"{form.code} {shape.title}"
            title = self._words.get(shape.title) if shape.shared else title
            sheet = self._book.add_worksheet(self._title(title))
            sheet.freeze_panes(1, 2)
            sheet.set_column(0, len(shape.columns) - 1, _WIDTH)
            for column, each in enumerate(shape.columns):
                label = self._words.get(each.label) if each.own else each.label
                sheet.write_string(0, column, label, self._head)
            self._sheets[shape.name] = sheet
            self._lengths[shape.name] = 1
        return self._sheets[shape.name]

    def _title(self, wanted: str) -> str:
        plain = _FORBIDDEN.sub(" ", wanted).strip() or "-"
        title, number = plain[:LONGEST_TITLE], 1
        while title.casefold() in self._titles:
            number += 1
            end = f" {number}"
            title = plain[: LONGEST_TITLE - len(end)] + end
        self._titles.add(title.casefold())
        return title

    def _write(self, sheet: Any, row: int, column: int, value: Any) -> None:
        if isinstance(value, bool):
            sheet.write_boolean(row, column, value)
        elif isinstance(value, int | Decimal) and _is_exact(value):
            sheet.write_number(row, column, float(value))
        elif isinstance(value, time) or (isinstance(value, date) and value.year >= _FIRST_YEAR):
            sheet.write_datetime(row, column, value, self._formats[type(value)])
        elif value is not None:
            sheet.write_string(row, column, str(plain_values(value)))


def _is_exact(value: int | Decimal) -> bool:
    """Whether Excel keeps all digits of a number; else it stands there as text."""
    digits = Decimal(value).as_tuple()
    exponent = digits.exponent if isinstance(digits.exponent, int) else 0
    whole = "".join(map(str, digits.digits)).strip("0")
    return len(whole) <= MOST_DIGITS and abs(exponent) + len(digits.digits) < _WIDEST
