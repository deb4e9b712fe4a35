"""Records as CSV that a spreadsheet opens without harm: a line for each value, or a table each.

One file holds the values one below the other (form, key, field, value), because forms differ in
their fields; what is known of the record itself stands there under the names of its columns, what
no field holds under the name of its table. A folder holds one file for each table, with a column
for each field.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from io import TextIOWrapper
from typing import Any, BinaryIO

from generator.collect.record import FormRecord, plain_values
from generator.collect.shape import rows, shapes
from generator.collect.store import Writing
from generator.model.form import Field, Form
from generator.publish.gate import Gate

MARK = "\ufeff"  # tells Excel that the file is UTF-8
_DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_HEAD = ("form", "key", "version", "file", "field", "row", "column", "label", "value")


def as_text(raw: BinaryIO) -> TextIOWrapper:
    """Return a stream of bytes as one of text, with line ends as they are written."""
    return TextIOWrapper(raw, encoding="utf-8", newline="")


def safe(value: Any) -> Any:
    """Return a value that no spreadsheet takes for a formula (OWASP: CSV injection)."""
    text = isinstance(value, str) and value.startswith(_DANGEROUS)
    return f"'{value}" if text else plain_values(value)


class CsvStore:
    """Writes all values into one file, a line each."""

    def __init__(self, out: Writing, header: tuple[Field, ...]) -> None:
        self._header = header
        self._out = csv.writer(out)
        out.write(MARK)
        self._out.writerow(_HEAD)

    def add(self, record: FormRecord, form: Form) -> None:
        """Write the values of one form."""
        head = (record.form, safe(record.key), record.version, safe(record.file))
        for each in (*self._header, *form.fields):
            value = record.values.get(each.field)
            if value is None:
                continue
            for row, column, label, one in _values(each, value):
                self._out.writerow((*head, each.field, row, column, safe(label), safe(one)))
        for field, row, column, label, one in _own(record, form, self._header):
            self._out.writerow((*head, field, row, column, label, safe(one)))

    def close(self) -> None:
        """Nothing is held back."""


def _own(
    record: FormRecord, form: Form, header: tuple[Field, ...]
) -> Iterator[tuple[str, Any, str, str, Any]]:
    """Yield what is known of the record itself, and what stands in it beside its fields."""
    main, *others = shapes(form, header)
    for row in rows(record, main, form):
        for each in main.columns:
            if each.own and each.name not in main.keys and row.get(each.name) not in {None, ""}:
                yield each.name, "", "", each.label, row[each.name]
    for shape in others:
        if shape.shared:
            for row in rows(record, shape, form):
                for each in shape.columns:
                    if each.name not in shape.keys and row[each.name]:
                        yield shape.name, row["record_row"], each.name, each.label, row[each.name]


def _values(each: Field, value: Any) -> list[tuple[Any, str, str, Any]]:
    label = each.label.source
    if not (isinstance(value, tuple) and value and isinstance(value[0], Mapping)):
        one = "; ".join(value) if isinstance(value, tuple) else value
        return [("", "", label, one)]
    labels = {inner.field: inner.label.source for inner in each.columns}
    return [
        (number, name, f"{label}: {labels.get(name, name)}", one)
        for number, entry in enumerate(value, start=1)
        for name, one in entry.items()
    ]


class CsvFolder:
    """Writes one file for each table of each form into a folder.

    The files take their names when `stack` is left in peace.
    """

    def __init__(self, folder: Gate, header: tuple[Field, ...], stack: ExitStack) -> None:
        self._folder = folder
        self._header = header
        self._open: dict[str, Any] = {}
        self._stack = stack

    def add(self, record: FormRecord, form: Form) -> None:
        """Write one form into its tables."""
        for shape in shapes(form, self._header):
            names = [each.name for each in shape.columns]
            writer = self._writer(shape.name, names)  # an empty table is written too
            for row in rows(record, shape, form):
                writer.writerow([safe(row.get(name)) for name in names])

    def close(self) -> None:
        """Nothing is held back: the files are closed with the stack."""

    def _writer(self, name: str, columns: list[str]) -> Any:
        if name not in self._open:
            raw = self._stack.enter_context(self._folder.written(f"{name}.csv"))
            file = self._stack.enter_context(as_text(raw))
            file.write(MARK)
            self._open[name] = csv.writer(file)
            self._open[name].writerow(columns)
        return self._open[name]
