"""The fixed days of the enterprise's month and year, and the dues that derive from them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from generator.model.handbook import Handbook
from generator.model.settings import PlannedDay
from generator.notation.due_kinds import (
    Due,
    Monthly,
    Offset,
    Quarterly,
    Relative,
    Timed,
    Weekday,
    Weekly,
    Yearly,
)
from generator.notation.due_parameters import fill_due
from generator.notation.duration import Duration, TimeUnit
from generator.notation.inserts import ParameterInsert

_WEEK = tuple(Weekday)
_LAST_SAFE = 28
_ANY_YEAR = 2025  # of 365 days


def planned_days(book: Handbook) -> Mapping[str, PlannedDay]:
    """Return the days of the year plan by id."""
    return {each.day: each for each in book.settings.year_plan}


def filled(book: Handbook, due: Due | None) -> Due | None:
    """Return a due with its parameters, as a day of its own where it derives from the year plan.

    What derives from a planned day and is no fixed day itself stays as it is written.
    """
    if due is None:
        return None
    known = fill_due(due, lambda insert: _source(book, insert)).value
    if known is None or known.parameters:
        return None
    return derived(known, lambda name: _day(book, name)) or known


def _source(book: Handbook, insert: ParameterInsert) -> str | None:
    value = book.value_of(insert)
    return value.source if value else None


def _day(book: Handbook, name: str) -> Due | None:
    planned = planned_days(book).get(name)
    due = planned.due.cases[0].due if planned and len(planned.due.cases) == 1 else None
    known = fill_due(due, lambda insert: _source(book, insert)).value if due else None
    return known if known and known.recurring else None


def derived(due: Due, day_of: Callable[[str], Due | None]) -> Due | None:
    """Return the fixed day that a due comes to, counted from a planned day; None where none."""
    match due:
        case Relative(relation="on" | "before", anchor=anchor, at=at):
            base = day_of(anchor.id)
            return replace(base, at=at) if at and isinstance(base, Timed) else base
        case Offset(span=Duration(unit=TimeUnit.DAY | TimeUnit.WEEK) as span, anchor=anchor):
            base = day_of(anchor.id)
            days = span.amount * (7 if span.unit is TimeUnit.WEEK else 1)
            return _moved(base, days if due.relation == "after" else -days) if base else None
        case _:
            return None


def _moved(base: Due, days: int) -> Due | None:
    match base:
        case Weekly(days=named, at=at):
            places = sorted((_WEEK.index(each) + days) % 7 for each in named)
            return Weekly(days=tuple(_WEEK[each] for each in places), at=at)
        case Monthly(on=int() as on) if 1 <= on + days <= _LAST_SAFE:
            return replace(base, on=on + days)
        case Quarterly(on=int() as on) if 1 <= on + days <= _LAST_SAFE:
            return replace(base, on=on + days)
        case Yearly(month=month, on=on):
            day = date(_ANY_YEAR, month, on) + timedelta(days=days)
            return replace(base, month=day.month, on=day.day)
        case _:
            return None
