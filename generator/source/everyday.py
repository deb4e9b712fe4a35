"""Dates, hours, yes and no as people write them, in the one form that files have."""

from __future__ import annotations

import re

_YES = (
    *("yes", "y", "on", "yep", "yeah", "ja", "oui", "si", "sí", "x", "1", "wahr", "vrai"),
    *("是", "对", "有", "真", "√", "✓", "✔"),
)
_NO = (
    *("no", "n", "off", "nope", "nein", "non", "0", "falsch", "faux"),
    *("否", "不", "无", "没有", "假"),
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_YEAR_FIRST = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})日?")
_DAY_FIRST = re.compile(r"(\d{1,2})\s*[./-]\s*(\d{1,2})\s*[./-]\s*(\d{4})")
_DAY_NAMED = re.compile(
    r"(?P<day>\d{1,2})(?:st|nd|rd|th|\.)?[\s-]+(?P<month>[a-z]+)\.?,?[\s-]+(?P<year>\d{4})"
)
_MONTH_NAMED = re.compile(
    r"(?P<month>[a-z]+)\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year>\d{4})"
)
_TIME = r"(\d{1,2})(?:[:.：h]?(\d\d))?\s*(am|pm)?"
_HOURS = re.compile(rf"{_TIME}\s*(?:-|–|—|~|～|to|至|到)\s*{_TIME}")
_MOST_MONTHS, _NOON = 12, 12


def says_yes(value: object) -> bool:
    """Whether a value means true."""
    return not isinstance(value, bool) and str(value).strip().lower() in _YES


def says_no(value: object) -> bool:
    """Whether a value means false."""
    return not isinstance(value, bool) and str(value).strip().lower() in _NO


def date_meant(text: str) -> str | None:
    """Return a date as year-month-day where a text is one in another form; else None."""
    text = text.strip().lower()
    if found := _YEAR_FIRST.fullmatch(text):
        return _date(found[1], int(found[2]), found[3])
    for named in (_DAY_NAMED, _MONTH_NAMED):
        found = named.fullmatch(text)
        if found and (month := _month(found["month"])):
            return _date(found["year"], month, found["day"])
    found = _DAY_FIRST.fullmatch(text)
    if found is None:
        return None
    first, second, year = found.groups()
    if "." in text or int(first) > _MOST_MONTHS or first == second:
        return _date(year, int(second), first)
    return _date(year, int(first), second) if int(second) > _MOST_MONTHS else None


def either_day(text: str) -> tuple[str, str] | None:
    """Return the two dates that 03/04/2026 may mean: day or month may stand first."""
    found = _DAY_FIRST.fullmatch(text.strip())
    if found is None or date_meant(text):
        return None
    first, second, year = found.groups()
    return _date(year, int(second), first), _date(year, int(first), second)


def hours_meant(text: str) -> str | None:
    """Return hours as 09:00-18:00 where a text gives them in another form; else None."""
    found = _HOURS.fullmatch(text.strip().lower())
    if found is None:
        return None
    return f"{_clock(*found.groups()[:3])}-{_clock(*found.groups()[3:])}"


def _date(year: str, month: int, day: str) -> str:
    return f"{year}-{month:02}-{int(day):02}"


def _month(word: str) -> int:
    return _MONTHS.index(word[:3]) + 1 if word[:3] in _MONTHS else 0


def _clock(hour: str, minute: str | None, half: str | None) -> str:
    hours = int(hour) % _NOON + (_NOON if half == "pm" else 0) if half else int(hour)
    return f"{hours:02}:{minute or '00'}"
