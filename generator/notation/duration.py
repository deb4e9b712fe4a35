"""Durations such as `15min`, `2h`, `5wd` or `3y`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from generator.base.diagnostics import N_, Argument, Message, Safety
from generator.notation.due_rules import DURATION_NOT_UNDERSTOOD
from generator.notation.findings import Fault, Parsed
from generator.notation.spelling import respell

_EITHER = N_("Write {minutes} (minutes) or {months} (months).")
_LONGEST = N_("Write the longest time: {right}; a range can stand in “due:” only.")
_UNITS = "(min|h|d|wd|w|mo|y)"
_M = re.compile(r"([1-9][0-9]{0,3}) ?[mM]")
_DURATION = re.compile(rf"([1-9][0-9]{{0,3}}){_UNITS}")
_RANGE = re.compile(rf"([1-9][0-9]{{0,3}})-([1-9][0-9]{{0,3}}){_UNITS}")


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

_RANGE_WORDS = {
    TimeUnit.MINUTE: N_("{least} to {count} minutes"),
    TimeUnit.HOUR: N_("{least} to {count} hours"),
    TimeUnit.DAY: N_("{least} to {count} days"),
    TimeUnit.WORKING_DAY: N_("{least} to {count} working days"),
    TimeUnit.WEEK: N_("{least} to {count} weeks"),
    TimeUnit.MONTH: N_("{least} to {count} months"),
    TimeUnit.YEAR: N_("{least} to {count} years"),
}


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time: 1 to 9999 of one unit; `d` counts calendar days, `wd` working days.

    Of a range such as `15-30min` the `amount` is the upper end, which is the limit, and `least`
    the lower one.
    """

    amount: int
    unit: TimeUnit
    least: int | None = None

    def __str__(self) -> str:
        least = "" if self.least is None else f"{self.least}-"
        return f"{least}{self.amount}{self.unit.value}"


def read_duration(text: str) -> Duration | None:
    """Return the duration that a text is exactly, or None."""
    match = _DURATION.fullmatch(text)
    return Duration(int(match[1]), TimeUnit(match[2])) if match else None


def read_range(text: str) -> Duration | None:
    """Return the range that a text is exactly, the lower end first, or None."""
    match = _RANGE.fullmatch(text)
    if match is None or int(match[1]) >= int(match[2]):
        return None
    return Duration(int(match[2]), TimeUnit(match[3]), int(match[1]))


def turned_range(text: str) -> str | None:
    """Return how a range is written whose ends stand the wrong way round."""
    match = _RANGE.fullmatch(text)
    if match is None or int(match[1]) <= int(match[2]):
        return None
    return f"{match[2]}-{match[1]}{match[3]}"


def parse_duration(source: str) -> Parsed[Duration]:
    """Read a duration, for `takes:`, `keep:`, `review:` and the like."""
    text = source.strip()
    found = read_duration(text)
    if found:
        return Parsed(found)
    start = source.find(text)
    if longest := read_range(text):
        right = f"{longest.amount}{longest.unit.value}"
        hint = Message(_LONGEST, {"right": right})
        place = start, start + len(text)
        fault = Fault(DURATION_NOT_UNDERSTOOD, *place, {"text": text}, hint, right, Safety.ASKS)
        return Parsed(None, (fault,))
    return Parsed(None, (not_a_duration(text, start, start + len(text)),))


def not_a_duration(text: str, start: int, end: int) -> Fault:
    """Return the fault of a text that should be a duration, with the right spelling if known."""
    if hint := either_unit(text):
        return Fault(DURATION_NOT_UNDERSTOOD, start, end, {"text": text}, hint)
    right = respell(text)
    if right == text or not read_duration(right):
        return Fault(DURATION_NOT_UNDERSTOOD, start, end, {"text": text})
    hint = Message("Write “{right}”.", {"right": right})
    return Fault(DURATION_NOT_UNDERSTOOD, start, end, {"text": text}, hint, right)


def either_unit(text: str) -> Message | None:
    """Return the cure of a number with “m”, which may be minutes or months; else None."""
    found = _M.fullmatch(text)
    return (
        Message(_EITHER, {"minutes": f"{found[1]}min", "months": f"{found[1]}mo"})
        if found
        else None
    )


def duration_words(duration: Duration) -> Message:
    """Say a duration in words."""
    if duration.least is not None:
        args: dict[str, Argument] = {"least": duration.least, "count": duration.amount}
        return Message(_RANGE_WORDS[duration.unit], args)
    one, several = _WORDS[duration.unit]
    return Message(one if duration.amount == 1 else several, {"count": duration.amount})
