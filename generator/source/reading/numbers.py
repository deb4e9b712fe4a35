"""Codes and numbers that a translation has lost; what is written out as a word is not lost."""

from __future__ import annotations

import re
from decimal import Decimal

from generator.base.numerals import NUMERALS, in_digits

_CODE = re.compile(r"(?<![A-Za-z0-9-])[A-Z]{1,8}(?:-[A-Z0-9]{1,8})*-\d{1,8}(?![\w-])", re.ASCII)
_NUMBER = re.compile(r"\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?", re.ASCII)
_LARGE = re.compile(r"(\d+(?:,\d{3})*(?:\.\d+)?)\s*(万|亿|百万|million|k\b)", re.ASCII)
_TIMES = {"万": 10**4, "百万": 10**6, "亿": 10**8, "million": 10**6, "k": 10**3}
_NUMERALS = re.compile(f"[{NUMERALS}]+")
# What words of time and number come to in figures elsewhere.
_COUNTED = {
    "季": (3,),
    "半": (6, 30, 50, 12),
    "年": (12, 365),
    "周": (7,),
    "星期": (7,),
    "日": (24,),
    "天": (24,),
    "时": (60,),
    "双": (2,),
    "half": (50, 6, 30),
    "quarter": (3,),
    "week": (7,),
    "year": (12,),
    "day": (24,),
}
# A digit behind a letter belongs to a word: H1, Q4, A4.
_WITH_LETTER = re.compile(r"[A-Za-z]\d+(?![\w-])", re.ASCII)
_FULL_HOUR = re.compile(r"(?<!\d)(\d{1,2}):00(?!\d)", re.ASCII)
_CLOCK = re.compile(r"(?<!\d)([01]?\d|2[0-3]):[0-5]\d(?!\d)", re.ASCII)
_WORDS = (
    ("zero", "no", "none"),
    ("one", "first", "once", "january", "jan", "single", "a", "an"),
    ("two", "second", "twice", "february", "feb", "both", "double"),
    ("three", "third", "march", "mar"),
    ("four", "fourth", "april", "apr"),
    ("five", "fifth", "may"),
    ("six", "sixth", "june", "jun"),
    ("seven", "seventh", "july", "jul", "week", "weekly"),
    ("eight", "eighth", "august", "aug"),
    ("nine", "ninth", "september", "sep"),
    ("ten", "tenth", "october", "oct"),
    ("eleven", "eleventh", "november", "nov"),
    ("twelve", "twelfth", "december", "dec", "year", "yearly", "noon"),
)
_CHINESE = "〇一二三四五六七八九十"
_HALF_DAY = 12


def lost_numbers(original: str, translation: str) -> list[str]:
    """Return the codes and numbers of a text that its translation has in no form.

    A number is there as digits, with or without thousands separators, with 万 or million, as a
    word (three, third, March, 三), or as an hour of the half day (18:00, 6 pm).
    """
    lost = [code for code in dict.fromkeys(_CODE.findall(original)) if code not in translation]
    there = _values(_FULL_HOUR.sub(r"\1", _CODE.sub(" ", translation)))
    words = frozenset(re.findall(r"[a-z]+", translation.lower()))
    plain = _CODE.sub(" ", original)
    hours = {Decimal(each[1]) for each in _CLOCK.finditer(plain)}
    plain = _FULL_HOUR.sub(r"\1", plain)
    for written, value in _numbers(plain):
        forms = {value, value - _HALF_DAY} if value in hours else {value}
        if not forms & there and not _as_word(value, words, translation):
            lost.append(written)
    return list(dict.fromkeys(lost))


def invented_numbers(original: str, translation: str) -> list[str]:
    """Return the codes and numbers of a translation for which nothing in the original stands.

    What another language counts otherwise is not made up: 18:00 is 6 p.m., 十五日 the 15th, 每季度
    every 3 months.
    """
    meant = {Decimal(int(each[1]) - _HALF_DAY) for each in _CLOCK.finditer(original)}
    meant |= {Decimal(in_digits(each)) for each in _NUMERALS.findall(original)}
    meant |= {Decimal(each) for word, many in _COUNTED.items() if word in original for each in many}
    return [
        each
        for each in lost_numbers(_WITH_LETTER.sub(" ", translation), original)
        if not each[:1].isdigit() or _value(_NUMBER.findall(each)[0]) not in meant
    ]


def _values(text: str) -> set[Decimal]:
    """All values that the digits of a text may mean."""
    whole = {value for _, value in _numbers(text)}
    return whole | {_value(each) for each in _NUMBER.findall(text)}


def _numbers(text: str) -> list[tuple[str, Decimal]]:
    found = [(each[0], _value(each[1]) * _TIMES[each[2]]) for each in _LARGE.finditer(text)]
    rest = _LARGE.sub(" ", text)
    return [*found, *((each, _value(each)) for each in _NUMBER.findall(rest))]


def _value(written: str) -> Decimal:
    return Decimal(written.replace(",", ""))


def _as_word(value: Decimal, words: frozenset[str], translation: str) -> bool:
    if value != int(value) or not 0 <= value < len(_WORDS):
        return False
    number = int(value)
    chinese = number < len(_CHINESE) and _CHINESE[number] in translation
    return chinese or not words.isdisjoint(_WORDS[number])
