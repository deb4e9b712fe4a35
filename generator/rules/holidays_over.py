"""HB343: a work calendar that does not know the holidays of the time in force."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from generator.base.diagnostics import N_, Diagnostic, Message, Rule, Severity
from generator.model.settings import Settings
from generator.rules.book import Book

_HANDBOOK = (
    "# processes/handbook.yml\n"
    "calendar: {{holidays: [{day}]}}\n"
    "editions: [{{edition: Second, date: 2026-12-01, change: All new}}]\n"
)
RULE = Rule(
    code="HB343",
    name="holidays-over",
    message=N_("The work calendar does not know the holidays of the time in force: {reason}"),
    hint=N_(
        "Enter the statutory days of that year now; add the days in lieu once they are announced."
    ),
    why=N_("Dues and the calendars of roles would fall on days on which nobody works."),
    severity=Severity.WARNING,
    wrong=_HANDBOOK.format(day="2026-10-01"),
    right=_HANDBOOK.format(day="2027-01-01"),
)
_ALL_BEFORE = N_("all days entered lie before {date}, when the edition comes into force.")
_MISSING = N_("{title} ({days}) is missing.")
_YEAR = timedelta(days=365)
CHINA = frozenset({"Asia/Shanghai", "Asia/Chongqing", "Asia/Urumqi", "Asia/Harbin"})
# Regulation on Public Holidays for National Annual Festivals and Memorial Days (State Council
# order 795, in force since 2025-01-01): days of the solar calendar, and the span in which
# those of the lunar calendar and the solar terms can fall.
_FIXED = (
    (N_("New Year's Day"), (1, 1), (1, 1)),
    (N_("Spring Festival"), (1, 20), (2, 24)),
    (N_("Tomb-Sweeping Day"), (4, 4), (4, 6)),
    (N_("Labour Day"), (5, 1), (5, 1)),
    (N_("Labour Day"), (5, 2), (5, 2)),
    (N_("Dragon Boat Festival"), (5, 27), (6, 26)),
    (N_("Mid-Autumn Festival"), (9, 7), (10, 8)),
    (N_("National Day"), (10, 1), (10, 1)),
    (N_("National Day"), (10, 2), (10, 2)),
    (N_("National Day"), (10, 3), (10, 3)),
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Find calendars with days of the past only, and statutory days that are not entered."""
    settings = book.handbook.settings
    days = sorted(settings.calendar.holidays)
    start = settings.edition.date if settings.edition else None
    if not days or start is None:
        return
    where = settings.where / "calendar" / "holidays"
    if days[-1] < start:
        args = {"date": start.isoformat()}
        yield RULE.at(where, reason=Message(_ALL_BEFORE, args))
        return
    for title, first, last in _missing(settings, start) if settings.timezone in CHINA else ():
        shown = first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
        yield RULE.at(where, reason=Message(_MISSING, {"title": Message(title), "days": shown}))


def _missing(settings: Settings, start: date) -> Iterator[tuple[str, date, date]]:
    """Yield what the year from the day in force on lacks."""
    known = set(settings.calendar.holidays)
    national = {(10, 1), (10, 2), (10, 3)}
    for year in (start.year, start.year + 1):
        for title, begin, end in _FIXED:
            first, last = date(year, *begin), date(year, *end)
            if not start <= first < start + _YEAR:
                continue
            days = {first + timedelta(days=n) for n in range((last - first).days + 1)}
            if first != last:
                days -= {date(year, *each) for each in national}
            if not days & known:
                yield title, first, last
