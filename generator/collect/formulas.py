"""Evaluates the rules and formulas of a form over the values of one that was filled in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from generator.base.remembered import remembered
from generator.document.context import Context
from generator.model.form import Field, Form, FormRule, Formula
from generator.notation.evaluation import MISSING, AddWorkingDays, evaluate
from generator.notation.expression_tree import (
    Binary,
    Call,
    Expression,
    FieldName,
    Minus,
    Not,
    fields_of,
)

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


def is_broken(
    rule: FormRule, scope: Mapping[str, Any], around: Around, ticks: frozenset[str]
) -> bool:
    """Tell whether a rule of the form does not hold for the values in `scope`."""
    if rule.when is not None and worth(rule.when, scope, around, ticks) is not True:
        return False
    return worth(rule.must, scope, around, ticks) is False


def rests_on(rule: FormRule, unknown: set[str]) -> bool:
    """Tell whether a rule is about values that were not taken: it cannot be judged."""
    return any(
        mentions(formula, unknown) for formula in (rule.must, rule.when) if formula is not None
    )


def mentions(formula: Formula, unknown: set[str]) -> bool:
    """Tell whether a formula names one of the fields, or a column of theirs."""
    if formula.expression is None or not unknown:
        return False
    return any(name in unknown or name.partition(".")[0] in unknown for name in _names_in(formula))


@remembered
def _names_in(formula: Formula) -> tuple[str, ...]:
    """Return the fields that a formula names."""
    return tuple(each.name for each in fields_of(formula.expression)) if formula.expression else ()


def worth(formula: Formula, scope: Mapping[str, Any], around: Around, ticks: frozenset[str]) -> Any:
    """Return what a formula gives for the values in `scope`; MISSING where it cannot be told."""
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


@remembered
def ticks_of(form: Form) -> frozenset[str]:
    """Return the ids of the boxes to tick."""
    return frozenset(each.field for each in form.fields if each.type == "check")


def worked_out(each: Field, scope: Mapping[str, Any], around: Around) -> Any:
    """Return what a computed field comes to."""
    return worth(each.computed, scope, around, frozenset()) if each.computed else MISSING


def rounded(each: Field, value: Any) -> Any:
    """Return a result with the decimals of its field; None where there is none."""
    if value is MISSING or value == ():
        return None
    if isinstance(value, Decimal):
        if each.type == "integer":
            return int(value) if value == value.to_integral_value() else value
        step = _MONEY_STEP if each.type == "money" else _PLAIN_STEP
        return value.quantize(step, ROUND_HALF_UP)
    return value


def agree(written: Any, value: Any) -> bool:
    """Compare in as many decimals as were written."""
    if isinstance(written, int | Decimal) and isinstance(value, int | Decimal):
        digits = Decimal(written).as_tuple().exponent
        step = Decimal(1).scaleb(digits if isinstance(digits, int) and digits < 0 else 0)
        return abs(Decimal(written) - Decimal(value)) <= step / 2
    return bool(written == value)
