"""Works out the days of recurring dues by the work calendar: holidays, make-up days, the shift.

The rule, the same for every due that names a day:

1. A working day is one of `calendar: workdays` that is no holiday, or an extra workday.
2. `daily` is every day and `workdays` every working day; neither is ever moved.
3. `weekly` names days on purpose, a Saturday too; only a public holiday moves it.
4. `monthly`, `quarterly` and `yearly` name a date; it is moved when it is no working day.
5. Moving goes forwards, to the next working day, as art. 203 of the Civil Code of the People's
   Republic of China has it for the last day of a period; with `days-off: before` it goes
   backwards, to the last working day before. `last-wd` is a working day already.
6. Where several days of one due meet on one day, the duty is there once.

`every 2w` names no day: it is counted from its step, so it has no place in a calendar.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from generator.model.settings import Calendar
from generator.notation.due_kinds import (
    Daily,
    DayOfMonth,
    Due,
    LastDay,
    Monthly,
    Quarterly,
    Weekday,
    Weekly,
    Workdays,
    Yearly,
)

_DAY = timedelta(days=1)
_LONGEST_BREAK = 60
"""Days without work after which the calendar is taken to have no working days at all."""
_WEEK = tuple(Weekday)
_QUARTERS = (1, 4, 7, 10)
_YEAR = tuple(range(1, 13))


@dataclass(frozen=True, slots=True)
class Occurrence:
    """The day on which a duty falls due, and the day that its due names."""

    day: date
    named: date

    @property
    def moved(self) -> bool:
        """Whether the rule moved it."""
        return self.day != self.named


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """Which days are worked; `weekdays` counts from Monday = 0."""

    weekdays: frozenset[int]
    holidays: frozenset[date] = frozenset()
    extra: frozenset[date] = frozenset()
    backwards: bool = False

    @classmethod
    def of(cls, calendar: Calendar) -> WorkCalendar:
        """Return the calendar that `handbook.yml` describes."""
        return cls(
            frozenset(_WEEK.index(Weekday(name)) for name in calendar.workdays),
            frozenset(calendar.holidays),
            frozenset(calendar.extra_workdays),
            calendar.days_off == "before",
        )

    def works(self, day: date) -> bool:
        """Whether a day is a working day; an extra workday is one even on a listed holiday."""
        return day in self.extra or (day.weekday() in self.weekdays and day not in self.holidays)

    def on_or_after(self, day: date) -> date:
        """Return the day itself when it is worked, else the next working day."""
        return self._first(day, _DAY)

    def on_or_before(self, day: date) -> date:
        """Return the day itself when it is worked, else the last working day before it."""
        return self._first(day, -_DAY)

    def _first(self, start: date, by: timedelta) -> date:
        day = start
        for _ in range(_LONGEST_BREAK):
            if self.works(day):
                return day
            day += by
        return start


def occurrences(
    due: Due, calendar: WorkCalendar, first: date, last: date
) -> tuple[Occurrence, ...]:
    """Return the days of a due whose named day lies in [first, last], in order.

    Empty where the due names no days (`3wd`, `every 2w`, `on demand`).
    """
    found: dict[date, Occurrence] = {}
    for named in _named(due, calendar, first, last):
        day = _moved(due, calendar, named)
        if day not in found or day == named:
            found[day] = Occurrence(day, named)
    return tuple(found[day] for day in sorted(found))


def _moved(due: Due, calendar: WorkCalendar, named: date) -> date:
    if isinstance(due, Daily | Workdays):
        return named
    if isinstance(due, Weekly) and (named not in calendar.holidays or named in calendar.extra):
        return named
    move = calendar.on_or_before if calendar.backwards else calendar.on_or_after
    return move(named)


def _named(due: Due, calendar: WorkCalendar, first: date, last: date) -> Iterator[date]:
    """Yield the days in [first, last] that a due names, before anything is moved."""
    match due:
        case Daily():
            yield from _days(first, last)
        case Workdays():
            yield from filter(calendar.works, _days(first, last))
        case Weekly():
            wanted = {_WEEK.index(each) for each in due.days}
            yield from (day for day in _days(first, last) if day.weekday() in wanted)
        case Monthly() | Quarterly() | Yearly():
            for year in range(first.year, last.year + 1):
                for day in _of_year(due, calendar, year):
                    if first <= day <= last:
                        yield day
        case _:
            return


def _of_year(
    due: Monthly | Quarterly | Yearly, calendar: WorkCalendar, year: int
) -> Iterator[date]:
    if isinstance(due, Yearly):
        yield _in_month(year, due.month, due.on)
        return
    for month in _YEAR if isinstance(due, Monthly) else _QUARTERS:
        if isinstance(due.on, int):
            yield _in_month(year, month, due.on)
        else:
            yield _at_end(due.on, calendar, year, month + 2 * isinstance(due, Quarterly))


def _at_end(on: DayOfMonth, calendar: WorkCalendar, year: int, month: int) -> date:
    end = _in_month(year, month, 31)
    return calendar.on_or_before(end) if on is LastDay.WORKING_DAY else end


def _in_month(year: int, month: int, day: int) -> date:
    """Return a day of a month; 29 February of other years is the 28th."""
    return date(year, month, min(day, monthrange(year, month)[1]))


def _days(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=number) for number in range((last - first).days + 1))
