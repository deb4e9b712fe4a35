"""Reads dates: the year in front, or a month by its name, or an order that leaves no doubt."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from generator.base.plain import dashed, is_reordered
from generator.collect.spelling.numerals import numeral

_YEAR_FIRST = (
    re.compile(r"(\d{4}) ?([-/.、,]) ?(\d{1,2}) ?\2 ?(\d{1,2})", re.ASCII),
    re.compile(r"(\d{4}) ?(年) ?(\d{1,2}) ?月 ?(\d{1,2}) ?[日号號]?", re.ASCII),
    re.compile(r"(\d{4})( )(\d{1,2}) (\d{1,2})", re.ASCII),
    re.compile(r"(\d{4})()(\d{2})(\d{2})", re.ASCII),
)
_MONTH_FIRST = re.compile(r"(\d{1,2})月(\d{1,2})[日号號][, ]{0,2}(\d{4})年?", re.ASCII)
_YEAR_LAST = re.compile(r"(\d{1,2}) ?([-/.]) ?(\d{1,2}) ?\2 ?(\d{4})", re.ASCII)
_MONTHS: Final = (
    ("jan", "january"),
    ("feb", "february"),
    ("mar", "march"),
    ("apr", "april"),
    ("may",),
    ("jun", "june"),
    ("jul", "july"),
    ("aug", "august"),
    ("sep", "sept", "september"),
    ("oct", "october"),
    ("nov", "november"),
    ("dec", "december"),
)
_MONTH: Final = {word: number for number, words in enumerate(_MONTHS, start=1) for word in words}
_DAY_MONTH = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th)?\.?[ -]?([a-z]+)(?:\.?,?[ -]|\.)?(\d{4})", re.ASCII
)
_MONTH_DAY = re.compile(r"([a-z]+)\.?[ -](\d{1,2})(?:st|nd|rd|th)?,?[ -](\d{4})", re.ASCII)
_NAMED_MIDDLE = re.compile(r"(\d{4})[ -]([a-z]+)\.?[ -](\d{1,2})", re.ASCII)
_CHARACTERS = "〇零○一二三四五六七八九壹贰貳叁肆伍陆柒捌玖"
_COUNT = rf"(?:\d{{1,3}}|[{_CHARACTERS}十拾百]{{1,5}})"
_CHINESE = re.compile(
    rf"(\d{{4}}|[{_CHARACTERS}]{{4}})年(\d{{1,2}}|[{_CHARACTERS}十拾]{{1,3}})月"
    rf"(\d{{1,2}}|[{_CHARACTERS}十拾廿卅]{{1,3}})[日号號]"
)
_REPUBLIC = re.compile(rf"(?:中华|中華)?民[国國]({_COUNT}|元)年({_COUNT})月({_COUNT})[日号號]")
_REPUBLIC_BEGAN: Final = 1911  # its first year was 1912
_WEEKDAYS: Final = (
    ("一", "monday", "mon"),
    ("二", "tuesday", "tue", "tues"),
    ("三", "wednesday", "wed"),
    ("四", "thursday", "thu", "thur", "thurs"),
    ("五", "friday", "fri"),
    ("六", "saturday", "sat"),
    ("日", "天", "sunday", "sun"),
)
_WEEKDAY: Final = {word: number for number, words in enumerate(_WEEKDAYS) for word in words}
_NAME = (
    r"(?:(?:星期|周|礼拜)([一二三四五六日天])|("
    + "|".join(sorted((word for word in _WEEKDAY if word.isascii()), key=len, reverse=True))
    + r")\.?)"
)
_BEHIND = re.compile(rf"(.*\d[日号號]?|.*[日号號]),? ?[\[(（【]? ?{_NAME} ?[\])）】]?")
_SHORT = re.compile(r"(.*\d[日号號]?|.*[日号號]) ?[\[(【]([一二三四五六日天])[\])】]")
_WRAPPED = re.compile(r"[\[(【] ?(.+?) ?[\])】]")
_AROUND = re.compile(r"^(?:公元|the )|(?<=\d(?:st|nd|rd|th)) of(?= )")
_BEFORE = re.compile(rf"{_NAME},? (.+)")
_MIDNIGHT = re.compile(r"(.*[^ t])[t ]0{1,2}:00(?::00(?:\.0+)?)?z?")

YEARS_BACK: Final = 80  # a date of birth is no slip of the pen
YEARS_AHEAD: Final = 20  # the longest leases and contracts


def date_of(text: str) -> date | None:
    """Read `2026-11-20`, `2026年11月20日(星期五)`, `20.12.2026`, `20 Nov 2026`; never `05/06/2026`.

    A weekday beside it must be that of the day.
    """
    if is_reordered(text):
        return None
    plain = dashed(text)
    if match := _MIDNIGHT.fullmatch(plain):
        plain = match[1]
    plain, weekday = _without_weekday(plain)
    found = _day_of(plain)
    return None if found is None or weekday not in {None, found.weekday()} else found


def meanings_of(text: str) -> tuple[date, ...]:
    """Return the days that a date with its year last can mean, day first, then month first."""
    match = _YEAR_LAST.fullmatch(_without_weekday(dashed(text))[0])
    if match is None:
        return ()
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    days = (_day(year, second, first), _day(year, first, second))
    return tuple(dict.fromkeys(each for each in days if each is not None))


def weekday_differs(text: str) -> bool:
    """Tell whether a weekday stands beside a date that falls on another one."""
    plain, weekday = _without_weekday(dashed(text))
    found = _day_of(plain)
    return found is not None and weekday not in {None, found.weekday()}


def is_far(day: date, today: date) -> bool:
    """Tell whether a year is so far from today that it may be a slip of the pen."""
    return day.year < today.year - YEARS_BACK or day.year > today.year + YEARS_AHEAD


def _without_weekday(plain: str) -> tuple[str, int | None]:
    if match := _WRAPPED.fullmatch(plain):
        plain = match[1]
    if match := _SHORT.fullmatch(plain):
        return match[1].strip(), _WEEKDAY[match[2]]
    if match := _BEHIND.fullmatch(plain):
        return match[1].strip(), _WEEKDAY[match[2] or match[3]]
    if match := _BEFORE.fullmatch(plain):
        return match[3].strip(), _WEEKDAY[match[1] or match[2]]
    return plain, None


def _day_of(plain: str) -> date | None:
    plain = _AROUND.sub("", plain).replace("元月", "1月")
    for pattern in _YEAR_FIRST:
        if match := pattern.fullmatch(plain):
            return _day(int(match[1]), int(match[3]), int(match[4]))
    if _YEAR_LAST.fullmatch(plain):
        meant = meanings_of(plain)
        return meant[0] if len(meant) == 1 else None
    return _named(plain) or _in_characters(plain.replace(" ", ""))


def _named(plain: str) -> date | None:
    """Read a date with the month by its name."""
    if match := _DAY_MONTH.fullmatch(plain):
        return _named_day(match[3], match[2], match[1])
    if match := _MONTH_DAY.fullmatch(plain):
        return _named_day(match[3], match[1], match[2])
    if match := _NAMED_MIDDLE.fullmatch(plain):
        return _named_day(match[1], match[2], match[3])
    return None


def _in_characters(plain: str) -> date | None:
    if match := _MONTH_FIRST.fullmatch(plain):
        return _day(int(match[3]), int(match[1]), int(match[2]))
    began = 0
    match = _CHINESE.fullmatch(plain)
    if match is None:
        match, began = _REPUBLIC.fullmatch(plain), _REPUBLIC_BEGAN
    if match is None:
        return None
    year, month, day = (_number(each) for each in match.groups())
    if year is None or month is None or day is None:
        return None
    return _day(began + year, month, day)


def _number(text: str) -> int | None:
    if text == "元":
        return 1
    return int(text) if text.isascii() else numeral(text)


def _named_day(year: str, month: str, day: str) -> date | None:
    return _day(int(year), _MONTH[month], int(day)) if month in _MONTH else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
