"""From places to values: fields, tables with their rows, signatures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from generator.base.diagnostics import Message, Severity
from generator.base.plain import cleaned, is_none, says_nothing
from generator.base.remembered import remembered
from generator.collect.entries import EntryReader
from generator.collect.filled import Filled
from generator.collect.reading import FieldPlace, Reading, short
from generator.collect.record import OLD_FIELD, Remark
from generator.collect.spelling.signers import says_later, signs_for_another
from generator.collect.spelling.ticks import boxed, shown_in, tick_of
from generator.model.form import Field
from generator.model.form_tags import (
    SIGNATURE_PARTS,
    column_tag,
    option_tags,
    row_marks,
    signature_tag,
)
from generator.rules.declared.collect import FIELD_GONE, FIELD_TWICE, UNCLEAR, UNKNOWN_FIELD

_Cells: TypeAlias = "tuple[Field, list[Filled]]"  # of one column, in one row or in all


class FieldReader:
    """Reads the fields of a form into `reading`, which notes what it finds on the way."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self._entries = EntryReader(reading)

    def read(self, fields: Iterable[Field], filled: Iterable[Filled]) -> None:
        """Read all fields of a form out of its controls into `reading`."""
        wanted = tuple(fields)
        by_tag: dict[str, list[Filled]] = defaultdict(list)
        for control in filled:
            by_tag[control.tag].append(control)
        for field in wanted:
            here = {tag: by_tag.pop(tag) for tag in tags_of(field) if tag in by_tag}
            if not here:
                self._gone(field)
                continue
            if any(
                one.recovered and (one.whole or one.beside)
                for found in here.values()
                for one in found
            ):
                self.reading.recovered.add(field.field)
            value = self._read(field, here)
            if value is not None and value != ():
                self.reading.values[field.field] = value
        for tag, left in by_tag.items():
            self._keep(tag, left)

    def _keep(self, tag: str, left: list[Filled]) -> None:
        """Keep what stands in a field that the form does not have."""
        said = [cleaned(one.whole) for one in left if one.checked is None or one.checked]
        if text := "; ".join(filter(None, said)):
            self.reading.report(UNKNOWN_FIELD, tag=tag, value=short(text))
            self.reading.remarks.append(Remark(kind=OLD_FIELD, place=tag, text=text))

    def _gone(self, field: Field) -> None:
        needed = not field.optional and not field.computed and self.reading.same_version
        self.reading.faulty.add(field.field)
        severity = Severity.ERROR if needed else Severity.WARNING
        label = self.reading.label(field)
        self.reading.report(FIELD_GONE, FieldPlace(field), severity=severity, label=label)

    def _read(self, field: Field, here: Mapping[str, list[Filled]]) -> Any:
        if field.type == "signature":
            return self._signatures(field, here)
        if field.type == "choices":
            return self._options(field, here)
        if field.columns:
            return self._rows(field, here)
        return self._value(FieldPlace(field), here[field.field])

    def _value(self, place: FieldPlace, found: list[Filled]) -> Any:
        one = self._one(place, found)
        return None if one is None else self._entries.value(place, one)

    def _one(self, place: FieldPlace, found: list[Filled]) -> Filled | None:
        """Return the one control that is filled in; None where two say different things."""
        if len(found) == 1:
            return found[0]
        given = [one for one in found if _given(one)]
        said = dict.fromkeys((cleaned(one.whole), one.checked) for one in given)
        if len(said) > 1:
            self.reading.ask(FIELD_TWICE, place, " | ".join(text for text, _ in said))
            return None
        return given[0] if given else found[0]

    def _options(self, field: Field, here: Mapping[str, list[Filled]]) -> tuple[str, ...]:
        place, found = FieldPlace(field), []
        for option, tag in option_tags(field).items():
            one = self._one(place, here[tag]) if tag in here else None
            if one and (_typed_tick(one) or self._entries.value(place, one) is True):
                found.append(option)
        for one in here.get(field.field, ()):
            found += self._entries.value(place, one) or ()
        return tuple(dict.fromkeys(found))

    def _rows(
        self, table: Field, here: Mapping[str, list[Filled]]
    ) -> tuple[Mapping[str, Any], ...]:
        found: list[Mapping[str, Any]] = []
        first = table.columns[0]
        for option, tags in _printed_rows(table):
            printed = [(inner, here[tag]) for tag, inner in tags.items() if tag in here]
            if row := self._row(table, printed, len(found) + 1):
                found.append({first.field: option, **row})
        plain = _cell_tags(table)
        self._columns_gone(table, here)
        for cells in _by_row((inner, here[tag]) for tag, inner in plain.items() if tag in here):
            if row := self._row(table, cells, len(found) + 1):
                found.append(row)
        return tuple(found)

    def _columns_gone(self, table: Field, here: Mapping[str, list[Filled]]) -> None:
        """Say which columns are no longer in a table that is there."""
        if not self.reading.is_todays:
            return
        marks = ("", *row_marks(table).values())
        named = table.columns[0] if len(marks) > 1 else None  # printed, no place to fill in
        for inner in table.columns:
            if inner is named or any(column_tag(table, inner, mark) in here for mark in marks):
                continue
            severity = Severity.WARNING if inner.optional or inner.computed else Severity.ERROR
            parts = {"table": self.reading.label(table), "column": self.reading.label(inner)}
            label = Message("{table}, column {column}", parts)
            self.reading.report(FIELD_GONE, FieldPlace(table), severity=severity, label=label)

    def _row(self, table: Field, cells: Sequence[_Cells], number: int) -> dict[str, Any]:
        row: dict[str, Any] = {}
        if not any(_given(one) for _, found in cells for one in found):
            return row
        if all(_is_struck(column, one) for column, found in cells for one in found):
            return row
        for column, found in cells:
            value = self._value(FieldPlace(column, table, number), found)
            if value is not None and value != ():
                row[column.field] = value
        return row

    def _signatures(
        self, field: Field, here: Mapping[str, list[Filled]]
    ) -> tuple[Mapping[str, Any], ...]:
        found: list[Mapping[str, Any]] = []
        for signer, tags in _signer_tags(field):
            row = {}
            for part, tag in tags.items():
                controls = here.get(tag)
                one = self._one(FieldPlace(field), controls) if controls else None
                value = None if one is None else self._signature_part(field, part, one)
                if value is not None:
                    row[part] = value
            if row:
                found.append({"signer": self.reading.vocabulary.title(signer), **row})
        return tuple(found)

    def _signature_part(self, field: Field, part: str, one: Filled) -> Any:
        entry, place, text = self._entries, FieldPlace(field), cleaned(one.whole)
        if part == "conclusion":
            return entry.conclusion(place, one)
        if not text or is_none(text):
            return None
        if part == "name":
            return self._name(place, text)
        return entry.parsed(place, "date", text) if part == "date" else text

    def _name(self, place: FieldPlace, text: str) -> str | None:
        """Return the name of who signed; one who signs for somebody else is asked for."""
        if signs_for_another(text):
            doubt = Message("somebody signed for somebody else")
        elif not any(map(str.isalpha, text)) or says_nothing(text) or says_later(text):
            doubt = Message("it is not a name")
        else:
            return text
        self.reading.ask(UNCLEAR, place, text, doubt=doubt)
        return None


