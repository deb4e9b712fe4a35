"""Checks the values of a form against its definition: required, limits, rules, formulas."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from generator.base.diagnostics import N_, Argument, Message
from generator.collect.reading import Reading
from generator.document.context import Context
from generator.model.form import Field, Form, FormRule, Formula
from generator.model.form_tags import NUMBER_FIELD
from generator.notation.evaluation import MISSING, AddWorkingDays, evaluate
from generator.notation.expression_tree import (
    Binary,
    Call,
    Expression,
    FieldName,
    Minus,
    Not,
)
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
_MONEY_STEP = Decimal("0.01")
_PLAIN_STEP = Decimal("0.0001")


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What the checks of a form look at besides its values."""

    ctx: Context
    header: tuple[Field, ...]
    parameters: Mapping[str, Any]
    today: date
    add_working_days: AddWorkingDays | None = None


def check_values(reading: Reading, form: Form, around: Around) -> bool:
    """Check the values in `reading`, fill in what is computed; tell whether the form is complete.

    A section in which nothing stands has not been reached: it is reported, and nothing in it is
    missed.
    """
    _compute(reading, form, around)
    given = _given_sections(reading, form)
    header = [each for each in around.header if each.field != NUMBER_FIELD]
    if not any(given.values()):
        reading.report(NOTHING)
        return False
    for each in header:
        _check_field(reading, each)
    for section in form.sections:
        if not given[section.section]:
            reading.report(UNTOUCHED, section=reading.names(section.title.source))
            continue
        for each in section.fields:
            _check_field(reading, each)
    _check_rules(reading, form, around)
    return all(given.values())


def _given_sections(reading: Reading, form: Form) -> dict[str, bool]:
    return {
        section.section: any(
            not _absent(reading.values.get(each.field))
            or (each.field in reading.faulty and reading.same_version)
            for each in section.fields
            if not each.computed
        )
        for section in form.sections
    }


def _absent(value: Any) -> bool:
    return value is None or value is False or value == ()


def _check_field(reading: Reading, each: Field) -> None:
    value: Any = reading.values.get(each.field)
    label = reading.label(each)
    if _absent(value):
        if not each.optional and not each.computed and each.field not in reading.faulty:
            reading.report(EMPTY, label=label)
        return
    if each.type == "signature":
        _check_signature(reading, each, value)
    elif each.columns:
        _check_table(reading, each, value)
    else:
        _check_limits(reading, each, value, label)


def _check_signature(reading: Reading, each: Field, value: Iterable[Mapping[str, Any]]) -> None:
    for row in value:
        wanted = _SIGNATURE if len(each.conclusions) > 1 else _SIGNATURE[:2]
        lacks = [part for part in wanted if part not in row]
        if lacks and each.field not in reading.faulty:
            who = reading.names(row["signer"])
            reading.report(UNSIGNED, label=reading.label(each), who=who, what=Message(lacks[0]))


def _check_table(reading: Reading, table: Field, rows: tuple[Mapping[str, Any], ...]) -> None:
    label = reading.label(table)
    count = len(rows)
    for limit, broken, sentence in (
        (table.min_rows, count < (table.min_rows or 0), N_("at least {value} rows")),
        (table.max_rows, count > (table.max_rows or count), N_("at most {value} rows")),
    ):
        if broken and limit is not None:
            said = Message(sentence, {"value": limit})
            there = Message("{value} rows", {"value": count})
            reading.report(OUT_OF_LIMITS, label=label, value=there, limit=said)
    for number, row in enumerate(rows, start=1):
        for column in table.columns:
            name = reading.in_row(table, number, column)
            value = row.get(column.field)
            if value is None:
                needed = not column.optional and not column.computed
                if needed and table.field not in reading.faulty:
                    reading.report(EMPTY, label=name)
            else:
                _check_limits(reading, column, value, name)
    for column in table.columns:
        if column.unique:
            _check_unique(reading, table, column, rows)


def _check_unique(
    reading: Reading, table: Field, column: Field, rows: Iterable[Mapping[str, Any]]
) -> None:
    seen: dict[Any, int] = {}
    for number, row in enumerate(rows, start=1):
        value = row.get(column.field)
        if value is not None and seen.setdefault(value, number) != number:
            label = reading.in_row(table, number, column)
            place = reading.in_row(table, seen[value])
            reading.report(NOT_UNIQUE, label=label, value=str(value), place=place)


def _check_limits(reading: Reading, each: Field, value: Any, label: Argument) -> None:
    size = len(value) if isinstance(value, str | tuple) else 0
    amount = isinstance(value, int | Decimal) and not isinstance(value, bool)
    found = (
        (each.min, amount and each.min is not None and value < each.min, N_("at least {value}")),
        (each.max, amount and each.max is not None and value > each.max, N_("at most {value}")),
        (each.min_length, size < (each.min_length or 0), N_("at least {value} characters")),
        (each.max_length, size > (each.max_length or size), N_("at most {value} characters")),
        (each.pattern, _mismatch(each, value), N_("in the form {value}")),
    )
    for limit, broken, sentence in found:
        if broken:
            said: Argument = Message(sentence, {"value": str(limit)})
            if limit is each.pattern and each.help is not None:
                said = reading.names(each.help.source)  # a pattern is not for people
            reading.report(OUT_OF_LIMITS, label=label, value=str(value)[:60], limit=said)


def _mismatch(each: Field, value: Any) -> bool:
    return (
        each.pattern is not None
        and isinstance(value, str)
        and re.fullmatch(each.pattern, value) is None
    )


# --- rules and formulas ----------------------------------------------------------------------


