"""Durations such as `15min`, `2h`, `5wd` or `3y`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from generator.base.diagnostics import N_, Message
from generator.notation.due_rules import DURATION_NOT_UNDERSTOOD
from generator.notation.findings import Fault, Parsed
from generator.notation.spelling import respell

_DURATION = re.compile(r"([1-9][0-9]{0,3})(min|h|d|wd|w|mo|y)")


class TimeUnit(Enum):
    """A unit of time; the value is how it is written."""

    MINUTE = "min"
    HOUR = "h"
    DAY = "d"
    WORKING_DAY = "wd"
    WEEK = "w"
    MONTH = "mo"
    YEAR = "y"


_WORDS = {
    TimeUnit.MINUTE: (N_("{count} minute"), N_("{count} minutes")),
    TimeUnit.HOUR: (N_("{count} hour"), N_("{count} hours")),
    TimeUnit.DAY: (N_("{count} day"), N_("{count} days")),
    TimeUnit.WORKING_DAY: (N_("{count} working day"), N_("{count} working days")),
    TimeUnit.WEEK: (N_("{count} week"), N_("{count} weeks")),
    TimeUnit.MONTH: (N_("{count} month"), N_("{count} months")),
    TimeUnit.YEAR: (N_("{count} year"), N_("{count} years")),
}


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time: 1 to 9999 of one unit; `d` counts calendar days, `wd` working days."""

    amount: int
    unit: TimeUnit

    def __str__(self) -> str:
        return f"{self.amount}{self.unit.value}"


def read_duration(text: str) -> Duration | None:
    """Return the duration that a text is exactly, or None."""
    match = _DURATION.fullmatch(text)
    return Duration(int(match[1]), TimeUnit(match[2])) if match else None


def parse_duration(source: str) -> Parsed[Duration]:
    """Read a duration, for `takes:`, `keep:`, `review:` and the like."""
    text = source.strip()
    found = read_duration(text)
    if found:
        return Parsed(found)
    start = source.find(text)
    return Parsed(None, (not_a_duration(text, start, start + len(text)),))


def not_a_duration(text: str, start: int, end: int) -> Fault:
    """Return the fault of a text that should be a duration, with the right spelling if known."""
    right = respell(text)
    if right == text or not read_duration(right):
        return Fault(DURATION_NOT_UNDERSTOOD, start, end, {"text": text})
    hint = Message("Write “{right}”.", {"right": right})
    return Fault(DURATION_NOT_UNDERSTOOD, start, end, {"text": text}, hint, right)


def duration_words(duration: Duration) -> Message:
    """Say a duration in words."""
    one, several = _WORDS[duration.unit]
    return Message(one if duration.amount == 1 else several, {"count": duration.amount})
