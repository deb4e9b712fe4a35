"""Signatures whose section was changed after they were given: they have to be given again."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from generator.collect.reading import BETWEEN
from generator.collect.record import FormRecord, OpenPoint
from generator.collect.signatures import SignedRow
from generator.model.form import Field, Form
from generator.rules.declared.signatures import AMENDED


def amended(history: Sequence[FormRecord], now: FormRecord, form: Form) -> tuple[OpenPoint, ...]:
    """Return the signatures of `now` that stood, signer and date alike, under other values.

    `history` holds the versions before it, oldest first. A signature covers the fields of its
    section and those that it names; one that names none covers all sections before it. Other
    signatures may follow it.
    """
    found: list[OpenPoint] = []
    above: set[str] = set()
    for section in form.sections:
        own = {each.field for each in section.fields if each.type != "signature"}
        above |= own
        for field in section.fields:
            if field.type != "signature":
                continue
            covered = own.union(field.covers) if field.covers else above
            found += (
                _point(field, row)
                for row in now.values.get(field.field) or ()
                if row.get("name") and _differs(_first_with(history, field, row), now, covered)
            )
    return tuple(found)


def _point(field: Field, row: SignedRow) -> OpenPoint:
    return OpenPoint(
        field=field.field,
        place=BETWEEN.join((field.label.source, str(row.get("signer", "")))),
        written=str(row["name"]),
        code=AMENDED.code,
    )


def _first_with(history: Sequence[FormRecord], field: Field, row: SignedRow) -> FormRecord | None:
    """Return the oldest version of those just before in which the same signature stood."""
    found = None
    for record in reversed(history):
        rows = record.values.get(field.field) or ()
        if not any(_mark(each) == _mark(row) for each in rows):
            break
        found = record
    return found


def _mark(row: SignedRow) -> tuple[Any, ...]:
    return row.get("signer"), row.get("name"), row.get("date")


def _differs(before: FormRecord | None, now: FormRecord, covered: Collection[str]) -> bool:
    return before is not None and any(_of(before, each) != _of(now, each) for each in covered)


def _of(record: FormRecord, name: str) -> tuple[Any, ...]:
    written = sorted(
        (each.place, each.written) for each in record.open_points if each.field == name
    )
    return record.values.get(name), written
