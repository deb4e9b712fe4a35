"""Counts working days on the company's calendar, for rules such as `start + 5wd`."""

from __future__ import annotations

from datetime import date, timedelta

from generator.model.settings import Calendar
from generator.model.working_days import WorkCalendar
from generator.notation.evaluation import AddWorkingDays

_LONGEST = 3_660  # days; a calendar without working days must not count for ever


def working_day_counter(settings: Calendar) -> AddWorkingDays:
    """Return the function that goes so many working days on, or back."""
    calendar = WorkCalendar.of(settings)

    def add(start: date, count: int) -> date:
        step = timedelta(days=1 if count >= 0 else -1)
        day, left = start, abs(count)
        for _ in range(_LONGEST):
            if not left:
                break
            day += step
            left -= calendar.works(day)
        return day

    return add
