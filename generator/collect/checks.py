"""Checks the values of a form against its definition: required, limits, rules, formulas."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from generator.base.diagnostics import N_, Argument, Message
from generator.collect.formulas import (
    Around,
    agree,
    is_broken,
    mentions,
    rests_on,
    rounded,
    ticks_of,
    worked_out,
)
from generator.collect.reading import FieldPlace, Reading
from generator.collect.record import in_words
from generator.collect.signatures import Verdict, denials, verdicts
from generator.collect.signing import report_denials, report_doubts, report_signatures
from generator.collect.stated import stated, stated_in_row
from generator.model.form import Field, Form, FormSection
from generator.model.form_tags import NUMBER_FIELD
from generator.notation.evaluation import Signed
from generator.rules.declared.collect import (
    EMPTY,
    NOT_UNIQUE,
    NOTHING,
    OUT_OF_LIMITS,
    RULE_BROKEN,
    UNSIGNED,
    UNTOUCHED,
    WRONG_SUM,
)

# What a signature consists of; the last only where there is a choice of conclusions.
_SIGNATURE = (N_("name"), N_("date"), N_("conclusion"))


@dataclass(frozen=True, slots=True)
class FormChecker:
    """Checks the values of one form in `reading`, and fills in what is computed."""

    reading: Reading
    form: Form
    around: Around

    def check(self) -> None:
        """Check the values, and fill in what is computed.

        A section in which nothing stands has not been reached: it is one open point, and nothing
        in it is missed. One in which nothing has to stand may stay empty, and what follows a
        refusal is not waited for.
        """
        self._compute()
        given = self._given_sections()
        header = [each for each in self.around.header if each.field != NUMBER_FIELD]
        if not any(given.values()):
            self.reading.report(NOTHING)
            return
        for each in header:
            self._check_field(each)
        found = self._verdicts()
        denied = denials(self.form, self.reading.values, self.around.ctx.handbook)
        ended = False
        for section in self.form.sections:
            if given[section.section]:
                for each in section.fields:
                    self._check_field(each)
            elif not ended and not all(each.optional or each.computed for each in section.fields):
                self._untouched(section)
            names = {each.field for each in section.fields}
            ended |= section.section in denied or any(found[n].refused for n in names & set(found))
        reached = {
            one.field for part in self.form.sections if given[part.section] for one in part.fields
        }
        judged = [each for name, each in found.items() if name in reached and self._judged(each)]
        report_signatures(self.reading, self.form, self.around, judged)
        report_denials(self.reading, self.form, denied)
        report_doubts(self.reading, self.form)
        self._check_rules(given, found)

    def _untouched(self, section: FormSection) -> None:
        title = section.title.source
        self.reading.report(UNTOUCHED, section=self.reading.names(title))
        self.reading.open(self.reading.findings[-1], "", title)

    def _verdicts(self) -> dict[str, Verdict]:
        return verdicts(self.form, self.reading.values, self.around.ctx.handbook)

    def _judged(self, found: Verdict) -> bool:
        """Whether a signature is there, or has to be and goes by amount: then it says who."""
        given = self.reading.values.get(found.field.field)
        return bool(given) or (found.field.band is not None and not found.field.optional)

    def _given_sections(self) -> dict[str, bool]:
        return {
            section.section: any(
                not _absent(stated(each, self.reading.values.get(each.field)))
                or (each.field in self.reading.faulty and self.reading.same_version)
                for each in section.fields
                if not each.computed
            )
            for section in self.form.sections
        }

    def _check_field(self, each: Field) -> None:
        value: Any = self.reading.values.get(each.field)
        label = self.reading.label(each)
        if _absent(stated(each, value)):
            needed = not each.optional and not each.computed
            banded = each.band is not None  # then it is said who has to sign
            if needed and not banded and each.field not in self.reading.faulty:
                self.reading.report(EMPTY, FieldPlace(each), written=value or "", label=label)
            return
        if each.type == "signature":
            self._check_signature(each, value)
        elif each.columns:
            self._check_table(each, value)
        elif _is_limited(each):
            self._check_limits(FieldPlace(each), value)

    def _check_signature(self, each: Field, value: Iterable[Mapping[str, Any]]) -> None:
        for row in value:
            wanted = _SIGNATURE if len(each.conclusions) > 1 else _SIGNATURE[:2]
            lacks = [part for part in wanted if part not in row]
            if lacks and each.field not in self.reading.faulty:
                who = self.reading.names(row["signer"])
                label, what = self.reading.label(each), Message(lacks[0])
                self.reading.report(UNSIGNED, FieldPlace(each), label=label, who=who, what=what)

    def _check_table(self, table: Field, rows: tuple[Mapping[str, Any], ...]) -> None:
        label = self.reading.label(table)
        count = len(rows)
        for limit, broken, sentence in (
            (
                table.min_rows,
                count < (table.min_rows or 0),
                N_("at least {value} {value:row|rows}"),
            ),
            (
                table.max_rows,
                count > (table.max_rows or count),
                N_("at most {value} {value:row|rows}"),
            ),
        ):
            if broken and limit is not None:
                said = Message(sentence, {"value": limit})
                there = Message("{value} {value:row|rows}", {"value": count})
                at = FieldPlace(table)
                self.reading.report(OUT_OF_LIMITS, at, label=label, value=there, limit=said)
        for number, row in enumerate(rows, start=1):
            for column in table.columns:
                value = row.get(column.field)
                if stated(column, value) is None:
                    needed = not column.optional and not column.computed
                    if needed and table.field not in self.reading.faulty:
                        place = FieldPlace(column, table, number)
                        name = self.reading.label_of(place)
                        self.reading.report(EMPTY, place, written=value or "", label=name)
                elif _is_limited(column):
                    self._check_limits(FieldPlace(column, table, number), value)
        for column in table.columns:
            if column.unique:
                self._check_unique(table, column, rows)

    def _check_unique(self, table: Field, column: Field, rows: Iterable[Mapping[str, Any]]) -> None:
        seen: dict[Any, int] = {}
        for number, row in enumerate(rows, start=1):
            value = stated(column, row.get(column.field))
            if value is not None and seen.setdefault(value, number) != number:
                at = FieldPlace(column, table, number)
                label, place = self.reading.label_of(at), self.reading.in_row(table, seen[value])
                self.reading.report(NOT_UNIQUE, at, label=label, value=str(value), place=place)

    def _check_limits(self, at: FieldPlace, value: Any) -> None:
        each = at.field
        size = len(value) if isinstance(value, str | tuple) else 0
        amount = isinstance(value, int | Decimal) and not isinstance(value, bool)
        found = (
            (
                each.min,
                amount and each.min is not None and value < each.min,
                N_("at least {value}"),
            ),
            (each.max, amount and each.max is not None and value > each.max, N_("at most {value}")),
            (
                each.min_length,
                size < (each.min_length or 0),
                N_("at least {value} {value:character|characters}"),
            ),
            (
                each.max_length,
                size > (each.max_length or size),
                N_("at most {value} {value:character|characters}"),
            ),
            (each.pattern, _mismatch(each, value), N_("in the form {value}")),
        )
        for limit, broken, sentence in found:
            if broken:
                said: Argument = Message(sentence, {"value": str(limit)})
                if limit is each.pattern and each.help is not None:
                    said = self.reading.names(each.help.source)  # a pattern is not for people
                label, shown = self.reading.label_of(at), str(value)[:60]
                self.reading.report(OUT_OF_LIMITS, at, label=label, value=shown, limit=said)

    def _check_rules(self, given: Mapping[str, bool], found: Mapping[str, Verdict]) -> None:
        scope = self._scope(found)
        unknown = self.reading.faulty
        refused = self._ended_by(given, found)
        for rule in self.form.rules:
            if refused and mentions(rule.must, refused):
                continue  # the refusal is the outcome, not a breach of the rule that asks approval
            if not rests_on(rule, unknown) and is_broken(
                rule, scope, self.around, ticks_of(self.form)
            ):
                self.reading.report(RULE_BROKEN, says=self.around.ctx.phrases.plain(rule.say))
        for table in self.form.fields:
            if table.columns:
                self._check_rows(table, scope)

    def _ended_by(self, given: Mapping[str, bool], found: Mapping[str, Verdict]) -> set[str]:
        """The signatures that refuse the form, where nothing was filled in after them."""
        for section in reversed(self.form.sections):
            if given[section.section]:
                names = {each.field for each in section.fields}
                return {name for name in names if name in found and found[name].refuses}
        return set()

    def _check_rows(self, table: Field, scope: Mapping[str, Any]) -> None:
        ticks = frozenset(each.field for each in table.columns if each.type == "check")
        for number, row in enumerate(self.reading.values.get(table.field, ()), start=1):
            unknown = self._unknown_columns(table, row)
            for rule in table.rules:
                if not rests_on(rule, unknown) and is_broken(
                    rule, {**scope, **stated_in_row(table, row)}, self.around, ticks
                ):
                    says = self.reading.in_row(
                        table, number, self.around.ctx.phrases.plain(rule.say)
                    )
                    self.reading.report(RULE_BROKEN, FieldPlace(table), says=says)

    def _unknown_columns(self, table: Field, row: Mapping[str, Any]) -> set[str]:
        """The columns of a row that may hold something which was not taken."""
        gaps = table.field in self.reading.faulty
        return {column.field for column in table.columns if gaps and column.field not in row}

    def _scope(self, found: Mapping[str, Verdict]) -> dict[str, Any]:
        """Return the names that expressions may use: fields, tables, and columns as tuples."""
        scope: dict[str, Any] = {}
        for each in (*self.around.header, *self.form.fields):
            value = stated(each, self.reading.values.get(each.field))
            if each.type == "signature":
                names = (row.get("name", "") for row in value or ())
                value = Signed.of(names, approved=found[each.field].approved) or None
            if each.type == "check":
                value = bool(value)
            scope[each.field] = value
            for column in each.columns:
                cells = (stated(column, row.get(column.field)) for row in value or ())
                scope[f"{each.field}.{column.field}"] = tuple(
                    cell for cell in cells if cell is not None
                )
        return scope

    def _compute(self) -> None:
        """Work out computed columns, then computed fields until nothing changes any more."""
        self._compute_columns()
        done: dict[str, Any] = {}
        pending = [
            each
            for each in self.form.fields
            if each.computed and not mentions(each.computed, self.reading.faulty)
        ]
        known = self._scope(self._verdicts()) if pending else {}
        for _ in range(len(pending) + 1):
            scope = {**known, **done}
            for each in pending:
                value = rounded(each, worked_out(each, scope, self.around))
                if value is not None:
                    done[each.field] = scope[each.field] = value
        for each in pending:
            self._settle(FieldPlace(each), self.reading.values, done.get(each.field))

    def _compute_columns(self) -> None:
        values = self.reading.values
        tables = [
            each
            for each in self.form.fields
            if values.get(each.field) and any(column.computed for column in each.columns)
        ]
        scope = self._scope(self._verdicts()) if tables else {}
        for table in tables:
            values[table.field] = tuple(
                self._computed_row(table, row, scope, number=number)
                for number, row in enumerate(values[table.field], start=1)
            )

    def _computed_row(
        self, table: Field, row: Mapping[str, Any], scope: Mapping[str, Any], *, number: int
    ) -> Mapping[str, Any]:
        made = dict(row)
        for column in table.columns:
            if column.computed:
                value = rounded(column, worked_out(column, {**scope, **made}, self.around))
                self._settle(FieldPlace(column, table, number), made, value)
        return made

    def _settle(self, at: FieldPlace, into: dict[str, Any], value: Any) -> None:
        """Keep the value that the formula gives; a different one written by hand is a finding."""
        written = into.get(at.field.field)
        if value is None:
            return
        if written is not None and not agree(written, value):
            label, expected = self.reading.label_of(at), in_words(value)
            self.reading.report(WRONG_SUM, at, label=label, value=str(written), expected=expected)
        into[at.field.field] = value


def _is_limited(each: Field) -> bool:
    """Tell whether a field sets its values any limits; few do."""
    limits = (each.min, each.max, each.min_length, each.max_length, each.pattern)
    return any(limit is not None for limit in limits)


def _absent(value: Any) -> bool:
    return value is None or value is False or value == ()


def _mismatch(each: Field, value: Any) -> bool:
    return (
        each.pattern is not None
        and isinstance(value, str)
        and re.fullmatch(each.pattern, value) is None
    )
