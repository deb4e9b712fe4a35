"""Reads what people type: dates, times, amounts, ticks. What is not clear is not guessed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from typing import TypeAlias

Single: TypeAlias = "str | bool | int | Decimal | date | time"

YES = {"是", "对", "有", "√", "✓", "✔", "☑", "☒", "■", "y", "yes", "true", "1", "v"}
NO = {"否", "非", "无", "×", "✗", "✘", "☐", "□", "n", "no", "false", "0", "x"}
_SPACES = re.compile(r"\s+")
_NUMBER = re.compile(r"([-+]?)((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)")
_CURRENCY = re.compile(r"^(?:RMB|CNY|¥|￥)|(?:RMB|CNY|元|圆)整?$", re.IGNORECASE)
_SCALES = (("万亿", 10**12), ("亿", 10**8), ("万", 10**4))
_DAY = (
    re.compile(r"(\d{4})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{1,2})"),
    re.compile(r"(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?"),
    re.compile(r"(\d{4})(\d{2})(\d{2})"),
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAY_MONTH = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3})[a-z]*\.?,?\s+(\d{4})")
_MONTH_DAY = re.compile(r"([a-z]{3})[a-z]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")
_TIME = re.compile(
    r"(上午|下午|晚上|早上|am|pm)?\s*(\d{1,2})\s*(?:[:点时]\s*(\d{1,2}|半)?\s*(?:分|:\d{2})?)\s*(am|pm)?"
)
_AFTERNOON = {"下午", "晚上", "pm"}
_NOON = 12
_CHINESE = "〇一二三四五六七八九"
_CHINESE_DATE = re.compile(
    rf"([{_CHINESE}零○]{{4}})年([{_CHINESE}十]{{1,3}})月([{_CHINESE}十]{{1,3}})[日号]"
)


def cleaned(text: str) -> str:
    """Return a text without blanks around it; en spaces are what empty prompts consist of."""
    return text.replace("\u200b", "").strip()


def folded(text: str) -> str:
    """Return a text with full-width letters, digits and signs as plain ones."""
    return _SPACES.sub(" ", unicodedata.normalize("NFKC", text)).strip()


def number_of(text: str, unit: str = "") -> Decimal | None:
    """Read `1,200.50`, `¥1200`, `1.2万元`, `12 件` (with its unit), `98%`; None if not clear."""
    plain = folded(text).replace(" ", "").replace("−", "-").replace("，", ",")
    for each in filter(None, (folded(unit).replace(" ", ""), "%")):
        plain = plain.removesuffix(each)
    plain = _CURRENCY.sub("", _CURRENCY.sub("", plain))
    scale = 1
    for word, factor in _SCALES:
        if plain.endswith(word):
            plain, scale = plain.removesuffix(word), factor
            break
    match = _NUMBER.fullmatch(plain)
    if match is None:
        return None
    return Decimal(match[1] + match[2].replace(",", "")) * scale


def integer_of(text: str, unit: str = "") -> int | None:
    """Read a whole number."""
    value = number_of(text, unit)
    return int(value) if value is not None and value == value.to_integral_value() else None


def date_of(text: str) -> date | None:
    """Read `2026-11-20`, `2026/11/20`, `2026年11月20日`, `20 Nov 2026`; never `31/1/26`."""
    plain = folded(text).lower()
    for pattern in _DAY:
        if match := pattern.fullmatch(plain):
            return _day(int(match[1]), int(match[2]), int(match[3]))
    if match := _DAY_MONTH.fullmatch(plain):
        return _named_day(match[3], match[2], match[1])
    if match := _MONTH_DAY.fullmatch(plain):
        return _named_day(match[3], match[1], match[2])
    if match := _CHINESE_DATE.fullmatch(plain.replace(" ", "")):
        return _day(*(_chinese(each) for each in match.groups()))
    return None


def _named_day(year: str, month: str, day: str) -> date | None:
    return _day(int(year), _MONTHS.index(month) + 1, int(day)) if month in _MONTHS else None


def _chinese(text: str) -> int:
    digits = {each: number for number, each in enumerate(_CHINESE)} | {"零": 0, "○": 0}
    if "十" not in text:
        return int("".join(str(digits[each]) for each in text))
    tens, _, ones = text.partition("十")
    if len(tens) > 1 or len(ones) > 1 or "十" in ones:
        return 0
    return (digits[tens] if tens else 1) * 10 + (digits[ones] if ones else 0)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def time_of(text: str) -> time | None:
    """Read `9:30`, `9点半`, `下午3时`, `3:15 pm`."""
    match = _TIME.fullmatch(folded(text).lower())
    if match is None:
        return None
    hour = int(match[2])
    minute = 30 if match[3] == "半" else int(match[3] or 0)
    half = match[1] or match[4]
    if half in _AFTERNOON and hour < _NOON:
        hour += _NOON
    if half == "am" and hour == _NOON:
        hour = 0
    try:
        return time(hour, minute)
    except ValueError:
        return None


def moment_of(text: str) -> datetime | None:
    """Read a date with a time."""
    plain = folded(text)
    for at in range(len(plain), 0, -1):
        day = date_of(plain[:at].rstrip(" Tt,"))
        if day is None:
            continue
        clock = time_of(plain[at:].lstrip(" Tt,"))
        if clock is not None:
            return datetime.combine(day, clock)
    return None


def tick_of(text: str) -> bool | None:
    """Read a tick written as a sign or a word."""
    plain = folded(text).lower()
    return True if plain in YES else False if plain in NO else None


def pieces_of(text: str) -> tuple[str, ...]:
    """Return the entries of a list typed into one field."""
    return tuple(filter(None, (cleaned(each) for each in re.split(r"[、,，;；/\n]", text))))


READERS: Mapping[str, Callable[[str], Single | None]] = {
    "date": date_of,
    "time": time_of,
    "date-time": moment_of,
    "check": tick_of,
}
