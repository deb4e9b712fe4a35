"""Rewrites dues and durations as people often write them into the spelling that is read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import TypeAlias

_Replacement: TypeAlias = "str | Callable[[re.Match[str]], str]"

_DIGITS = {character: number for number, character in enumerate("零一二三四五六七八九")} | {"两": 2}
_DAYS = dict(
    zip(
        "一二三四五六日天",
        ("mon", "tue", "wed", "thu", "fri", "sat", "sun", "sun"),
        strict=True,
    )
)
_DAY = r"(?:mon|tue|wed|thu|fri|sat|sun)"
_NOON = 12
_AFTERNOON = {"下午", "晚", "晚上", "pm"}
_RHYTHM = r"(?:daily|workdays|weekly|monthly|quarterly|yearly)"
_SPAN = r"\d+(?:min|h|d|wd|w|mo|y)"
_ID = r"[a-z][a-z0-9-]*"


def _number(match: re.Match[str]) -> str:
    tens, ten, ones = match[0].partition("十")
    if ten:
        return str(10 * _DIGITS.get(tens, 1) + _DIGITS.get(ones, 0))
    return "".join(str(_DIGITS[digit]) for digit in match[0])


def _week(match: re.Match[str]) -> str:
    days = " ".join(_DAYS[character] for character in match[2] if character in _DAYS)
    return f" {'weekly ' if match[1] else ''}{days} "


def _clock(match: re.Match[str]) -> str:
    hour = int(match["hour"])
    if match["half"] in _AFTERNOON and hour < _NOON:
        hour += _NOON
    elif match["half"] == "am" and hour == _NOON:
        hour = 0
    return f" {hour:02}:{match['minute'] or '00'} "


def _month_day(match: re.Match[str]) -> str:
    return f" {int(match[1]):02}-{int(match[2]):02} "


def _range(match: re.Match[str]) -> str:
    """Write the unit once; two units stay as they are: that is no range."""
    low, first, high, unit = match.groups()
    return f"{low}-{high}{unit}" if first in {None, unit} else match[0]


# In order; a phrase stands before the shorter one that it contains.
_CHINESE: tuple[tuple[str, _Replacement], ...] = (
    (
        r"(?<![周期拜])[一二两三四五六七八九十]+(?=\s*(?:个|天|日|小时|工作日|年|分钟|周))",
        _number,
    ),
    (r"每个?工作日", " workdays "),
    (r"最后(?:1个|一个)?工作日", " last-wd "),
    (r"最后(?:1|一)?[天日]|(?<=[月季度])[底末]", " last "),
    (r"(每个?)?(?:周|星期|礼拜)((?:[一二三四五六日天][、,和及\s]*)+)", _week),
    (
        r"(?P<half>[上下]午|[早晚]上?)?\s*(?P<hour>\d{1,2})[点时:](?:整|(?P<minute>\d\d)分?)?",
        _clock,
    ),
    (r"(\d+)\s*个?工作日", r" \1wd "),
    (r"(\d+)\s*分钟?", r" \1min "),
    (r"(\d+)\s*个?小时", r" \1h "),
    (r"(\d+)\s*个?(?:星期|周)", r" \1w "),
    (r"(\d+)\s*个月", r" \1mo "),
    (r"每年", " yearly "),
    (r"每个?季度?(?:首月)?", " quarterly "),
    (r"每个?月", " monthly "),
    (r"(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]", _month_day),
    (r"((?:monthly|quarterly)\s*\d{1,2})\s*[日号]", r"\1 "),
    (r"每[日天]", " daily "),
    (r"(\d+)\s*[天日]", r" \1d "),
    (r"(\d+)\s*年", r" \1y "),
    (r"每隔?", " every "),
    (r"立即|立刻|马上", " at once "),
    (r"随时|按需", " on demand "),
    (r"当[天日]", " same day "),
    (rf"^\s*({_ID})\s*[之以]?前\s*({_SPAN})\s*$", r"\2 before \1"),
    (rf"^\s*({_ID})\s*[之以]?后\s*({_SPAN})\s*[之以]?内?\s*$", r"\2 after \1"),
    (rf"^\s*({_ID})\s*[之以]?前\s*$", r"before \1"),
    (r"[之以]?[内前]\s*$", " "),
)

_COUNTED = "one two three four five six seven eight nine ten eleven twelve"
_NUMBERS = {
    "a": 1,
    "an": 1,
    **{word: number for number, word in enumerate(_COUNTED.split(), start=1)},
}
_UNIT_WORD = r"(?:minute|min|hour|hr|day|working|work|business|week|month|year)"


def _written(match: re.Match[str]) -> str:
    return str(_NUMBERS[match[0]])


_ENGLISH: tuple[tuple[str, _Replacement], ...] = (
    (rf"(?:{'|'.join(_NUMBERS)})(?=[ -]{_UNIT_WORD})", _written),
    (r"(?:immediately|right away|straight away|asap|now)", "at once"),
    (r"(?:any ?time|as needed|when needed|ad[ -]hoc|on request)", "on demand"),
    (r"(?:on the same day|same[ -]?day)", "same day"),
    (r"(?:within|in|max\.?|up to|no later than)\s+(?=\d)", ""),
    (r"(?:minimum|min\.?|no less than)\s+(?=\d)", "at least "),
    (r"not earlier than", "not before"),
    (r"prior to", "before"),
    (r"following", "after"),
    (r"each", "every"),
    (r"every\s+(?:working|work|business)[\s-]?day", "workdays"),
    (r"every day", "daily"),
    (r"every week", "weekly"),
    (r"every month", "monthly"),
    (r"every quarter", "quarterly"),
    (r"every year|annually", "yearly"),
    (r"last\s+(?:working|work|business)[\s-]?day", "last-wd"),
    (r"last day", "last"),
    (r"^(?:on )?(?:the )?(last(?:-wd)?) of (?:the|every) (month|quarter)", r"\2ly \1"),
    (r"of (?:the|every) (?:month|quarter)", ""),
    (r"mon(?:day)?s?\.?", "mon"),
    (r"tue(?:s|sday)?s?\.?", "tue"),
    (r"wed(?:nesday)?s?\.?", "wed"),
    (r"thu(?:r|rs|rsday)?s?\.?", "thu"),
    (r"fri(?:day)?s?\.?", "fri"),
    (r"sat(?:urday)?s?\.?", "sat"),
    (r"sun(?:day)?s?\.?", "sun"),
    (rf"(?:every|on)\s+(?={_DAY}\b)", "weekly "),
    (rf"^\s*({_DAY})", r"weekly \1"),
    (r"weekly\s+weekly", "weekly"),
    (r"(\d+)\s*(?:working|work|business)[\s-]?days?", r"\1wd"),
    (r"(\d+)\s*(?:minutes?|mins?|minuten?|minutos?|minuti)", r"\1min"),
    (r"(\d+)\s*(?:hours?|hrs?|stunden?|std\.?|heures?|horas?)", r"\1h"),
    (r"(\d+)\s*(?:arbeitstagen?|werktagen?|jours? ouvr\w+|d[ií]as? h[aá]bil(?:es)?)", r"\1wd"),
    (r"(\d+)\s*(?:days?|tagen?|tag|tage|jours?|d[ií]as?|giorn[io])", r"\1d"),
    (r"(\d+)\s*(?:weeks?|wks?|wochen?|semaines?|semanas?|settiman[ae])", r"\1w"),
    (r"(\d+)\s*(?:months?|mos|monate?n?|mois|mes(?:es)?)", r"\1mo"),
    (r"(\d+)\s*(?:years?|yrs?|jahre?n?|ann[ée]es?|ans?|años?|ann[io])", r"\1y"),
    (r"0*(\d+)\s*(min|h|d|wd|w|mo|y)", r"\1\2"),
    (r"(\d+)(min|h|d|wd|w|mo|y)?\s*(?:-|–|—+|~|to|至|到)\s*(\d+)(min|h|d|wd|w|mo|y)", _range),
    (rf"(?<={_DAY})\s*(?:,|and|&|/)\s*(?={_DAY}\b)", " "),
    (r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))?\s*(?P<half>am|pm)", _clock),
    (r"(?P<hour>\d{1,2}):(?P<minute>\d\d)(?P<half>)", _clock),
    (rf"({_RHYTHM}|{_DAY}|\d)\s+(?:at|by|before)\s+(?=\d\d:)", r"\1 "),
    (rf"({_RHYTHM})\s+(?:on\s+)?(?:the\s+)?", r"\1 "),
    (r"(\d{1,2})(?:st|nd|rd|th)", r"\1"),
    (r"(?<=yearly )(\d{1,2})[/.-](\d{1,2})", _month_day),
)


# English words must not be found inside ids such as `on-sunday`; a rewrite may begin or end
# with a space, though.
_WHOLE_WORDS = r"(?:(?<![\w-])|(?=[\s,&/])){}(?:(?<=\s)|(?![\w-]))"
_REWRITES = (
    *((re.compile(regex), new) for regex, new in _CHINESE),
    *((re.compile(_WHOLE_WORDS.replace("{}", f"(?:{regex})")), new) for regex, new in _ENGLISH),
)
_LONGEST = 100


def respell(text: str) -> str:
    """Return a due or duration with common misspellings mended.

    Full-width characters, spaces inside durations, plural and Chinese units, days of the week
    written out and the like. The caller reads the result again: it may still be wrong. A text
    too long to be a due comes back as it is.
    """
    if len(text) > _LONGEST:
        return text
    text = unicodedata.normalize("NFKC", text).lower()
    for regex, replacement in _REWRITES:
        text = regex.sub(replacement, text)
    return " ".join(text.split())