@remembered
def tags_of(field: Field) -> tuple[str, ...]:
    """Return the tags of all places of a field."""
    return tuple(dict.fromkeys(_tags(field)))


@remembered
def _cell_tags(table: Field) -> Mapping[str, Field]:
    """Return the columns of a table by the tags of its cells, in rows that are alike."""
    return {column_tag(table, inner): inner for inner in table.columns}


@remembered
def _printed_rows(table: Field) -> Sequence[tuple[str, Mapping[str, Field]]]:
    """Return the rows that are printed with an option each: that, and the columns by their tags."""
    return tuple(
        (option, {column_tag(table, inner, mark): inner for inner in table.columns[1:]})
        for option, mark in row_marks(table).items()
    )


@remembered
def _signer_tags(field: Field) -> Sequence[tuple[str, Mapping[str, str]]]:
    """Return the signers of a signature, with the tag of each part."""
    return tuple(
        (signer, {part: signature_tag(field, signer, part) for part in SIGNATURE_PARTS})
        for signer in field.by
    )


def _tags(field: Field) -> Iterator[str]:
    if field.type == "signature":
        for signer in field.by:
            yield from (signature_tag(field, signer, part) for part in SIGNATURE_PARTS)
    elif field.type == "choices":
        yield from option_tags(field).values()
        yield field.field
    elif field.columns:
        for mark in (*row_marks(field).values(), ""):
            yield from (column_tag(field, inner, mark) for inner in field.columns)
    else:
        yield field.field


def _typed_tick(one: Filled) -> bool:
    """A box that an editor turned into plain text."""
    return one.checked is None and bool(tick_of(one.whole))


def _by_row(columns: Iterable[_Cells]) -> Iterator[Sequence[_Cells]]:
    """Group cells by the table row around them; without rows by their order."""
    rows: dict[int, dict[str, _Cells]] = defaultdict(dict)
    for column, cells in columns:
        for number, one in enumerate(cells):
            row = rows[number if one.row is None else one.row]
            row.setdefault(column.field, (column, []))[1].append(one)
    for number in sorted(rows):
        yield tuple(rows[number].values())


def _is_struck(column: Field, one: Filled) -> bool:
    """Tell whether a cell is empty, or holds the stroke of a row that nobody needed."""
    text = cleaned(one.whole)
    in_list = column.type in {"choice", "choices"}  # there a mark can be an entry
    return one.checked is None and (not text or (is_none(text) and not in_list))


def _given(one: Filled) -> bool:
    """Tell whether somebody put something there; a box shows its sign in any case."""
    if one.checked is None:
        return bool(cleaned(one.whole))
    shown, words = shown_in(one.text)
    return bool(one.checked or shown or words or (one.beside and boxed(one.beside) is not False))
