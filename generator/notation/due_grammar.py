"""The grammar of the due language: words become a due or the fault that stands in the way.

Each reading takes its words and goes on with what it has read, `then` by `then`; behind a fault
nothing is read.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import time
from difflib import get_close_matches
from typing import Literal

from generator.base.diagnostics import N_, Message
from generator.notation.due_kinds import (
    Anchor,
    AtOnce,
    ByField,
    ByParameter,
    Daily,
    DayOfMonth,
    Due,
    DueSpan,
    Every,
    FieldMention,
    LastDay,
    Monthly,
    Offset,
    OnDemand,
    Quarterly,
    Relative,
    SameDay,
    Weekday,
    Weekly,
    Within,
    WithinField,
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
    DURATION_NOT_UNDERSTOOD,
)
from generator.notation.duration import (
    Duration,
    either_unit,
    not_a_duration,
    read_duration,
    read_range,
    turned_range,
)
from generator.notation.findings import Fault, Good, Read
from generator.notation.inserts import read_parameter
from generator.notation.tokens import UNCLOSED, Token, scan, token_pattern

_WORDS = token_pattern({"word": rf"(?:(?!{UNCLOSED})\S)+"})
_COUNTED_BACK = N_("Nothing is due before it began: name what it comes before, “{span} before …”.")
_BACK = re.compile(r"[-−–] ?([1-9][0-9]{0,3}(?:min|h|d|wd|w|mo|y))")
_TELLING = 3
"""So long a word of a due is that another may be near it."""
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
    "within": "within order-sheet.reply_hours",
    "workdays": "workdays 18:00",
    "yearly": "yearly 12-28",
}


def read_due(source: str) -> Read[Due]:
    """Read a due in its one spelling."""
    return _DueReader(source).whole()


class _Words:
    """The words of a due and how far they have been read."""

    def __init__(self, source: str) -> None:
        self.source = source
        self._words = tuple(token for token in scan(source, _WORDS) if token.text.strip())
        self._next = 0

    def peek(self) -> Token | None:
        return self._words[self._next] if self._next < len(self._words) else None

    def next_is(self, *texts: str) -> bool:
        word = self.peek()
        return word is not None and word.text in texts

    def skip(self, *texts: str) -> bool:
        """Take the next word if it is one of these."""
        found = self.next_is(*texts)
        self._next += found
        return found

    def take(self, example: str) -> Read[Token]:
        """Take the next word; the fault is that the words end too early."""
        word = self.peek()
        self._next += 1
        return self.incomplete(example) if word is None else Good(word)

    def incomplete(self, example: str) -> Fault:
        """Return the fault that the words end too early or go on with the wrong one."""
        text = self.source.strip()
        start = self.source.find(text)
        args = {"text": text, "example": _EXAMPLES[example]}
        return Fault(DUE_INCOMPLETE, start, start + len(text), args)


class _DueReader(_Words):
    """Reads a due; each method takes the words of one piece of it."""

    def whole(self) -> Read[Due]:
        return self._due().then(self._nothing_behind)

    def _nothing_behind(self, due: Due) -> Read[Due]:
        rest = self.peek()
        if rest is None:
            return Good(due)
        extra = self.source[rest.start :].rstrip()
        args = {"extra": extra, "due": str(due)}
        return Fault(DUE_TOO_LONG, rest.start, rest.start + len(extra), args)

    def _due(self) -> Read[Due]:
        word = self.peek()
        if word is None:
            return Fault(DUE_NOT_UNDERSTOOD, 0, len(self.source), {"text": ""})
        if word.kind != "word" or word.text[0].isdecimal():
            return self._counted_span().then(self._counted)
        reading = _READINGS.get(word.text)
        if reading is None:
            return _not_understood(self.source, word.text)
        self.skip(word.text)
        return reading(self)

    def _counted(self, span: DueSpan) -> Read[Due]:
        if self.next_is("after", "before"):
            return self._offset(span)
        return Good(Within(span) if isinstance(span, Duration) else ByParameter(span))

    def _counted_span(self) -> Read[DueSpan]:
        """Take a duration, a range or a parameter."""
        word = self.peek()
        if word is None or word.kind != "word" or "-" not in word.text:
            return self._span("after")
        self.skip(word.text)
        span, right = read_range(word.text), turned_range(word.text)
        if span is not None:
            return Good(span)
        if right is None:
            return not_a_duration(word.text, word.start, word.end)
        args, hint = {"text": word.text}, Message("Write “{right}”.", {"right": right})
        return Fault(DURATION_NOT_UNDERSTOOD, word.start, word.end, args, hint, right)

    def _span(self, example: str) -> Read[DueSpan]:
        return self.take(example).then(_span)

    def _offset(self, span: DueSpan, *, at_least: bool = False) -> Read[Due]:
        relation: Literal["after", "before"] = "before" if self.skip("before") else "after"
        if relation == "after" and (at_least or not self.skip("after")):
            return self.incomplete("at")
        return self._anchor(relation).map(
            lambda anchor: Offset(span=span, relation=relation, anchor=anchor, at_least=at_least)
        )

    def _anchor(self, example: str) -> Read[Anchor]:
        return self.take(example).then(_anchor)

    def _time(self) -> Read[time | None]:
        """Take the time of day, where one stands next."""
        word = self.peek()
        if word is None or ":" not in word.text or word.kind != "word":
            return Good(None)
        self.skip(word.text)
        match = _TIME.fullmatch(word.text)
        if match:
            return Good(time(int(match[1]), int(match[2])))
        return Fault(DUE_TIME, word.start, word.end, {"time": word.text})

    def _timed(self, make: Callable[[time | None], Due]) -> Read[Due]:
        return self._time().map(make)

    def at(self) -> Read[Due]:
        if self.skip("once"):
            return Good(AtOnce())
        if not self.skip("least"):
            return self.incomplete("at")
        return self._span("at").then(lambda span: self._offset(span, at_least=True))

    def same(self) -> Read[Due]:
        if not self.skip("day"):
            return self.incomplete("same")
        return self._timed(lambda at: SameDay(at=at))

    def _relative(self, relation: Literal["before", "on", "not before"]) -> Read[Due]:
        return self._anchor(relation.split()[0]).then(
            lambda anchor: self._timed(lambda at: Relative(relation=relation, anchor=anchor, at=at))
        )

    def before(self) -> Read[Due]:
        return self._relative("before")

    def on(self) -> Read[Due]:
        return Good(OnDemand()) if self.skip("demand") else self._relative("on")

    def not_before(self) -> Read[Due]:
        return self._relative("not before") if self.skip("before") else self.incomplete("not")

    def by(self) -> Read[Due]:
        return self.take("by").then(_field).map(ByField)

    def within(self) -> Read[Due]:
        return self.take("within").then(_field).map(WithinField)

    def every(self) -> Read[Due]:
        return self._span("every").map(lambda span: Every(span=span))

    def daily(self) -> Read[Due]:
        return self._timed(lambda at: Daily(at=at))

    def workdays(self) -> Read[Due]:
        return self._timed(lambda at: Workdays(at=at))

    def weekly(self) -> Read[Due]:
        return self._weekdays().then(lambda days: self._timed(lambda at: Weekly(days=days, at=at)))

    def _weekdays(self) -> Read[tuple[Weekday, ...]]:
        """Take the days, in whatever order they stand."""
        names = {day.value for day in Weekday}
        days: set[str] = set()
        while (word := self.peek()) and word.text in names:
            days.add(word.text)
            self.skip(word.text)
        if days:
            return Good(tuple(day for day in Weekday if day.value in days))
        if word is None:
            return self.incomplete("weekly")
        return Fault(DUE_WEEKDAY, word.start, word.end, {"day": word.text})

    def monthly(self) -> Read[Due]:
        return self._day_of_month("monthly", 28).then(
            lambda on: self._timed(lambda at: Monthly(on=on, at=at))
        )

    def quarterly(self) -> Read[Due]:
        # January, April, July and October: the shortest has 30 days.
        return self._day_of_month("quarterly", 30).then(
            lambda on: self._timed(lambda at: Quarterly(on=on, at=at))
        )

    def _day_of_month(self, example: str, highest: int) -> Read[DayOfMonth]:
        return self.take(example).then(lambda word: _day_of_month(word, highest))

    def yearly(self) -> Read[Due]:
        return (
            self.take("yearly")
            .then(_date)
            .then(lambda day: self._timed(lambda at: Yearly(month=day[0], on=day[1], at=at)))
        )


def _not_understood(source: str, first: str) -> Fault:
    text = source.strip()
    start = source.find(text)
    words = [each for each in sorted(_EXAMPLES) if len(each) >= _TELLING]  # “one” is no “on”
    near = get_close_matches(first[:20].lower(), words, n=1, cutoff=0.75)
    example = _EXAMPLES.get(near[0]) if near else None
    hint = Message("Write it like “{example}”.", {"example": example}) if example else None
    if back := _BACK.fullmatch(text):
        hint = Message(_COUNTED_BACK, {"span": back[1]})
    hint = either_unit(text) or hint
    return Fault(DUE_NOT_UNDERSTOOD, start, start + len(text), {"text": text}, hint)


def _span(word: Token) -> Read[DueSpan]:
    if word.kind != "word":
        return read_parameter(word)
    duration = read_duration(word.text)
    if duration is None:
        return not_a_duration(word.text, word.start, word.end)
    return Good(duration)


def _anchor(word: Token) -> Read[Anchor]:
    fault = Fault(DUE_ANCHOR, word.start, word.end, {"text": word.text})
    if word.kind != "word":
        return read_parameter(word).then(lambda _: fault)
    return Good(Anchor(word.text, word.start, word.end)) if _ANCHOR.fullmatch(word.text) else fault


def _field(word: Token) -> Read[FieldMention]:
    match = _FIELD.fullmatch(word.text)
    if match is None:
        return Fault(DUE_FIELD, word.start, word.end, {"text": word.text})
    return Good(FieldMention(match[1], match[2], word.start, word.end))


def _day_of_month(word: Token, highest: int) -> Read[DayOfMonth]:
    if word.text in {day.value for day in LastDay}:
        return Good(LastDay(word.text))
    if _NUMBER.fullmatch(word.text) and int(word.text) <= highest:
        return Good(int(word.text))
    return Fault(DUE_DAY, word.start, word.end, {"day": word.text, "highest": highest})


def _date(word: Token) -> Read[tuple[int, int]]:
    """Return month and day."""
    match = _DATE.fullmatch(word.text)
    month, day = (int(match[1]), int(match[2])) if match else (0, 0)
    if not 1 <= month <= len(_DAYS_OF_MONTH) or not 1 <= day <= _DAYS_OF_MONTH[month - 1]:
        return Fault(DUE_DATE, word.start, word.end, {"date": word.text})
    return Good((month, day))


_READINGS: dict[str, Callable[[_DueReader], Read[Due]]] = {
    "at": _DueReader.at,
    "before": _DueReader.before,
    "by": _DueReader.by,
    "daily": _DueReader.daily,
    "every": _DueReader.every,
    "monthly": _DueReader.monthly,
    "not": _DueReader.not_before,
    "on": _DueReader.on,
    "quarterly": _DueReader.quarterly,
    "same": _DueReader.same,
    "weekly": _DueReader.weekly,
    "within": _DueReader.within,
    "workdays": _DueReader.workdays,
    "yearly": _DueReader.yearly,
}
