"""How often a step comes again: what its due names, else the rhythm of its process."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from generator.base.diagnostics import N_
from generator.model.control import Deadline
from generator.model.handbook import Handbook
from generator.model.process import Process, Step
from generator.model.year_plan import filled
from generator.notation.due_kinds import (
    AtOnce,
    Daily,
    Due,
    Every,
    Monthly,
    Quarterly,
    SameDay,
    Weekly,
    Within,
    Workdays,
    Yearly,
)
from generator.notation.duration import Duration, TimeUnit


class Rhythm(Enum):
    """How often, the most urgent first; the value is the anchor of the part that lists it."""

    AT_ONCE = "at-once"
    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    YEARLY = "yearly"
    ON_OCCASION = "on-occasion"


TITLES = {
    Rhythm.AT_ONCE: N_("At once or the same day"),
    Rhythm.DAILY: N_("Every day"),
    Rhythm.WEEKLY: N_("Every week"),
    Rhythm.MONTHLY: N_("Every month"),
    Rhythm.QUARTERLY: N_("Every quarter"),
    Rhythm.YEARLY: N_("Every year"),
    Rhythm.ON_OCCASION: N_("When it happens"),
}

_QUARTER = 3
_BY_UNIT = {
    TimeUnit.WEEK: Rhythm.WEEKLY,
    TimeUnit.MONTH: Rhythm.MONTHLY,
    TimeUnit.YEAR: Rhythm.YEARLY,
}
_ORDER = tuple(Rhythm)


def rhythm_of(handbook: Handbook, process: Process, step: Step) -> Rhythm:
    """Return how often a step comes again; of several dues the most frequent counts.

    A step that has no day of its own comes as often as its process. One that only an occasion
    brings is urgent where its due is counted in hours or ends with the day.
    """
    own = tuple(_dues(handbook, step.due))
    again = [*_recurring(own)] or [*_recurring(_dues(handbook, process.every))]
    if again:
        return min(again, key=_ORDER.index)
    return Rhythm.AT_ONCE if any(map(_is_urgent, own)) else Rhythm.ON_OCCASION


def _dues(handbook: Handbook, deadline: Deadline | None) -> Iterator[Due]:
    for case in deadline.cases if deadline else ():
        due = filled(handbook, case.due) if case.due else None
        if due is not None:
            yield due


def _recurring(dues: Iterator[Due] | tuple[Due, ...]) -> Iterator[Rhythm]:
    for due in dues:
        match due:
            case Daily() | Workdays():
                yield Rhythm.DAILY
            case Weekly():
                yield Rhythm.WEEKLY
            case Monthly():
                yield Rhythm.MONTHLY
            case Quarterly():
                yield Rhythm.QUARTERLY
            case Yearly():
                yield Rhythm.YEARLY
            case Every(span=Duration() as span):
                yield _of_span(span)


def _of_span(span: Duration) -> Rhythm:
    if span.unit is TimeUnit.MONTH and span.amount >= _QUARTER:
        return Rhythm.QUARTERLY
    return _BY_UNIT.get(span.unit, Rhythm.DAILY)


def _is_urgent(due: Due) -> bool:
    match due:
        case AtOnce() | SameDay():
            return True
        case Within(duration=Duration(unit=TimeUnit.MINUTE | TimeUnit.HOUR)):
            return True
    return False
