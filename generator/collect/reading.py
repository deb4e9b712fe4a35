"""The values of one form as far as they can be read, with the findings on the way."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final, NamedTuple

from generator.base.diagnostics import Argument, Diagnostic, Message, Rule, Severity, Span
from generator.base.i18n import SOURCE_LANGUAGE, Catalogue
from generator.base.nearest import nearest
from generator.collect.record import FINDING, OpenPoint, Remark
from generator.collect.vocabulary import Vocabulary
from generator.model.form import Field

_SHOWN: Final = 60
_MOST_LISTED: Final = 12
BETWEEN: Final = " · "


class FieldPlace(NamedTuple):
    """A place to fill in: a field of the form, or a column in a row (from 1) of its table."""

    field: Field
    table: Field | None = None
    row: int = 0

    @property
    def name(self) -> str:
        """The id of the form's field."""
        return (self.table or self.field).field

    @property
    def words(self) -> str:
        """The place in the words of the handbook's first language, whatever findings speak."""
        label = self.field.label.source
        if self.table is None:
            return label
        return BETWEEN.join((self.table.label.source, str(self.row), label))


@dataclass(slots=True)
class Reading:
    """The values of one form as far as they can be read, with the findings on the way.

    `faulty` holds the ids of fields whose value was there but could not be taken, `recovered` of
    those found without a control. `names` says a label in the language of the findings. Years far
    from `today` are remarked; without it none is. `currency` (ISO 4217) is that of the handbook,
    `timezone` (IANA) where its times are those of. `say` puts what is kept of a finding into words.

    `is_todays` says that the form was handed out as it would be today.

    Every error is an open point of the record as well; `notes` are the findings that leave it
    complete, and that a person who only sees the register has to know of.
    """

    file: str
    vocabulary: Vocabulary
    names: Callable[[str], str] = str
    same_version: bool = True
    is_todays: bool = True
    today: date | None = None
    currency: str = "CNY"
    timezone: str = "Asia/Shanghai"
    say: Callable[[Message], str] = Catalogue(SOURCE_LANGUAGE).say
    values: dict[str, Any] = field(default_factory=dict)
    findings: list[Diagnostic] = field(default_factory=list)
    faulty: set[str] = field(default_factory=set)
    recovered: set[str] = field(default_factory=set)
    remarks: list[Remark] = field(default_factory=list)
    open_points: list[OpenPoint] = field(default_factory=list)
    notes: list[Remark] = field(default_factory=list)

    def report(
        self,
        rule: Rule,
        at: FieldPlace | None = None,
        *,
        written: str = "",
        severity: Severity | None = None,
        **args: Any,
    ) -> None:
        """Note a finding about the file; an error is an open point of the record, at its place."""
        hint = Message(rule.hint, args) if rule.hint else None
        place = Span(self.file)
        found = Diagnostic(rule=rule, where=place, args=args, hint=hint, severity=severity)
        self.findings.append(found)
        if found.weight is Severity.ERROR:
            self.open(found, at.name if at else "", at.words if at else "", written)

    def open(self, found: Diagnostic, name: str, place: str, written: str = "") -> None:
        """Keep a finding as an open point."""
        says = self.say(found.message)
        point = OpenPoint(field=name, place=place, written=written, code=found.rule.code, says=says)
        self.open_points.append(point)

    def note(self, rule: Rule, at: FieldPlace | None = None, **args: Any) -> None:
        """Note a finding that leaves the record complete, and keep it with the record."""
        self.report(rule, at, **args)
        says = f"{rule.code} {self.say(Message(rule.message, args))}"
        self.notes.append(Remark(kind=FINDING, place=at.words if at else "", text=says))

    def ask(self, rule: Rule, place: FieldPlace, written: str, **args: Any) -> None:
        """Note a value that is there and not taken: a finding, and an open point of the record."""
        self.faulty.add(place.name)
        label, value = self.label_of(place), short(written)
        self.report(rule, place, written=written, **{"label": label, "value": value, **args})

    def label(self, field: Field) -> str:
        """Return the label of a field."""
        return self.names(field.label.source)

    def label_of(self, place: FieldPlace) -> Argument:
        """Return the label of a place, with table and row for a cell."""
        if place.table is None:
            return self.label(place.field)
        return self.in_row(place.table, place.row, place.field)

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


def short(text: str) -> str:
    """Return a text as long as a finding can say it."""
    flat = " ".join(text.split())
    return flat if len(flat) <= _SHOWN else flat[: _SHOWN - 1] + "…"
