"""Reads times of day, and dates with a time."""

from __future__ import annotations

import re
from datetime import datetime, time
from typing import Final

from generator.collect.spelling.days import date_of
from generator.collect.spelling.numerals import numeral
from generator.collect.spelling.plain import dashed, is_reordered

_HALVES = "上午|下午|晚上|早上|早晨|清晨|凌晨|中午|傍晚|夜里|am|pm|a\\.m|p\\.m"
_TIME = re.compile(
    rf"({_HALVES})? ?(\d{{1,2}}) ?(?:[:点點时時h] ?(\d{{1,2}}|半|整|一刻|三刻|1刻|3刻)? ?"
    rf"(?:分钟?|:(\d{{2}}))?)? ?({_HALVES})?\.?",
    re.ASCII,
)
_FOUR = re.compile(r"(0\d|1[0-8]|2[1-3])([0-5]\d)", re.ASCII)  # 1930 and 2026 may be years
_CHINESE = re.compile(
    rf"({_HALVES})?([一二三四五六七八九十两零〇]{{1,3}})[点點时時](半|整|一刻|三刻|[一二三四五六七八九十零〇]{{1,3}}分?)?"
)
_MINUTES: Final = {"半": 30, "整": 0, "一刻": 15, "1刻": 15, "三刻": 45, "3刻": 45}
# The hours by a clock of twelve that have one meaning only, with what is added to them.
_MEANT: Final = {
    "上午": dict.fromkeys(range(1, 12), 0),
    "早上": dict.fromkeys(range(4, 12), 0),
    "早晨": dict.fromkeys(range(4, 12), 0),
    "清晨": dict.fromkeys(range(3, 9), 0),
    "凌晨": dict.fromkeys(range(7), 0),
    "中午": {10: 0, 11: 0, 12: 0, 1: 12, 2: 12},
    "下午": {12: 0} | dict.fromkeys(range(1, 12), 12),
    "傍晚": dict.fromkeys(range(4, 9), 12),
    "晚上": dict.fromkeys(range(5, 12), 12),
    "夜里": dict.fromkeys(range(8, 12), 12),
    "am": {12: -12} | dict.fromkeys(range(1, 12), 0),
    "pm": {12: 0} | dict.fromkeys(range(1, 12), 12),
}
_LATE: Final = {"下午", "晚上", "傍晚", "夜里", "pm"}
_NOON: Final = 12
_LAST_HOUR: Final = 23


def time_of(text: str) -> time | None:
    """Read `9:30`, `9点半`, `下午3时`, `3:15 pm`, `0930`; never `晚上12点`, `9`."""
    if is_reordered(text):
        return None
    plain = dashed(text)
    if match := _FOUR.fullmatch(plain):
        return time(int(match[1]), int(match[2]))
    if match := _CHINESE.fullmatch(plain.replace(" ", "")):
        return _spoken(match[1], numeral(match[2]), match[3])
    match = _TIME.fullmatch(plain)
    if match is None:
        return None
    half, hour, minute, second, behind = match.groups()
    if (half and behind) or not (half or behind or re.search("[:点點时時h]", plain)):
        return None
    minutes = _MINUTES.get(minute or "0") if minute in _MINUTES else int(minute or 0)
    return _clock(half or behind, int(hour), minutes or 0, int(second or 0))


def _spoken(half: str | None, hour: int | None, rest: str | None) -> time | None:
    words = (rest or "整").removesuffix("分")
    minute = _MINUTES[words] if words in _MINUTES else numeral(words)
    return None if hour is None or minute is None else _clock(half, hour, minute, 0)


def _clock(half: str | None, hour: int, minute: int, second: int) -> time | None:
    name = half.replace(".", "") if half else ""
    if name and hour > _NOON:
        added = 0 if name in _LATE and hour <= _LAST_HOUR else None
    else:
        added = _MEANT[name].get(hour) if name else 0
    if added is None:
        return None
    try:
        return time(hour + added, minute, second)
    except ValueError:
        return None


def moment_of(text: str) -> datetime | None:
    """Read a date with a time."""
    if is_reordered(text):
        return None
    plain = dashed(text)
    for at in range(len(plain) - 1, 0, -1):
        clock = time_of(plain[at:].lstrip(" t,").removesuffix("z"))
        if clock is None:
            continue
        day = date_of(plain[:at].rstrip(" t,"))
        if day is not None and not _splits_a_number(plain, at):
            return datetime.combine(day, clock)
    return None


def _splits_a_number(plain: str, at: int) -> bool:
    return plain[at - 1].isdigit() and plain[at].isdigit()
