"""The grammar of the due language: words become a due or the fault that stands in the way."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import time
from difflib import get_close_matches
from typing import Literal, TypeAlias

from generator.base.diagnostics import Message
from generator.notation.due_kinds import (
    Anchor,
    AtOnce,
    ByField,
    ByParameter,
    Daily,
    DayOfMonth,
    Due,
    Every,
    FieldMention,
    LastDay,
    Monthly,
    Offset,
    OnDemand,
    Quarterly,
    Relative,
    SameDay,
    Span,
    Weekday,
    Weekly,
    Within,
    Workdays,
    Yearly,
)
from generator.notation.due_rules import (
    DUE_ANCHOR,
    DUE_DATE,
    DUE_DAY,
    DUE_FIELD,
    DUE_INCOMPLETE,
    DUE_NOT_UNDERSTOOD,
    DUE_TIME,
    DUE_TOO_LONG,
    DUE_WEEKDAY,
)
from generator.notation.duration import Duration, not_a_duration, read_duration
from generator.notation.findings import Fault
from generator.notation.inserts import read_parameter
from generator.notation.tokens import UNCLOSED, Token, scan, token_pattern

_WORDS = token_pattern({"word": rf"(?:(?!{UNCLOSED})\S)+"})
_ANCHOR = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_FIELD = re.compile(r"([a-z][a-z0-9]*(?:-[a-z0-9]+)*)\.([a-z][a-z0-9_]*)")
_TIME = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])")
_DATE = re.compile(r"([0-9]{2})-([0-9]{2})")
_NUMBER = re.compile(r"[1-9][0-9]?")
_DAYS_OF_MONTH = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

_EXAMPLES = {
    "after": "3wd after check-stock",
    "at": "at least 30d before opening",
    "before": "before opening",
    "by": "by order-sheet.placed_on",
    "daily": "daily 18:00",
    "every": "every 30min",
    "monthly": "monthly 25",
    "not": "not before opening",
    "on": "on opening 09:00",
    "quarterly": "quarterly 10",
    "same": "same day",
    "weekly": "weekly sat 18:00",
    "workdays": "workdays 18:00",
    "yearly": "yearly 12-28",
}


def read_due(source: str) -> Due | Fault:
    """Read a due in its one spelling."""
    reader = _Reader(source)
    due = _due(reader)
    rest = reader.peek()
    if isinstance(due, Fault) or rest is None:
        return due
    extra = source[rest.start :].rstrip()
    args = {"extra": extra, "due": str(due)}
    return Fault(DUE_TOO_LONG, rest.start, rest.start + len(extra), args)


class _Reader:
    """The words of a due and how far they have been read."""

    def __init__(self, source: str) -> None:
        self.source = source
        self._words = tuple(token for token in scan(source, _WORDS) if token.text.strip())
        self._next = 0

    def peek(self) -> Token | None:
        return self._words[self._next] if self._next < len(self._words) else None

    def take(self) -> Token | None:
        word = self.peek()
        self._next += 1
        return word

    def skip(self, *texts: str) -> bool:
        """Take the next word if it is one of these."""
        word = self.peek()
        if word is None or word.text not in texts:
            return False
        self._next += 1
        return True

    def incomplete(self, example: str) -> Fault:
        """Return the fault that the words end too early or go on with the wrong one."""
        text = self.source.strip()
        start = self.source.find(text)
        args = {"text": text, "example": _EXAMPLES[example]}
        return Fault(DUE_INCOMPLETE, start, start + len(text), args)


_Reading: TypeAlias = Callable[[_Reader], "Due | Fault"]


def _due(reader: _Reader) -> Due | Fault:
    word = reader.peek()
    if word is None:
        return Fault(DUE_NOT_UNDERSTOOD, 0, len(reader.source), {"text": ""})
    if word.kind != "word" or word.text[0].isdecimal():
        return _counted(reader)
    reading = _READINGS.get(word.text)
    if reading is None:
        return _not_understood(reader.source, word.text)
    reader.take()
    return reading(reader)


def _not_understood(source: str, first: str) -> Fault:
    text = source.strip()
    start = source.find(text)
    near = get_close_matches(first[:20].lower(), sorted(_EXAMPLES), n=1, cutoff=0.75)
    example = _EXAMPLES.get(near[0]) if near else None
    hint = Message("Write it like “{example}”.", {"example": example}) if example else None
    return Fault(DUE_NOT_UNDERSTOOD, start, start + len(text), {"text": text}, hint)


def _counted(reader: _Reader) -> Due | Fault:
    span = _span(reader, "after")
    if isinstance(span, Fault):
        return span
    word = reader.peek()
    if word and word.text in {"after", "before"}:
        return _offset(reader, span)
    return Within(span) if isinstance(span, Duration) else ByParameter(span)


def _span(reader: _Reader, example: str) -> Span | Fault:
    word = reader.take()
    if word is None:
        return reader.incomplete(example)
    if word.kind != "word":
        return read_parameter(word)
    found = read_duration(word.text)
    return found or not_a_duration(word.text, word.start, word.end)


def _offset(reader: _Reader, span: Span, *, at_least: bool = False) -> Due | Fault:
    relation: Literal["after", "before"] = "before" if reader.skip("before") else "after"
    if relation == "after" and (at_least or not reader.skip("after")):
        return reader.incomplete("at")
    anchor = _anchor(reader, relation)
    if isinstance(anchor, Fault):
        return anchor
    return Offset(span=span, relation=relation, anchor=anchor, at_least=at_least)


def _anchor(reader: _Reader, example: str) -> Anchor | Fault:
    word = reader.take()
    if word is None:
        return reader.incomplete(example)
    if word.kind != "word":
        insert = read_parameter(word)
        args = {"text": word.text}
        return (
            insert if isinstance(insert, Fault) else Fault(DUE_ANCHOR, word.start, word.end, args)
        )
    if not _ANCHOR.fullmatch(word.text):
        return Fault(DUE_ANCHOR, word.start, word.end, {"text": word.text})
    return Anchor(word.text, word.start, word.end)


def _time(reader: _Reader) -> time | Fault | None:
    word = reader.peek()
    if word is None or ":" not in word.text or word.kind != "word":
        return None
    reader.take()
    match = _TIME.fullmatch(word.text)
    if match:
        return time(int(match[1]), int(match[2]))
    return Fault(DUE_TIME, word.start, word.end, {"time": word.text})


def _at(reader: _Reader) -> Due | Fault:
    if reader.skip("once"):
        return AtOnce()
    if not reader.skip("least"):
        return reader.incomplete("at")
    span = _span(reader, "at")
    return span if isinstance(span, Fault) else _offset(reader, span, at_least=True)


def _same(reader: _Reader) -> Due | Fault:
    if not reader.skip("day"):
        return reader.incomplete("same")
    at = _time(reader)
    return at if isinstance(at, Fault) else SameDay(at=at)


def _relative(reader: _Reader, relation: Literal["before", "on", "not before"]) -> Due | Fault:
    anchor = _anchor(reader, relation.split()[0])
    if isinstance(anchor, Fault):
        return anchor
    at = _time(reader)
    return at if isinstance(at, Fault) else Relative(relation=relation, anchor=anchor, at=at)


def _before(reader: _Reader) -> Due | Fault:
    return _relative(reader, "before")


def _on(reader: _Reader) -> Due | Fault:
    return OnDemand() if reader.skip("demand") else _relative(reader, "on")


def _not(reader: _Reader) -> Due | Fault:
    return _relative(reader, "not before") if reader.skip("before") else reader.incomplete("not")


def _by(reader: _Reader) -> Due | Fault:
    word = reader.take()
    if word is None:
        return reader.incomplete("by")
    match = _FIELD.fullmatch(word.text)
    if match is None:
        return Fault(DUE_FIELD, word.start, word.end, {"text": word.text})
    return ByField(FieldMention(match[1], match[2], word.start, word.end))


def _every(reader: _Reader) -> Due | Fault:
    span = _span(reader, "every")
    return span if isinstance(span, Fault) else Every(span=span)


def _daily(reader: _Reader) -> Due | Fault:
    at = _time(reader)
    return at if isinstance(at, Fault) else Daily(at=at)


def _workdays(reader: _Reader) -> Due | Fault:
    at = _time(reader)
    return at if isinstance(at, Fault) else Workdays(at=at)


def _weekly(reader: _Reader) -> Due | Fault:
    names = {day.value: day for day in Weekday}
    days: set[Weekday] = set()
    while (word := reader.peek()) and word.text in names:
        days.add(names[word.text])
        reader.take()
    if not days:
        return reader.incomplete("weekly") if word is None else _not_a_weekday(word)
    at = _time(reader)
    if isinstance(at, Fault):
        return at
    return Weekly(days=tuple(day for day in Weekday if day in days), at=at)


def _not_a_weekday(word: Token) -> Fault:
    return Fault(DUE_WEEKDAY, word.start, word.end, {"day": word.text})


def _day_of_month(reader: _Reader, example: str, highest: int) -> DayOfMonth | Fault:
    word = reader.take()
    if word is None:
        return reader.incomplete(example)
    if word.text in {day.value for day in LastDay}:
        return LastDay(word.text)
    if _NUMBER.fullmatch(word.text) and int(word.text) <= highest:
        return int(word.text)
    return Fault(DUE_DAY, word.start, word.end, {"day": word.text, "highest": highest})


def _monthly(reader: _Reader) -> Due | Fault:
    on = _day_of_month(reader, "monthly", 28)
    if isinstance(on, Fault):
        return on
    at = _time(reader)
    return at if isinstance(at, Fault) else Monthly(on=on, at=at)


def _quarterly(reader: _Reader) -> Due | Fault:
    # January, April, July and October: the shortest has 30 days.
    on = _day_of_month(reader, "quarterly", 30)
    if isinstance(on, Fault):
        return on
    at = _time(reader)
    return at if isinstance(at, Fault) else Quarterly(on=on, at=at)


def _yearly(reader: _Reader) -> Due | Fault:
    word = reader.take()
    if word is None:
        return reader.incomplete("yearly")
    match = _DATE.fullmatch(word.text)
    month, day = (int(match[1]), int(match[2])) if match else (0, 0)
    if not 1 <= month <= len(_DAYS_OF_MONTH) or not 1 <= day <= _DAYS_OF_MONTH[month - 1]:
        return Fault(DUE_DATE, word.start, word.end, {"date": word.text})
    at = _time(reader)
    return at if isinstance(at, Fault) else Yearly(month=month, on=day, at=at)


_READINGS: dict[str, _Reading] = {
    "at": _at,
    "before": _before,
    "by": _by,
    "daily": _daily,
    "every": _every,
    "monthly": _monthly,
    "not": _not,
    "on": _on,
    "quarterly": _quarterly,
    "same": _same,
    "weekly": _weekly,
    "workdays": _workdays,
    "yearly": _yearly,
}
