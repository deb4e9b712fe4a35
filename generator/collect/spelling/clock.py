"""Reads times of day, and dates with a time."""

from __future__ import annotations

import re
from datetime import datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from generator.base.plain import dashed, is_reordered
from generator.collect.spelling.days import date_of
from generator.collect.spelling.numerals import numeral

_HALVES = "上午|下午|晚上|早上|早晨|清晨|凌晨|中午|傍晚|夜里|晚|早|am|pm|a\\.m|p\\.m"
_TIME = re.compile(
    rf"({_HALVES})? ?(\d{{1,2}}) ?(?:[:.点點时時h] ?(\d{{1,2}}|半|整|一刻|三刻|1刻|3刻)? ?"
    rf"(?:分钟?|:(\d{{2}})|时)?)? ?({_HALVES})?\.?",
    re.ASCII,
)
_FOUR = re.compile(
    r"(0\d|1[0-8]|2[1-3])([0-5]\d)(?: ?(?:hrs|hours))?", re.ASCII
)  # 1930 and 2026 may be years
_CHINESE = re.compile(
    rf"({_HALVES})?([一二三四五六七八九十两零〇]{{1,3}})[点點时時](半|整|一刻|三刻|[一二三四五六七八九十零〇]{{1,3}}分?)?"
)
_MINUTES: Final = {"半": 30, "整": 0, "一刻": 15, "1刻": 15, "三刻": 45, "3刻": 45}
# The hours by a clock of twelve that have one meaning only, with what is added to them.
_MEANT: Final[dict[str, dict[int, int]]] = {
    "上午": dict.fromkeys(range(1, 12), 0),
    "早上": dict.fromkeys(range(4, 12), 0),
    "早晨": dict.fromkeys(range(4, 12), 0),
    "清晨": dict.fromkeys(range(3, 9), 0),
    "凌晨": dict.fromkeys(range(7), 0),
    "中午": {11: 0, 12: 0},  # 中午1点 is a slip of the pen, for an hour or for 下午
    "下午": {12: 0} | dict.fromkeys(range(1, 12), 12),
    "傍晚": dict.fromkeys(range(4, 9), 12),
    "晚上": dict.fromkeys(range(5, 12), 12),
    "夜里": dict.fromkeys(range(8, 12), 12),
    "am": {12: -12} | dict.fromkeys(range(1, 12), 0),
    "pm": {12: 0} | dict.fromkeys(range(1, 12), 12),
}
_MEANT["晚"], _MEANT["早"] = _MEANT["晚上"], _MEANT["早上"]
_LATE: Final = {"下午", "晚上", "晚", "傍晚", "夜里", "pm"}
_ASIDE = re.compile(rf" ?\(({_HALVES})\.?\)")
_COMPACT = re.compile(r"(\d{8})(\d{4})", re.ASCII)
# A time zone behind a date with a time, and how far it is from Greenwich, where the words say it.
_ZONE = re.compile(
    r"(?P<rest>.*\d.*?) ?\(?(?:(?P<name>z|utc|gmt|北京时间|东八区|中国标准时间)|"
    r"(?:utc|gmt)? ?(?P<sign>[+-])(?P<hours>\d{1,2})(?::?(?P<minutes>[0-5]\d))?)\)?",
    re.ASCII,
)
_JOINTS: Final = " t,@"
_GREENWICH: Final = {"z", "utc", "gmt"}
_CHINA: Final = timedelta(hours=8)

_NOON: Final = 12
_EITHER: Final = {*range(1, 7), _NOON}  # hours that are said of both halves of the day
_LAST_HOUR: Final = 23


def time_of(text: str) -> time | None:
    """Read `9:30`, `9点半`, `下午3时`, `3:15 pm`, `0930`; never `晚上12点`, `9`."""
    if is_reordered(text):
        return None
    plain = _ASIDE.sub(r" \1", dashed(text))
    return time(_NOON) if plain == "正午" else _time(plain)


def _time(plain: str) -> time | None:
    if match := _FOUR.fullmatch(plain):
        return time(int(match[1]), int(match[2]))
    if match := _CHINESE.fullmatch(plain.replace(" ", "")):
        return _spoken(match[1], numeral(match[2]), match[3])
    match = _TIME.fullmatch(plain)
    if match is None:
        return None
    half, hour, minute, second, behind = match.groups()
    both = half and behind
    if both or _is_short(plain, half or behind, int(hour), minute):
        return None
    if not (half or behind) and _is_number(plain, plain[match.start(2) : match.end(3)]):
        return None
    minutes = _MINUTES.get(minute or "0") if minute in _MINUTES else int(minute or 0)
    return _clock(half or behind, int(hour), minutes or 0, int(second or 0))