def _check_rules(reading: Reading, form: Form, around: Around) -> None:
    scope = scope_of(reading, form, around)
    for rule in form.rules:
        if _broken(rule, scope, around, _ticks(form)):
            reading.report(RULE_BROKEN, says=around.ctx.phrases.plain(rule.say))
    for table in form.fields:
        if table.columns:
            _check_rows(reading, table, scope, around)


def _check_rows(reading: Reading, table: Field, scope: Mapping[str, Any], around: Around) -> None:
    ticks = frozenset(each.field for each in table.columns if each.type == "check")
    for number, row in enumerate(reading.values.get(table.field, ()), start=1):
        for rule in table.rules:
            if _broken(rule, {**scope, **row}, around, ticks):
                says = reading.in_row(table, number, around.ctx.phrases.plain(rule.say))
                reading.report(RULE_BROKEN, says=says)


def _broken(
    rule: FormRule, scope: Mapping[str, Any], around: Around, ticks: frozenset[str]
) -> bool:
    if rule.when is not None and _worth(rule.when, scope, around, ticks) is not True:
        return False
    return _worth(rule.must, scope, around, ticks) is False


def _worth(
    formula: Formula, scope: Mapping[str, Any], around: Around, ticks: frozenset[str]
) -> Any:
    if formula.expression is None:
        return MISSING
    return evaluate(
        _with_ticks(formula.expression, ticks),
        scope,
        around.parameters,
        around.today,
        add_working_days=around.add_working_days,
    )


def _with_ticks(part: Expression, ticks: frozenset[str]) -> Expression:
    """Read `filled(box)` as `box`: a box to tick is always there, but not always ticked."""
    match part:
        case Call(function="filled", arguments=(FieldName(name=name) as box,)) if name in ticks:
            return box
        case Call(function=function, arguments=arguments):
            return Call(function, tuple(_with_ticks(each, ticks) for each in arguments))
        case Not(operand=operand):
            return Not(_with_ticks(operand, ticks))
        case Minus(operand=operand):
            return Minus(_with_ticks(operand, ticks))
        case Binary(operator=sign, left=left, right=right):
            return Binary(sign, _with_ticks(left, ticks), _with_ticks(right, ticks))
        case _:
            return part


def _ticks(form: Form) -> frozenset[str]:
    return frozenset(each.field for each in form.fields if each.type == "check")


def scope_of(reading: Reading, form: Form, around: Around) -> dict[str, Any]:
    """Return the names that expressions may use: fields, tables, and columns as tuples."""
    scope: dict[str, Any] = {}
    for each in (*around.header, *form.fields):
        value = reading.values.get(each.field)
        if each.type == "signature":
            value = tuple(row.get("name", "") for row in value or ()) or None
        if each.type == "check":
            value = bool(value)
        scope[each.field] = value
        for column in each.columns:
            cells = (row.get(column.field) for row in value or ())
            scope[f"{each.field}.{column.field}"] = tuple(
                cell for cell in cells if cell is not None
            )
    return scope


def _compute(reading: Reading, form: Form, around: Around) -> None:
    """Work out computed columns, then computed fields until nothing changes any more."""
    scope = scope_of(reading, form, around)
    for table in form.fields:
        rows = reading.values.get(table.field)
        if rows and any(column.computed for column in table.columns):
            reading.values[table.field] = tuple(
                _computed_row(reading, table, row, scope, around, number=number)
                for number, row in enumerate(rows, start=1)
            )
    done: dict[str, Any] = {}
    pending = [each for each in form.fields if each.computed]
    for _ in range(len(pending) + 1):
        scope = {**scope_of(reading, form, around), **done}
        for each in pending:
            value = _rounded(each, _worked_out(each, scope, around))
            if value is not None:
                done[each.field] = scope[each.field] = value
    for each in pending:
        _settle(reading, each, reading.values, done.get(each.field), reading.label(each))


def _computed_row(
    reading: Reading,
    table: Field,
    row: Mapping[str, Any],
    scope: Mapping[str, Any],
    around: Around,
    *,
    number: int,
) -> Mapping[str, Any]:
    made = dict(row)
    for column in table.columns:
        if column.computed:
            value = _rounded(column, _worked_out(column, {**scope, **made}, around))
            label = reading.in_row(table, number, column)
            _settle(reading, column, made, value, label)
    return made


def _worked_out(each: Field, scope: Mapping[str, Any], around: Around) -> Any:
    return _worth(each.computed, scope, around, frozenset()) if each.computed else MISSING


def _rounded(each: Field, value: Any) -> Any:
    if value is MISSING or value == ():
        return None
    if isinstance(value, Decimal):
        if each.type == "integer":
            return int(value) if value == value.to_integral_value() else value
        step = _MONEY_STEP if each.type == "money" else _PLAIN_STEP
        return value.quantize(step, ROUND_HALF_UP)
    return value


def _settle(
    reading: Reading, each: Field, into: dict[str, Any], value: Any, label: Argument
) -> None:
    """Keep the value that the formula gives; a different one written by hand is a finding."""
    written = into.get(each.field)
    if value is None:
        return
    if written is not None and not _agree(written, value):
        reading.report(WRONG_SUM, label=label, value=str(written), expected=_said(value))
    into[each.field] = value


def _agree(written: Any, value: Any) -> bool:
    """Compare in as many decimals as were written."""
    if isinstance(written, int | Decimal) and isinstance(value, int | Decimal):
        digits = Decimal(written).as_tuple().exponent
        step = Decimal(1).scaleb(digits if isinstance(digits, int) and digits < 0 else 0)
        return abs(Decimal(written) - Decimal(value)) <= step / 2
    return bool(written == value)


def _said(value: Any) -> str:
    return format(value.normalize(), "f") if isinstance(value, Decimal) else str(value)
