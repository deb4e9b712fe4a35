"""HB344: dates of every month or year that fall on a holiday, and no word on what holds then."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from generator.base.diagnostics import N_, Diagnostic, Rule, Severity
from generator.model.working_days import WorkCalendar, occurrences
from generator.notation.due_kinds import Monthly, Quarterly, Yearly
from generator.rules.book import Book
from generator.rules.examples import step, steps
from generator.rules.timeline import settled

_STEPS = steps(step("count", "end: counted", due="yearly 05-01"))
_CALENDAR = "# processes/handbook.yml\ncalendar: {{holidays: [2026-05-01]{rule}}}\n"
RULE = Rule(
    code="HB344",
    name="day-off-unruled",
    message=N_("“{title}” is due on {day}, a holiday: is it the working day before or after it?"),
    hint=N_("Say it for the whole handbook: calendar: {{days-off: after}}, or before."),
    why=N_("One works on the day before, the other on the day after, and both are right."),
    severity=Severity.WARNING,
    wrong=_STEPS + _CALENDAR.format(rule=""),
    right=_STEPS + _CALENDAR.format(rule=", days-off: after"),
)
_YEAR = timedelta(days=364)


def check(book: Book) -> Iterator[Diagnostic]:
    """Find the first date of the year in force that a holiday takes."""
    settings = book.handbook.settings
    if settings.edition is None or settings.calendar.days_off:
        return
    start = settings.edition.date
    calendar = WorkCalendar.of(settings.calendar)
    for process in book.handbook.process_list:
        for each in process.steps:
            for case in each.due.cases if each.due else ():
                due = settled(book.handbook, case.due)
                if not isinstance(due, Monthly | Quarterly | Yearly):
                    continue
                for found in occurrences(due, calendar, start, start + _YEAR):
                    if found.named in calendar.holidays and found.moved:
                        where = settings.where / "calendar" / "holidays"
                        day = found.named.isoformat()
                        yield RULE.at(where, title=each.title.source, day=day)
                        return
