"""The calendar file says what RFC 5545 wants, so that every program takes it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

from generator.renderers.calendar.document import calendar_of
from generator.renderers.calendar.entries import CalendarEntry, Series

ENTRY = CalendarEntry(
    uid="clerk.count", day=date(2026, 3, 2), at=time(9, 30), title="Count", text="Text",
    address="https://hb.example.com/p.html", stamp=date(2026, 1, 15),
)  # fmt: skip
WEEKLY = Series(
    first=date(2026, 3, 2), last=date(2026, 11, 30), weekdays=(0, 3), without=(date(2026, 5, 4),)
)


def lines(*entries: CalendarEntry, timezone: str = "Europe/Berlin") -> list[str]:
    made = calendar_of("Clerk", entries, timezone=timezone, host="hb.example.com")
    return made.decode().replace("\r\n ", "").split("\r\n")


def test_head() -> None:
    found = lines()
    assert found[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"]
    assert {
        "PRODID:-//process-handbook//calendar of duties//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "X-WR-CALNAME:Clerk",
        "X-WR-TIMEZONE:Europe/Berlin",
    } <= set(found)


def test_an_entry_with_a_time() -> None:
    found = lines(ENTRY)
    event = found[found.index("BEGIN:VEVENT") + 1 : found.index("END:VEVENT")]
    assert sorted(event) == [
        "DESCRIPTION:Text",
        "DTSTAMP:20260115T000000Z",
        "DTSTART;TZID=Europe/Berlin:20260302T093000",
        "SUMMARY:Count",
        "TRANSP:TRANSPARENT",
        "UID:clerk.count@hb.example.com",
        "URL:https://hb.example.com/p.html",
    ]


def test_without_an_address_there_is_none() -> None:
    assert not [line for line in lines(replace(ENTRY, address="")) if line.startswith("URL")]


def test_a_series_ends_in_utc_with_a_time_and_on_its_last_day_without() -> None:
    timed = lines(replace(ENTRY, series=WEEKLY))
    assert "RRULE:FREQ=WEEKLY;UNTIL=20261130T225959Z;BYDAY=MO,TH" in timed
    assert "EXDATE;TZID=Europe/Berlin:20260504T093000" in timed
    whole = lines(replace(ENTRY, at=None, series=WEEKLY))
    assert "RRULE:FREQ=WEEKLY;UNTIL=20261130;BYDAY=MO,TH" in whole
    assert "EXDATE;VALUE=DATE:20260504" in whole
    daily = lines(replace(ENTRY, at=None, series=replace(WEEKLY, weekdays=(), without=())))
    assert "RRULE:FREQ=DAILY;UNTIL=20261130" in daily
    assert not [line for line in daily if line.startswith("EXDATE")]


def test_without_a_known_zone_times_are_those_of_the_place() -> None:
    for name in ("Nowhere/Nothing", "", "../etc"):
        found = lines(replace(ENTRY, series=WEEKLY), timezone=name)
        assert "DTSTART:20260302T093000" in found
        assert "RRULE:FREQ=WEEKLY;UNTIL=20261130T235959;BYDAY=MO,TH" in found
        assert not [line for line in found if "TZID" in line or "TIMEZONE" in line]


def test_the_zone_is_defined_for_the_years_shown_and_only_where_a_time_needs_it() -> None:
    found = lines(replace(ENTRY, series=WEEKLY))
    assert found.count("BEGIN:VTIMEZONE") == 1
    assert "TZID:Europe/Berlin" in found
    changes = [line for line in found if line.startswith("DTSTART:2")]
    assert any(line.startswith("DTSTART:202603") for line in changes)  # summer time begins
    assert all(line[8:12] in {"2025", "2026", "2027"} for line in changes)
    assert "BEGIN:VTIMEZONE" not in lines(replace(ENTRY, at=None))


def test_a_name_of_several_lines_stands_on_one() -> None:
    made = calendar_of("Clerk\n\nof\u3000parts", (), timezone="UTC", host="hb.example.com")
    assert "X-WR-CALNAME:Clerk of parts" in made.decode().split("\r\n")
