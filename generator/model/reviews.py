"""When a process is to be reviewed next."""

from __future__ import annotations

from calendar import monthrange
from datetime import MAXYEAR, date, timedelta

from generator.model.process import Process
from generator.notation.duration import Duration, TimeUnit

_DAYS = {TimeUnit.DAY: 1, TimeUnit.WORKING_DAY: 1, TimeUnit.WEEK: 7}
_MONTHS = {TimeUnit.MONTH: 1, TimeUnit.YEAR: 12}


def next_review(process: Process) -> date:
    """Return the day on which the next review falls due, counted from the newest revision."""
    revision = process.revision
    start = revision.effective or revision.approved or revision.date
    return later(start, process.review) if process.review else start


def later(start: date, duration: Duration) -> date:
    """Return the day a duration after a day; a month later on the 31st is the month's last day.

    What lies beyond the calendar is its last day.
    """
    if duration.unit in _DAYS:
        return start + timedelta(days=duration.amount * _DAYS[duration.unit])
    months = duration.amount * _MONTHS.get(duration.unit, 0)
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    if year > MAXYEAR:
        return date.max
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))
