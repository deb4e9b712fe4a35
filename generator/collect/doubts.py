"""Says why a value was not taken, where it can mean more than one thing."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from generator.base.diagnostics import Message
from generator.base.plain import dashed, folded, is_reordered
from generator.collect.spelling.clock import meanings_of as times_of
from generator.collect.spelling.clock import names_zone, time_of
from generator.collect.spelling.days import date_of, meanings_of, weekday_differs
from generator.collect.spelling.ticks import CROSSES, tick_of

_COMMA = re.compile(r"\d+,\d{1,2}|\d{1,3}(?:\.\d{3})+,\d+", re.ASCII)
_THREE = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})*\.\d{3}(?![\d.,])", re.ASCII)
_TWO = re.compile(r"(?<![\d.,])\d{1,3} \d{3}(?:\.\d+)?(?![\d.,])", re.ASCII)
_SHARE = re.compile(r"-?0?\.\d{1,15}", re.ASCII)
_ABOUT = re.compile(r"约|左右|上下|以上|以下|about|approx|ca\.|[~～≈±≥≤<>]|\d ?- ?\d", re.ASCII)
_TWELVE = re.compile(r"(上午|晚上|早上|早晨|凌晨|夜里|半夜|午夜) ?(12|十二)", re.ASCII)
_NO_YEAR = re.compile(
    r"\d{1,2} ?(?:月|[-/.]) ?\d{1,2} ?[日号]?"
    r"|[一二三四五六七八九十元]{1,2}月[一二三四五六七八九十廿卅]{1,3}[日号]",
    re.ASCII,
)
_SHORT_YEAR = re.compile(r"\d{1,2} ?[-/.年] ?\d{1,2} ?[-/.月] ?\d{1,2} ?[日号]?", re.ASCII)
_SCRIPT: Final = "⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉½¼¾"
_NUMBERS: Final = {"integer", "number", "money", "percent"}


def doubt_about(kind: str, text: str) -> Message | None:
    """Return what is unclear in a text that was not read; None where it is just something else."""
    if is_reordered(text):
        return Message("it is shown in another order than it is kept")
    if kind in {"date", "date-time"} and (doubt := _about_day(text)):
        return doubt
    if kind in {"time", "date-time"} and (doubt := _about_time(kind, text)):
        return doubt
    if kind == "percent" and (doubt := _about_share(text)):
        return doubt
    if kind == "check" and tick_of(text) is None and set(folded(text)) & set(CROSSES):
        return Message("a cross can mean yes or no")
    return _about_number(text) if kind in _NUMBERS else None


def _about_share(text: str) -> Message | None:
    if _SHARE.fullmatch(dashed(text)):
        share = Decimal(dashed(text))
        can = {"first": f"{share:f}%", "second": f"{(share * 100).normalize():f}%"}
        return Message("it can mean {first} or {second}", can)
    if text.rstrip().endswith("‰"):
        return Message("it is a part of a thousand, not of a hundred")
    return None


def _about_day(text: str) -> Message | None:
    plain = dashed(text)
    days = meanings_of(plain)
    if len(days) > 1:
        first, second = (day.isoformat() for day in days)
        return Message("it can mean {first} or {second}", {"first": first, "second": second})
    if weekday_differs(text):
        return Message("the weekday is not that of the date")
    if _NO_YEAR.fullmatch(plain):
        return Message("the year is missing")
    if _SHORT_YEAR.fullmatch(plain):
        return Message("the year has only two digits")
    return None


def _about_time(kind: str, text: str) -> Message | None:
    plain = dashed(text)
    if kind == "time" and (meant := times_of(text)):
        return Message(
            "it can mean {first} or {second}", dict(zip(("first", "second"), meant, strict=True))
        )
    if _TWELVE.search(plain):
        return Message("it can mean {first} or {second}", {"first": "00:00", "second": "12:00"})
    if kind == "date-time" and names_zone(text):
        return Message("it names a time zone that is not the company's")
    if kind == "date-time" and date_of(text) is not None:
        return Message("the time is missing")
    if kind == "date-time" and time_of(text) is not None:
        return Message("the date is missing")
    return None


def _about_number(text: str) -> Message | None:
    plain = dashed(text)
    if _COMMA.search(plain) or _THREE.search(plain):
        return Message("comma and point can mean the decimals or the thousands")
    if _TWO.search(plain):
        return Message("it can be one number or two")
    if any(each in plain for each in _SCRIPT):
        return Message("a raised or lowered figure is no part of a number")
    if _ABOUT.search(plain):
        return Message("it is not exact")
    return None
