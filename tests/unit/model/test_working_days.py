from __future__ import annotations

from datetime import date, timedelta

import pytest

from generator.model.settings import Calendar
from generator.model.working_days import WorkCalendar, occurrences
from generator.notation.due import parse_due

NATIONAL_DAY = tuple(date(2026, 10, day) for day in range(1, 8))
CALENDAR = WorkCalendar.of(
    Calendar(holidays=NATIONAL_DAY, extra_workdays=(date(2026, 9, 20), date(2026, 10, 10)))
)


def days(due: str, first: str, last: str, calendar: WorkCalendar = CALENDAR) -> list[str]:
    parsed = parse_due(due).value
    assert parsed is not None
    span = (date.fromisoformat(first), date.fromisoformat(last))
    return [each.day.isoformat() for each in occurrences(parsed, calendar, *span)]


@pytest.mark.parametrize(
    ("due", "first", "last", "expected"),
    [
        # Saturday 3 October is a holiday: Thursday the 8th is the next working day.
        ("weekly sat 18:00", "2026-10-01", "2026-10-31",
         ["2026-10-08", "2026-10-10", "2026-10-17", "2026-10-24", "2026-10-31"]),
        # An ordinary Saturday is no working day, yet it is meant.
        ("weekly sat", "2026-11-01", "2026-11-15", ["2026-11-07", "2026-11-14"]),
        # Tuesday and Friday: the 2nd and the 6th both move to the 8th, the duty is there once.
        ("weekly tue fri 16:00", "2026-10-01", "2026-10-09", ["2026-10-08", "2026-10-09"]),
        # Sunday 25 October moves to Monday, Sunday 20 September is worked.
        ("monthly 25", "2026-10-01", "2026-11-30", ["2026-10-26", "2026-11-25"]),
        ("monthly 20", "2026-09-01", "2026-09-30", ["2026-09-20"]),
        ("monthly 5", "2026-10-01", "2026-10-31", ["2026-10-08"]),
        # Month ends: 31 October is a Saturday, 28 February 2027 a Sunday.
        ("monthly last", "2026-10-01", "2026-10-31", ["2026-11-02"]),
        ("monthly last-wd", "2026-10-01", "2026-10-31", ["2026-10-30"]),
        ("monthly last-wd", "2027-02-01", "2027-02-28", ["2027-02-26"]),
        ("monthly last", "2028-02-01", "2028-02-29", ["2028-02-29"]),
        # Quarters: the day of the first month, the last working day of the third.
        ("quarterly 10", "2026-01-01", "2026-12-31",
         ["2026-01-12", "2026-04-10", "2026-07-10", "2026-10-10"]),
        ("quarterly 30", "2027-04-01", "2027-04-30", ["2027-04-30"]),
        ("quarterly last-wd", "2026-07-01", "2026-12-31", ["2026-09-30", "2026-12-31"]),
        ("quarterly last", "2028-01-01", "2028-12-31",
         ["2028-03-31", "2028-06-30", "2028-10-02", "2029-01-01"]),
        ("yearly 10-01", "2026-01-01", "2026-12-31", ["2026-10-08"]),
        ("yearly 02-28", "2027-01-01", "2028-12-31", ["2027-03-01", "2028-02-28"]),
        ("daily 21:00", "2026-10-02", "2026-10-04", ["2026-10-02", "2026-10-03", "2026-10-04"]),
        ("workdays 18:00", "2026-09-30", "2026-10-12",
         ["2026-09-30", "2026-10-08", "2026-10-09", "2026-10-10", "2026-10-12"]),
        # These name no day.
        ("every 2w", "2026-10-01", "2026-12-31", []),
        ("3wd", "2026-10-01", "2026-12-31", []),
        ("on demand", "2026-10-01", "2026-12-31", []),
    ],
)  # fmt: skip
def test_days(due: str, first: str, last: str, expected: list[str]) -> None:
    assert days(due, first, last) == expected


def test_what_was_moved_knows_the_day_it_was_named_for() -> None:
    parsed = parse_due("weekly sat").value
    assert parsed is not None
    moved, *rest = occurrences(parsed, CALENDAR, date(2026, 10, 1), date(2026, 10, 31))
    assert (moved.named, moved.moved) == (date(2026, 10, 3), True)
    assert not any(each.moved for each in rest)


def test_without_working_days_nothing_moves() -> None:
    nobody = WorkCalendar(frozenset())
    assert days("monthly 25", "2026-10-01", "2026-10-31", nobody) == ["2026-10-25"]


def test_every_moved_day_is_worked_and_nothing_between_is() -> None:
    parsed = parse_due("monthly 1").value
    assert parsed is not None
    for each in occurrences(parsed, CALENDAR, date(2020, 1, 1), date(2030, 12, 31)):
        assert CALENDAR.works(each.day)
        between = range((each.day - each.named).days)
        assert not any(CALENDAR.works(each.named + timedelta(days=n)) for n in between)
