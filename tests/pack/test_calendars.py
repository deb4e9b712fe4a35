"""The calendars, unfolded and expanded by another library, fall on the days of the model's dues."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr
from shipped import made_by, shipped

from generator.document.duties import days_of, recurring_duties
from generator.outputs.entries.calendars import CALENDARS

Event = dict[str, list[tuple[str, str]]]
ZONE = ZoneInfo("Asia/Shanghai")


@pytest.fixture(scope="module")
def made() -> dict[str, str]:
    return {each.path: each.body().decode() for each in made_by(CALENDARS, shipped())}


def events(text: str) -> list[Event]:
    """Read the events of a calendar line by line, as RFC 5545 chapter 3.1 has it."""
    found: list[Event] = []
    for line in text.replace("\r\n ", "").split("\r\n"):
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            found.append({})
        elif found and name:
            key, _, parameters = name.partition(";")
            found[-1].setdefault(key, []).append((parameters, value))
    return found


def days(event: Event) -> list[date]:
    ((kind, start),) = event["DTSTART"]
    moment = moment_of(kind, start)
    if "RRULE" not in event:
        return [moment.date()]
    rule = rrulestr(event["RRULE"][0][1], dtstart=moment)
    without = {
        moment_of(kind, each)
        for kind, listed in event.get("EXDATE", ())
        for each in listed.split(",")
    }
    return [each.date() for each in rule if each not in without]


def moment_of(kind: str, text: str) -> datetime:
    if "VALUE=DATE" in kind and "DATE-TIME" not in kind:
        return datetime.fromisoformat(text)
    assert kind == "TZID=Asia/Shanghai"
    return datetime.strptime(text, "%Y%m%dT%H%M%S").replace(tzinfo=ZONE)


def test_each_calendar_falls_on_the_days_of_the_dues(made: dict[str, str]) -> None:
    handbook = shipped().handbook
    for role in handbook.organization.roles:
        expected = Counter(
            each.day
            for duty in recurring_duties(handbook, role)
            for each in days_of(handbook, duty)
        )
        text = made.get(f"roles/{role.role}.ics")
        seen = Counter(day for event in events(text) for day in days(event)) if text else Counter()
        assert seen == expected, role.role


def test_entries_have_what_calendars_ask_for(made: dict[str, str]) -> None:
    address = str(shipped().handbook.settings.address)
    for text in made.values():
        assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
        found = events(text)
        names = [event["UID"][0][1] for event in found]
        assert len(set(names)) == len(names)
        for event in found:
            assert {"DTSTAMP", "DTSTART", "SUMMARY", "DESCRIPTION"} <= set(event)
            assert event["URL"][0][1].startswith(address)


def test_same_bytes_twice(made: dict[str, str]) -> None:
    assert {each.path: each.body().decode() for each in made_by(CALENDARS, shipped())} == made
