"""Works out what an expression gives for the values of one form."""

from __future__ import annotations

import calendar
import operator
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Context, Decimal, DecimalException
from enum import Enum
from typing import Any, Final, TypeAlias

from generator.notation.duration import Duration, TimeUnit
from generator.notation.expression_tree import (
    COMPARISONS,
    Binary,
    Call,
    Expression,
    FieldName,
    Length,
    Minus,
    Not,
    Number,
    TextLiteral,
)
from generator.notation.inserts import ParameterInsert


class Missing(Enum):
    """The type of `MISSING`."""

    MISSING = "missing"


MISSING: Final = Missing.MISSING

Evaluated: TypeAlias = (
    "Decimal | str | bool | date | time | timedelta | Duration | Mapping[str, object] | "
    "tuple[Given, ...]"
)
"""Dates are `date` or `datetime` without zone; a column is the tuple of its values, a table the
tuple of the rows that are not blank."""

Given: TypeAlias = "Evaluated | int | None"
AddWorkingDays: TypeAlias = Callable[[date, int], date]

_MONTHS_A_YEAR = 12
_CLOCK = {
    TimeUnit.MINUTE: timedelta(minutes=1),
    TimeUnit.HOUR: timedelta(hours=1),
    TimeUnit.DAY: timedelta(days=1),
    TimeUnit.WEEK: timedelta(weeks=1),
}
_COMPARE: dict[str, Callable[[Any, Any], bool]] = {
    "=": operator.eq,
    "<>": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
# 28 digits, half up as people round; a context of our own, because the global one may be changed.
_DECIMALS = Context(prec=28, rounding="ROUND_HALF_UP")
_RECKON: dict[str, Callable[[Decimal, Decimal], Decimal]] = {
    "+": _DECIMALS.add,
    "-": _DECIMALS.subtract,
    "*": _DECIMALS.multiply,
    "/": _DECIMALS.divide,
}


class Signed(tuple[str, ...]):  # noqa: SLOT001 - what varies in length takes no slots
    """The names under which a signature field was signed, and whether that is an approval."""

    approved: bool

    @classmethod
    def of(cls, names: Iterable[str], *, approved: bool) -> Signed:
        """Return the names with the verdict."""
        made = cls(names)
        made.approved = approved
        return made


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluationContext:
    """What an expression can see: the form, the parameters, the day, the work calendar."""

    values: Mapping[str, Given]
    parameters: Mapping[str, Given]
    today: date
    add_working_days: AddWorkingDays | None = None


def evaluate(
    expression: Expression,
    values: Mapping[str, Given],
    parameters: Mapping[str, Given],
    today: date,
    *,
    add_working_days: AddWorkingDays | None = None,
) -> Evaluated | Missing:
    """Return what a checked expression gives, or `MISSING`.

    `values` maps names as they are written (`cost`, `goods`, `goods.amount`; a table or column
    as the tuple of its rows), `parameters` the inserts (`limit`, `limit.small`). None, an empty
    text and an absent name are empty.

    An empty field makes what is reckoned or compared with it missing; a rule that is missing
    does not apply. `false and missing` is false and `true or missing` is true; else missing
    spreads. `sum` and `count` pass over empty values as in Excel, `filled` says whether there is
    one, `approved` whether a signature (a `Signed`) is there and is an approval. Also missing: a
    division by zero, a date out of the calendar, working days without `add_working_days`, a
    comparison of durations of which one has no fixed length, and whatever `check_types` would
    have refused. A date compared with a date and time counts as a whole day.
    """
    context = EvaluationContext(
        values=values,
        parameters=parameters,
        today=today,
        add_working_days=add_working_days,
    )
    return _value(expression, context)


def _value(expression: Expression, context: EvaluationContext) -> Evaluated | Missing:
    match expression:
        case Number(value=value) | TextLiteral(value=value) | Length(value=value):
            return value
        case FieldName(name=name):
            return _given(context.values.get(name))
        case ParameterInsert():
            return _given(context.parameters.get(expression.id))
        case Not() | Minus():
            return _prefixed(expression, context)
        case Call():
            return _call(expression, context)
        case Binary():
            return _binary(expression, context)


def _given(value: Given) -> Evaluated | Missing:
    if value is None or value == "" or (isinstance(value, Decimal) and not value.is_finite()):
        return MISSING
    if isinstance(value, int) and not isinstance(value, bool):
        return Decimal(value)
    return value


def _prefixed(expression: Not | Minus, context: EvaluationContext) -> Evaluated | Missing:
    value = _value(expression.operand, context)
    if isinstance(expression, Not):
        return not value if isinstance(value, bool) else MISSING
    return _DECIMALS.minus(value) if isinstance(value, Decimal) else MISSING


def _binary(expression: Binary, context: EvaluationContext) -> Evaluated | Missing:
    left, right = _value(expression.left, context), _value(expression.right, context)
    if expression.operator in {"and", "or"}:
        return _joined(left, right, decisive=expression.operator == "or")
    if isinstance(left, Missing) or isinstance(right, Missing):
        return MISSING
    if expression.operator in COMPARISONS:
        return _compared(expression.operator, left, right)
    return _reckoned(expression.operator, (left, right), context)


def _joined(
    left: Evaluated | Missing, right: Evaluated | Missing, *, decisive: bool
) -> Evaluated | Missing:
    """Join two truths; one `decisive` truth settles it even when the other is missing."""
    if left is decisive or right is decisive:
        return decisive
    if isinstance(left, bool) and isinstance(right, bool):
        return not decisive
    return MISSING


def _compared(sign: str, left: Evaluated, right: Evaluated) -> Evaluated | Missing:
    first, second = _alike(left, right)
    if first is None or type(first) is not type(second):
        return MISSING
    if isinstance(first, str | bool | tuple) and sign not in {"=", "<>"}:
        return MISSING
    try:
        return _COMPARE[sign](first, second)
    except TypeError:  # a time with a zone beside one without
        return MISSING


def _alike(left: Evaluated, right: Evaluated) -> tuple[object, object]:
    """Bring two values to a type in which they can be compared, if there is one."""
    if isinstance(left, date) and isinstance(right, date):
        if isinstance(left, datetime) and isinstance(right, datetime):
            return left, right
        return _day(left), _day(right)
    return _elapsed(left), _elapsed(right)


def _day(value: date) -> date:
    return value.date() if isinstance(value, datetime) else value


def _elapsed(value: Evaluated) -> object:
    """Return a duration as the time that it lasts, None when that is not always the same."""
    if not isinstance(value, Duration):
        return value
    unit = _CLOCK.get(value.unit)
    return unit * value.amount if unit else None


def _reckoned(
    sign: str, sides: tuple[Evaluated, Evaluated], context: EvaluationContext
) -> Evaluated | Missing:
    left, right = sides
    if isinstance(left, Decimal) and isinstance(right, Decimal):
        try:
            return _RECKON[sign](left, right)
        except DecimalException:
            return MISSING
    if sign == "+" and isinstance(right, date):
        left, right = right, left
    if isinstance(left, date) and isinstance(right, date):
        return _difference(left, right) if sign == "-" else MISSING
    if isinstance(left, date) and sign in {"+", "-"}:
        return _shifted(left, right, 1 if sign == "+" else -1, context)
    return _durations(sign, _elapsed(left), _elapsed(right))


def _difference(left: date, right: date) -> timedelta | Missing:
    first, second = _alike(left, right)
    if isinstance(first, datetime) and isinstance(second, datetime):
        # A time with a zone cannot be subtracted from one without.
        same = (first.tzinfo is None) is (second.tzinfo is None)
        return first - second if same else MISSING
    return _day(left) - _day(right)


def _durations(sign: str, left: object, right: object) -> Evaluated | Missing:
    if not isinstance(left, timedelta) or not isinstance(right, timedelta):
        return MISSING
    if sign == "/" and right:
        unit = timedelta(minutes=1)
        return _DECIMALS.divide(Decimal(left // unit), Decimal(right // unit))
    try:
        return left + (right if sign == "+" else -right) if sign in {"+", "-"} else MISSING
    except OverflowError:
        return MISSING


def _shifted(
    day: date, by: Evaluated, sign: int, context: EvaluationContext
) -> Evaluated | Missing:
    try:
        if isinstance(by, Duration):
            return _calendar_shift(day, by, sign, context)
        return _clock_shift(day, sign * by) if isinstance(by, timedelta) else MISSING
    except (OverflowError, ValueError):
        return MISSING


def _calendar_shift(
    day: date, by: Duration, sign: int, context: EvaluationContext
) -> Evaluated | Missing:
    amount = sign * by.amount
    match by.unit:
        case TimeUnit.WORKING_DAY:
            return context.add_working_days(day, amount) if context.add_working_days else MISSING
        case TimeUnit.MONTH:
            return _months_later(day, amount)
        case TimeUnit.YEAR:
            return _months_later(day, amount * _MONTHS_A_YEAR)
        case unit:
            return _clock_shift(day, _CLOCK[unit] * amount)


def _clock_shift(day: date, by: timedelta) -> date:
    """Add a time; a date stays one unless hours or minutes are added."""
    if isinstance(day, datetime) or by % timedelta(days=1) == timedelta(0):
        return day + by
    return datetime.combine(day, time.min) + by


def _months_later(day: date, months: int) -> date:
    """Count months on; the 31st becomes the last day of a shorter month."""
    year, month = divmod(day.year * _MONTHS_A_YEAR + day.month - 1 + months, _MONTHS_A_YEAR)
    if not date.min.year <= year <= date.max.year:
        raise OverflowError
    last = calendar.monthrange(year, month + 1)[1]
    return day.replace(year=year, month=month + 1, day=min(day.day, last))


def _call(call: Call, context: EvaluationContext) -> Evaluated | Missing:
    if call.function == "today":
        return context.today
    values = [_value(argument, context) for argument in call.arguments]
    match call.function:
        case "sum":
            return _sum(values)
        case "count":
            return Decimal(len(_flat(values)))
        case "filled":
            return bool(_flat(values))
        case "approved":
            return any(isinstance(value, Signed) and value.approved for value in values)
        case _:
            return _date(values)


def _flat(values: list[Evaluated | Missing]) -> list[Evaluated]:
    """Return the values that are there, those of columns and lists one by one."""
    found: list[Evaluated] = []
    for value in values:
        many = value if isinstance(value, tuple) else (value,)
        given = (_given(one) for one in many if not isinstance(one, Missing))
        found.extend(one for one in given if not isinstance(one, Missing))
    return found


def _sum(values: list[Evaluated | Missing]) -> Evaluated | Missing:
    total = Decimal(0)
    for value in _flat(values):
        if not isinstance(value, Decimal):
            return MISSING
        try:
            total = _DECIMALS.add(total, value)
        except DecimalException:
            return MISSING
    return total


def _date(values: list[Evaluated | Missing]) -> Evaluated | Missing:
    parts = [
        int(value)
        for value in values
        if isinstance(value, Decimal) and 1 <= value <= date.max.year and value % 1 == 0
    ]
    try:
        year, month, day = parts
        return date(year, month, day)
    except ValueError:
        return MISSING