def _is_number(plain: str, figures: str) -> bool:
    """Tell whether nothing says that figures are a time: `9`, `9.30`."""
    return "." in figures or re.search("[:点點时時h]", plain) is None


def _is_short(plain: str, half: str | None, hour: int, minute: str | None) -> bool:
    """Tell whether a time is said as people speak, and can be two: `3点`, `9:3`, `9点5`."""
    spoken = re.search("[点點]", plain) is not None
    if spoken and not half and hour in _EITHER and not plain.startswith("0"):
        return True
    cut = minute is not None and len(minute) == 1 and minute.isdigit() and "分" not in plain
    return cut and minute != "0"


def meanings_of(text: str) -> tuple[str, ...]:
    """Return the two times that one can mean: `3点` 03:00 or 15:00, `9:3` 09:03 or 09:30."""
    plain = _ASIDE.sub(r" \1", dashed(text))
    if match := _CHINESE.fullmatch(plain.replace(" ", "")):
        half, hour, said = match[1], numeral(match[2]), (match[3] or "整").removesuffix("分")
        is_short = not half and hour in _EITHER
    elif match := _TIME.fullmatch(plain):
        half, hour, said = match[1] or match[5], int(match[2]), match[3] or "整"
        is_short = _is_short(plain, half, hour, match[3])
    else:
        return ()
    if not is_short or hour is None:
        return ()
    if said.isdecimal() and len(said) == 1:
        return f"{hour:02}:0{said}", f"{hour:02}:{said}0"
    minute = _MINUTES[said] if said in _MINUTES else _minutes(said)
    if minute is None:
        return ()
    first = hour % _NOON  # 12点 is midnight or noon
    return f"{first:02}:{minute:02}", f"{first + _NOON}:{minute:02}"


def _minutes(said: str) -> int | None:
    return int(said) if said.isdecimal() else numeral(said)


def _spoken(half: str | None, hour: int | None, rest: str | None) -> time | None:
    if half is None and hour in _EITHER:
        return None  # 两点半 is mostly said of the afternoon
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


def moment_of(text: str, timezone: str = "") -> datetime | None:
    """Read a date with a time, as it is in `timezone` (IANA).

    A time zone that it names has to be that one: what was meant is asked otherwise.
    """
    if is_reordered(text):
        return None
    plain = dashed(text)
    zone = _zone_of(plain)
    if zone is None:
        return _moment(plain)
    rest, offset = zone
    found = _moment(rest)
    return found if found is not None and _is_own(found, offset, timezone) else None


def names_zone(text: str) -> bool:
    """Tell whether a time zone stands behind a date with a time."""
    zone = _zone_of(dashed(text))
    return zone is not None and _moment(zone[0]) is not None


def _zone_of(plain: str) -> tuple[str, timedelta] | None:
    match = _ZONE.fullmatch(plain)
    if match is None or not _has_clock(match["rest"]):
        return None
    if name := match["name"]:
        return match["rest"], timedelta() if name in _GREENWICH else _CHINA
    offset = timedelta(hours=int(match["hours"]), minutes=int(match["minutes"] or 0))
    return match["rest"], -offset if match["sign"] == "-" else offset


def _has_clock(rest: str) -> bool:
    return re.search("[:点點时時]", rest) is not None


def _is_own(moment: datetime, offset: timedelta, timezone: str) -> bool:
    try:
        return bool(timezone) and ZoneInfo(timezone).utcoffset(moment) == offset
    except (ZoneInfoNotFoundError, ValueError):
        return False


def _moment(plain: str) -> datetime | None:
    if match := _COMPACT.fullmatch(plain):
        plain = f"{match[1]} {match[2]}"
    for at in range(len(plain) - 1, 0, -1):
        if _splits_a_number(plain, at):
            continue
        front, behind = plain[:at].rstrip(_JOINTS), plain[at:].lstrip(_JOINTS)
        for clock, day in ((behind, front), (front, behind)):
            hour = time_of(clock)
            on = date_of(day) if hour is not None else None
            if hour is not None and on is not None:
                return datetime.combine(on, hour)
    return None


def _splits_a_number(plain: str, at: int) -> bool:
    return plain[at - 1].isdigit() and plain[at].isdigit()
