"""From controls to values: each field read by its tag and parsed after its type."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import time
from typing import Any, Final

from generator.base.diagnostics import N_, Argument, Diagnostic, Message, Rule, Severity, Span
from generator.base.nearest import nearest
from generator.collect.controls import Filled
from generator.collect.values import (
    READERS,
    cleaned,
    date_of,
    integer_of,
    moment_of,
    number_of,
    pieces_of,
    tick_of,
)
from generator.collect.vocabulary import Vocabulary
from generator.model.form import Field
from generator.model.form_tags import (
    SIGNATURE_PARTS,
    column_tag,
    option_tags,
    row_marks,
    signature_tag,
)
from generator.rules.declared.collect import (
    FIELD_GONE,
    FIELD_TWICE,
    NOT_LISTED,
    OUT_OF_LIMITS,
    UNKNOWN_FIELD,
    WRONG_TYPE,
)

LONGEST_TEXT: Final = 20_000
_SHOWN: Final = 60
_MOST_LISTED: Final = 12
_WANTED: Mapping[str, str] = {
    "integer": N_("a whole number"),
    "number": N_("a number"),
    "money": N_("an amount of money"),
    "percent": N_("a percentage"),
    "date": N_("a date such as 2026-11-20"),
    "time": N_("a time such as 09:30"),
    "date-time": N_("a date with a time, such as 2026-11-20 09:30"),
    "check": N_("a tick, yes or no"),
}
_NUMBERS = {"number", "money", "percent"}
_BLANK_SIGNS = " \u2002\u3000年月日时分-–:/"  # what is printed where a date will stand
_BLANK_SHAPES = {"date", "time", "date-time"}


@dataclass(slots=True)
class Reading:
    """The values of one form as far as they can be read, with the findings on the way.

    `faulty` holds the ids of fields whose value was there but could not be taken. `names` says
    a label in the language of the findings.
    """

    file: str
    vocabulary: Vocabulary
    names: Callable[[str], str] = str
    same_version: bool = True
    values: dict[str, Any] = field(default_factory=dict)
    findings: list[Diagnostic] = field(default_factory=list)
    faulty: set[str] = field(default_factory=set)

    def report(self, rule: Rule, *, severity: Severity | None = None, **args: Argument) -> None:
        """Note a finding about the file."""
        hint = Message(rule.hint, args) if rule.hint else None
        place = Span(self.file)
        self.findings.append(
            Diagnostic(rule=rule, where=place, args=args, hint=hint, severity=severity)
        )

    def label(self, field: Field) -> str:
        """Return the label of a field."""
        return self.names(field.label.source)

    def in_row(self, table: Field, number: int, what: Argument | Field = "") -> Message:
        """Return the place of a row in a table, or of a column or anything else in that row."""
        row: dict[str, Argument] = {"table": self.label(table), "row": number}
        if not what:
            return Message("{table}, row {row}", row)
        row["what"] = self.label(what) if isinstance(what, Field) else what
        return Message("{table}, row {row}: {what}", row)

    def listed(self, words: Iterable[str], meant: str) -> str:
        """Return what may stand in a list, as long as a line takes, what was meant in front."""
        known = [self.names(each) for each in words]
        if len(known) > _MOST_LISTED and (close := nearest(meant, known)):
            known.sort(key=lambda each: each != close)
        return ", ".join(known[:_MOST_LISTED]) + (" …" if len(known) > _MOST_LISTED else "")


@dataclass(frozen=True, slots=True)
class FieldReader:
    """Reads the fields of a form into `reading`, which notes what it finds on the way."""

    reading: Reading

    def read(self, fields: Iterable[Field], filled: Iterable[Filled]) -> None:
        """Read all fields of a form out of its controls into `reading`."""
        wanted = tuple(fields)
        by_tag: dict[str, list[Filled]] = defaultdict(list)
        renamed = _renamed(wanted)
        for control in filled:
            by_tag[_new_tag(control.tag, renamed)].append(control)
        for each in wanted:
            tags = set(_tags(each))
            here = {tag: by_tag.pop(tag) for tag in tags if tag in by_tag}
            if not here:
                self._gone(each)
                continue
            value = self._read(each, here)
            if value is not None and value != ():
                self.reading.values[each.field] = value
        for tag, left in by_tag.items():
            said = [cleaned(one.text) for one in left if one.checked is None or one.checked]
            if text := "; ".join(filter(None, said)):
                self.reading.report(UNKNOWN_FIELD, tag=tag, value=_short(text))

    def _gone(self, each: Field) -> None:
        needed = not each.optional and not each.computed and self.reading.same_version
        self.reading.faulty.add(each.field)
        severity = Severity.ERROR if needed else Severity.WARNING
        self.reading.report(FIELD_GONE, severity=severity, label=self.reading.label(each))

    def _read(self, each: Field, here: Mapping[str, list[Filled]]) -> Any:
        if each.type == "signature":
            return self._signatures(each, here)
        if each.type == "choices":
            return self._options(each, here)
        if each.columns:
            return self._rows(each, here)
        return self._value(each, self._one(each, here[each.field]), self.reading.label(each))

    def _one(self, each: Field, found: list[Filled]) -> Filled:
        given = [one for one in found if _given(one)]
        if len({(cleaned(one.text), one.checked) for one in given}) > 1:
            self.reading.faulty.add(each.field)
            self.reading.report(FIELD_TWICE, label=self.reading.label(each))
        return given[0] if given else found[0]

    def _options(self, each: Field, here: Mapping[str, list[Filled]]) -> tuple[str, ...]:
        found = [
            option
            for option, tag in option_tags(each).items()
            if any(one.checked or _typed_tick(one) for one in here.get(tag, ()))
        ]
        for one in here.get(each.field, ()):
            found += self._value(each, one, self.reading.label(each)) or ()
        return tuple(dict.fromkeys(found))

    def _rows(
        self, table: Field, here: Mapping[str, list[Filled]]
    ) -> tuple[Mapping[str, Any], ...]:
        found: list[Mapping[str, Any]] = []
        first = table.columns[0]
        for option, mark in row_marks(table).items():
            tags = {column_tag(table, inner, mark): inner for inner in table.columns[1:]}
            printed = {
                inner: self._one(inner, here[tag]) for tag, inner in tags.items() if tag in here
            }
            if row := self._row(table, printed, len(found) + 1):
                found.append({first.field: option, **row})
        plain = {column_tag(table, inner): inner for inner in table.columns}
        for cells in _by_row({inner: here[tag] for tag, inner in plain.items() if tag in here}):
            if row := self._row(table, cells, len(found) + 1):
                found.append(row)
        return tuple(found)

    def _row(self, table: Field, cells: Mapping[Field, Filled], number: int) -> dict[str, Any]:
        row: dict[str, Any] = {}
        if not any(_given(each) for each in cells.values()):
            return row
        for column, each in cells.items():
            label = self.reading.in_row(table, number, column)
            value = self._value(column, each, label, whole=table.field)
            if value is not None and value != ():
                row[column.field] = value
        return row

    def _signatures(
        self, each: Field, here: Mapping[str, list[Filled]]
    ) -> tuple[Mapping[str, Any], ...]:
        found: list[Mapping[str, Any]] = []
        for signer in each.by:
            row = {
                part: value
                for part in SIGNATURE_PARTS
                for one in here.get(signature_tag(each, signer, part), ())[:1]
                if (value := self._signature_part(each, part, one)) is not None
            }
            if row:
                found.append({"signer": self.reading.vocabulary.title(signer), **row})
        return tuple(found)

    def _signature_part(self, each: Field, part: str, one: Filled) -> Any:
        text = cleaned(one.text)
        if not text:
            return None
        if part == "date":
            return self._parsed(each, "date", text, self.reading.label(each))
        if part == "conclusion":
            value = self.reading.vocabulary.conclusion(each, one.picked or text)
            if value is None:
                known = self.reading.listed((option.source for option in each.conclusions), text)
                self._fault(each.field, NOT_LISTED, self.reading.label(each), text, known=known)
            return value
        return text

    def _value(  # noqa: PLR0911 - one way out for each kind of value
        self, each: Field, one: Filled, label: Argument, *, whole: str = ""
    ) -> Any:
        text, name = cleaned(one.text), whole or each.field
        if one.checked is not None:
            return one.checked
        if not text:
            return None
        if len(text) > LONGEST_TEXT:
            limit = Message("at most {value} characters", {"value": LONGEST_TEXT})
            return self._fault(name, OUT_OF_LIMITS, label, text, limit=limit)
        if each.type in {"choice", "role", "unit"}:
            value = self.reading.vocabulary.source(each, one.picked or text)
            return value if value is not None else self._unlisted(each, name, label, text)
        if each.type == "choices":
            values = [
                (piece, self.reading.vocabulary.source(each, piece)) for piece in pieces_of(text)
            ]
            for piece, value in values:
                if value is None:
                    self._unlisted(each, name, label, piece)
            return tuple(value for _, value in values if value is not None)
        if each.type == "date-time" and one.stamp:
            text = _with_time(text, one.stamp)
        if each.type in _WANTED:
            return self._parsed(each, each.type, text, label, whole=name)
        return text

    def _unlisted(self, each: Field, name: str, label: Argument, text: str) -> None:
        known = self.reading.listed(self.reading.vocabulary.known(each), text)
        self._fault(name, NOT_LISTED, label, text, known=known)

    def _parsed(
        self, each: Field, kind: str, text: str, label: Argument, *, whole: str = ""
    ) -> Any:
        if kind in _BLANK_SHAPES and not text.strip(_BLANK_SIGNS):
            return None
        unit = each.unit.source if each.unit else ""
        if kind == "integer":
            value: Any = integer_of(text, unit)
        elif kind in _NUMBERS:
            value = number_of(text, unit)
        else:
            value = READERS[kind](text)
        if value is None:
            wanted = Message(_WANTED[kind])
            self._fault(whole or each.field, WRONG_TYPE, label, text, wanted=wanted)
        return value

    def _fault(self, name: str, rule: Rule, label: Argument, text: str, **args: Argument) -> None:
        self.reading.faulty.add(name)
        said: dict[str, Any] = {"label": label, "value": _short(text), **args}
        self.reading.report(rule, **said)


def _renamed(fields: Iterable[Field]) -> dict[str, str]:
    names: dict[str, str] = {}
    for each in fields:
        names |= dict.fromkeys(each.formerly, each.field)
        for inner in each.columns:
            names |= {f"{each.field}.{old}": inner.field for old in inner.formerly}
    return names


def _new_tag(tag: str, renamed: Mapping[str, str]) -> str:
    if not renamed:
        return tag
    signed = tag.startswith("sign.")
    head, dot, rest = tag.removeprefix("sign.").partition(".")
    head = renamed.get(head, head)
    rest = renamed.get(f"{head}.{rest}", rest)
    return ("sign." if signed else "") + head + dot + rest


def _tags(each: Field) -> Iterator[str]:
    if each.type == "signature":
        for signer in each.by:
            yield from (signature_tag(each, signer, part) for part in SIGNATURE_PARTS)
    elif each.type == "choices":
        yield from option_tags(each).values()
        yield each.field
    elif each.columns:
        for mark in (*row_marks(each).values(), ""):
            yield from (column_tag(each, inner, mark) for inner in each.columns)
    else:
        yield each.field


def _typed_tick(one: Filled) -> bool:
    """A box that an editor turned into plain text."""
    return one.checked is None and bool(tick_of(one.text))


def _by_row(columns: Mapping[Field, list[Filled]]) -> Iterator[Mapping[Field, Filled]]:
    """Group cells by the table row around them; without rows by their order."""
    rows: dict[int, dict[Field, Filled]] = defaultdict(dict)
    for column, cells in columns.items():
        for number, each in enumerate(cells):
            rows[number if each.row is None else each.row][column] = each
    for number in sorted(rows):
        yield rows[number]


def _given(one: Filled) -> bool:
    """Tell whether somebody put something there; a box shows its sign in any case."""
    return bool(cleaned(one.text)) if one.checked is None else one.checked


def _with_time(text: str, stamp: str) -> str:
    """Add the time that a calendar control keeps where it shows only the same day.

    What is shown counts: some editors leave an old date behind it.
    """
    kept = moment_of(stamp.rstrip("Z"))
    if kept is None or kept.time() == time.min or date_of(text) != kept.date():
        return text
    return kept.isoformat(sep=" ")


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _SHOWN else flat[: _SHOWN - 1] + "…"
