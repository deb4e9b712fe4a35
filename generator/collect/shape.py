"""The shape that filled forms have in tables, the same in every store.

One table a form, one for each of its row fields; and three for all forms together, with what
stands beside the fields: remarks, open points, and what each version changed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Any, Final

from generator.base.diagnostics import N_
from generator.base.remembered import remembered
from generator.collect.record import Amendment, FormRecord, OpenPoint, Remark, parts_of
from generator.model.form import Field, Form

LONGEST_NAME: Final = 63  # what PostgreSQL takes
_SIGNED = "sign"
_JOIN = "; "
_MOST_SAID: Final = 8


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
    Column("record_newest", N_("Newest"), ColumnKind.BOOLEAN, own=True),
    Column("record_state", N_("State"), own=True),
    Column("record_why", N_("Why partial"), own=True),
    Column("record_outcome", N_("Outcome"), own=True),
    Column("record_form_version", N_("Version of the form"), own=True),
    Column("record_edition", N_("Edition"), own=True),
    Column("record_language", N_("Language"), own=True),
    Column("record_file", N_("File"), own=True),
    Column("record_files", N_("All files"), own=True),
    Column("record_modified", N_("Saved"), own=True),
    Column("record_received", N_("Received"), own=True),
    Column("record_recovered", N_("Recovered fields"), own=True),
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
_FORM = Column("record_form", N_("Form"), own=True)
_POINT = Column("place", N_("Place"), own=True)
# The names begin as no form's do, whose ids begin with a letter.
_SHARED: Mapping[str, tuple[str, tuple[Column, ...]]] = {
    "_remarks": (
        N_("Remarks"),
        (Column("kind", N_("Kind"), own=True), _POINT, Column("text", N_("Text"), own=True)),
    ),
    "_open_points": (
        N_("Open points"),
        (
            Column("field", N_("Field"), own=True),
            _POINT,
            Column("written", N_("Written"), own=True),
            Column("code", N_("Finding"), own=True),
            Column("says", N_("Why"), own=True),
        ),
    ),
    "_changes": (
        N_("Changes"),
        (
            Column("field", N_("Field"), own=True),
            _POINT,
            Column("before", N_("Before"), own=True),
            Column("after", N_("After"), own=True),
        ),
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TableShape:
    """A table: `field` is the row field that it holds; empty for the form's own table.

    `shared` marks a table that all forms have together.
    """

    name: str
    title: str
    columns: tuple[Column, ...]
    keys: tuple[str, ...]
    field: str = ""
    shared: bool = False


def shapes(form: Form, header: tuple[Field, ...]) -> tuple[TableShape, ...]:
    """Return the tables of a form: its own, one for each table field, signatures, the shared."""
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
    return (*found, *_shared_shapes())


@cache
def _shared_shapes() -> tuple[TableShape, ...]:
    keys = (_FORM, *_KEY, _ROW)
    return tuple(
        TableShape(
            name=name,
            title=title,
            columns=(*keys, *columns),
            keys=tuple(each.name for each in keys),
            field=name,
            shared=True,
        )
        for name, (title, columns) in _SHARED.items()
    )


def rows(record: FormRecord, shape: TableShape, form: Form) -> Iterator[dict[str, Any]]:
    """Yield the rows of a record in one of its tables; names that it lacks are empty."""
    key = {"record_key": record.key, "record_version": record.version}
    if not shape.field:
        yield {
            **key,
            "record_newest": record.is_newest,
            "record_state": record.state,
            "record_why": _why(record),
            "record_outcome": record.outcome,
            "record_form_version": record.form_version,
            "record_edition": record.edition,
            "record_language": record.language,
            "record_file": record.file,
            "record_files": _JOIN.join(dict.fromkeys(each.file for each in record.arrivals)),
            "record_modified": record.modified,
            "record_received": record.arrivals[0].received if record.arrivals else "",
            "record_recovered": _JOIN.join(record.recovered),
            "record_digest": record.digest,
            **_plain(record.values, shape),
        }
        return
    if shape.shared:
        noted: tuple[Remark | OpenPoint | Amendment, ...] = getattr(
            record, shape.name.removeprefix("_")
        )
        for number, each in enumerate(noted, start=1):
            yield {"record_form": record.form, **key, "record_row": number, **parts_of(each)}
        return
    entries = (
        _signatures(record, form) if shape.field == _SIGNED else record.values.get(shape.field, ())
    )
    for number, entry in enumerate(entries, start=1):
        yield {**key, "record_row": number, **_plain(entry, shape)}


def _why(record: FormRecord) -> str:
    """Return why a record is partial, as far as a cell takes; all of it is in its open points."""
    says = list(dict.fromkeys(each.says or each.code for each in record.open_points))
    more = len(says) - _MOST_SAID
    return " ".join(says[:_MOST_SAID]) + (f" (+{more})" if more > 0 else "")


def _signatures(record: FormRecord, form: Form) -> Iterator[Mapping[str, Any]]:
    for each in form.fields:
        if each.type == "signature":
            for entry in record.values.get(each.field, ()):
                yield {"field": each.field, **entry}


def _plain(values: Mapping[str, Any], shape: TableShape) -> dict[str, Any]:
    names = _column_names(shape)
    return {
        name: _JOIN.join(value) if isinstance(value, tuple) else value
        for name, value in values.items()
        if name in names
    }


@remembered
def _column_names(shape: TableShape) -> frozenset[str]:
    return frozenset(each.name for each in shape.columns)


def _column(each: Field) -> Column:
    return Column(each.field, each.label.source, _KINDS.get(each.type, ColumnKind.TEXT))


def _name(*parts: str) -> str:
    name = "__".join(part.replace("-", "_") for part in parts)
    if len(name) <= LONGEST_NAME:
        return name
    short = hashlib.sha256(name.encode()).hexdigest()[:8]
    return f"{name[: LONGEST_NAME - 9]}_{short}"
