"""The shape that filled forms have in tables: one table a form, one for each of its row fields."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any, Final

from generator.base.diagnostics import N_
from generator.collect.record import FormRecord
from generator.model.form import Field, Form

LONGEST_NAME: Final = 63  # what PostgreSQL takes
_SIGNED = "sign"
_JOIN = "; "


class ColumnKind(Enum):
    """What a column holds."""

    TEXT = "text"
    INTEGER = "integer"
    DECIMAL = "decimal"
    BOOLEAN = "boolean"
    DATE = "date"
    TIME = "time"
    MOMENT = "date-time"


_KINDS: Mapping[str, ColumnKind] = {
    "integer": ColumnKind.INTEGER,
    "number": ColumnKind.DECIMAL,
    "money": ColumnKind.DECIMAL,
    "percent": ColumnKind.DECIMAL,
    "check": ColumnKind.BOOLEAN,
    "date": ColumnKind.DATE,
    "time": ColumnKind.TIME,
    "date-time": ColumnKind.MOMENT,
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name for programs, its label for people (an English id for our own)."""

    name: str
    label: str
    kind: ColumnKind = ColumnKind.TEXT
    own: bool = False


_KEY = (
    Column("record_key", N_("Key"), own=True),
    Column("record_version", N_("Content"), ColumnKind.INTEGER, own=True),
)
_ORIGIN = (
    Column("record_state", N_("State"), own=True),
    Column("record_form_version", N_("Version of the form"), own=True),
    Column("record_edition", N_("Edition"), own=True),
    Column("record_language", N_("Language"), own=True),
    Column("record_file", N_("File"), own=True),
    Column("record_digest", N_("Digest"), own=True),
)
_ROW = Column("record_row", N_("Row"), ColumnKind.INTEGER, own=True)
_SIGNATURE = (
    Column("field", N_("Field"), own=True),
    Column("signer", N_("Signs"), own=True),
    Column("conclusion", N_("Conclusion"), own=True),
    Column("opinion", N_("Opinion"), own=True),
    Column("name", N_("Signature"), own=True),
    Column("date", N_("Date"), ColumnKind.DATE, own=True),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TableShape:
    """A table: `field` is the row field that it holds; empty for the form's own table."""

    name: str
    title: str
    columns: tuple[Column, ...]
    keys: tuple[str, ...]
    field: str = ""


def shapes(form: Form, header: tuple[Field, ...]) -> tuple[TableShape, ...]:
    """Return the tables of a form: its own first, then one for each table field, signatures."""
    fields = (*header, *form.fields)
    single = tuple(_column(each) for each in fields if each.type not in {"table", "signature"})
    keys = tuple(each.name for each in _KEY)
    found = [
        TableShape(
            name=_name(form.id),
            title=form.title.source,
            columns=(*_KEY, *single, *_ORIGIN),
            keys=keys,
        )
    ]
    row_keys = (*keys, _ROW.name)
    for each in fields:
        if each.columns:
            inner = tuple(_column(one) for one in each.columns)
            found.append(
                TableShape(
                    name=_name(form.id, each.field),
                    title=each.label.source,
                    columns=(*_KEY, _ROW, *inner),
                    keys=row_keys,
                    field=each.field,
                )
            )
    if any(each.type == "signature" for each in fields):
        found.append(
            TableShape(
                name=_name(form.id, _SIGNED),
                title=f"{form.title.source} · sign",
                columns=(*_KEY, _ROW, *_SIGNATURE),
                keys=row_keys,
                field=_SIGNED,
            )
        )
    return tuple(found)


def rows(record: FormRecord, shape: TableShape, form: Form) -> Iterator[dict[str, Any]]:
    """Yield the rows of a record in one of its tables; names that it lacks are empty."""
    key = {"record_key": record.key, "record_version": record.version}
    if not shape.field:
        yield {
            **key,
            "record_state": record.state,
            "record_form_version": record.form_version,
            "record_edition": record.edition,
            "record_language": record.language,
            "record_file": record.file,
            "record_digest": record.digest,
            **_plain(record.values, shape),
        }
        return
    entries = (
        _signatures(record, form) if shape.field == _SIGNED else record.values.get(shape.field, ())
    )
    for number, entry in enumerate(entries, start=1):
        yield {**key, "record_row": number, **_plain(entry, shape)}


def _signatures(record: FormRecord, form: Form) -> Iterator[Mapping[str, Any]]:
    for each in form.fields:
        if each.type == "signature":
            for entry in record.values.get(each.field, ()):
                yield {"field": each.field, **entry}


def _plain(values: Mapping[str, Any], shape: TableShape) -> dict[str, Any]:
    names = {each.name for each in shape.columns}
    return {
        name: _JOIN.join(value) if isinstance(value, tuple) else value
        for name, value in values.items()
        if name in names
    }


def _column(each: Field) -> Column:
    return Column(each.field, each.label.source, _KINDS.get(each.type, ColumnKind.TEXT))


def _name(*parts: str) -> str:
    name = "__".join(part.replace("-", "_") for part in parts)
    if len(name) <= LONGEST_NAME:
        return name
    short = hashlib.sha256(name.encode()).hexdigest()[:8]
    return f"{name[: LONGEST_NAME - 9]}_{short}"
