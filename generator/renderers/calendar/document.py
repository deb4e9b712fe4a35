"""Puts the entries of a role into an iCalendar file (RFC 5545)."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from icalendar import Calendar, Event

from generator.renderers.calendar.entries import CalendarEntry, Series

PRODUCT = "-//process-handbook//calendar of duties//EN"
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_LAST_MOMENT = time(23, 59, 59)


def calendar_of(
    title: str, entries: tuple[CalendarEntry, ...], *, timezone: str, host: str
) -> bytes:
    """Return a calendar; `host` is what makes the entries' ids differ from those of others.

    Entries without a time of day are all-day ones. They take no time in the calendar of their
    owner: a due is a limit, no meeting.
    """
    zone = _zone(timezone)
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", " ".join(title.split()))  # the library escapes no line ends here
    if zone:
        calendar.add("x-wr-timezone", timezone)
    for entry in entries:
        calendar.add_component(_event(entry, zone, host))
    if zone and any(entry.at for entry in entries):
        # The zone as it is in the years shown; its history since 1970 helps nobody.
        first = min(entry.day for entry in entries)
        last = max(entry.series.last if entry.series else entry.day for entry in entries)
        calendar.add_missing_timezones(
            first_date=date(first.year, 1, 1), last_date=date(last.year + 1, 1, 1)
        )
    return bytes(calendar.to_ical())


def _zone(name: str) -> ZoneInfo | None:
    """Return a time zone; without one that is known, times are those of the place."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def _event(entry: CalendarEntry, zone: ZoneInfo | None, host: str) -> Event:
    event = Event()
    event.add("uid", f"{entry.uid}@{host}")
    event.add("dtstamp", datetime.combine(entry.stamp, time(0), UTC))
    event.add("dtstart", _moment(entry.day, entry.at, zone))
    if entry.at is None:
        event.add("dtend", entry.day + timedelta(days=1))
    if entry.series:
        event.add("rrule", _rule(entry.series, entry.at, zone))
        if entry.series.without:
            event.add("exdate", [_moment(day, entry.at, zone) for day in entry.series.without])
    event.add("summary", entry.title)
    event.add("description", entry.text)
    event.add("transp", "TRANSPARENT")
    if entry.address:
        event.add("url", entry.address)
    return event


def _moment(day: date, at: time | None, zone: ZoneInfo | None) -> date | datetime:
    return datetime.combine(day, at, zone) if at else day


def _rule(series: Series, at: time | None, zone: ZoneInfo | None) -> dict[str, object]:
    rule: dict[str, object] = {"freq": "WEEKLY" if series.weekdays else "DAILY"}
    if series.weekdays:
        rule["byday"] = [_DAYS[day] for day in series.weekdays]
    rule["until"] = series.last
    if at:
        end = datetime.combine(series.last, _LAST_MOMENT, zone)
        # RFC 5545, 3.3.10: with a time zone the end is written in UTC.
        rule["until"] = end.astimezone(UTC) if zone else end
    return rule
