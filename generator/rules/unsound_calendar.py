"""HB336: a work calendar that contradicts itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.base.diagnostics import N_, Diagnostic, Message, Rule, Severity
from generator.rules.book import Book

_CALENDAR = (
    "# processes/handbook.yml\n"
    "calendar: {{hours: {hours}, holidays: [2026-10-01], extra-workdays: [{extra}]}}\n"
)
_MIDNIGHT = "24:00"
RULE = Rule(
    code="HB336",
    name="unsound-calendar",
    message=N_("The work calendar contradicts itself: {says}"),
    hint=N_("Write the hours from the earlier to the later, and each day in one list."),
    why=N_("Dues in working days and the calendars of roles are counted by it."),
    wrong=_CALENDAR.format(hours="09:00-25:00", extra="2026-10-10"),
    right=_CALENDAR.format(hours="09:00-18:00", extra="2026-10-10"),
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Find hours that end before they begin, and days that are free and working days."""
    settings = book.handbook.settings
    calendar, where = settings.calendar, settings.where / "calendar"
    if calendar.hours:
        begin, _, end = calendar.hours.partition("-")
        says = Message(N_("“{hours}” is no part of a day."), {"hours": calendar.hours})
        if max(begin, end) > _MIDNIGHT or begin == end:
            yield RULE.at(where / "hours", says=says)
        elif begin > end:  # a night shift, or the two are exchanged
            yield replace(RULE.at(where / "hours", says=says), severity=Severity.WARNING)
    free = set(calendar.holidays)
    for number, day in enumerate(calendar.extra_workdays):
        if day in free:
            says = Message(N_("{day} is a holiday and a working day."), {"day": day.isoformat()})
            yield RULE.at(where / "extra-workdays" / number, says=says)
