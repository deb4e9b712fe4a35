"""What one version of a form says otherwise than another, field by field."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from generator.collect.reading import BETWEEN
from generator.collect.record import FINDING, Amendment, FormRecord, in_words
from generator.model.form import Field

Cells = dict[tuple[str, str], str]


def differences(
    before: FormRecord, after: FormRecord, fields: tuple[Field, ...]
) -> tuple[Amendment, ...]:
    """Return all that differs, in the order of the form; what no field holds comes last.

    A value that was not taken counts as written.
    """
    old, new = _cells(before, fields), _cells(after, fields)
    return (*_changes(old, new), *_remarks(before, after))


def _changes(old: Cells, new: Cells) -> Iterator[Amendment]:
    for field, place in dict.fromkeys((*old, *new)):
        one, other = old.get((field, place), ""), new.get((field, place), "")
        if one != other:
            yield Amendment(field=field, place=place, before=one, after=other)


def _remarks(before: FormRecord, after: FormRecord) -> Iterator[Amendment]:
    old, new = (
        Counter(
            (each.place or each.kind, each.text) for each in record.remarks if each.kind != FINDING
        )
        for record in (before, after)
    )
    for place, text in (old - new).elements():
        yield Amendment(field="", place=place, before=text, after="")
    for place, text in (new - old).elements():
        yield Amendment(field="", place=place, before="", after=text)


def _cells(record: FormRecord, fields: tuple[Field, ...]) -> Cells:
    """Return each single value by the field's id and its place in words."""
    known = {each.field: each for each in fields}
    names = dict.fromkeys((*known, *record.values))
    found: Cells = {}
    for name in names:
        value = record.values.get(name)
        if value is not None:
            found |= _of_field(name, known.get(name), value)
    for each in record.open_points:
        if each.written:
            found.setdefault((each.field, each.place), each.written)
    return found


def _of_field(name: str, field: Field | None, value: Any) -> Cells:
    label = field.label.source if field else name
    if not (isinstance(value, tuple) and value and isinstance(value[0], Mapping)):
        return {(name, label): in_words(value)}
    columns = {each.field: each.label.source for each in field.columns} if field else {}
    found: Cells = {}
    for number, row in enumerate(value, start=1):
        at = str(row.get("signer", number)) if field and field.type == "signature" else str(number)
        for column, cell in row.items():
            words = (label, at, columns.get(column, column))
            found[name, BETWEEN.join(words)] = in_words(cell)
    return found
