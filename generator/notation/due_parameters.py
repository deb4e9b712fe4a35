"""Puts the values of parameters into a due."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from generator.notation.due import parse_due
from generator.notation.due_kinds import ByParameter, Due, Every, Offset
from generator.notation.due_rules import DUE_PARAMETER
from generator.notation.duration import Duration, read_duration, read_range
from generator.notation.findings import Fault, Parsed
from generator.notation.inserts import ParameterInsert


def fill_due(due: Due, value_of: Callable[[ParameterInsert], str | None]) -> Parsed[Due]:
    """Return the due with the values of its parameters in their places.

    `value_of` gives the value as it stands in `is:` (such as `2h` or `weekly sat 18:00`), or None
    for an unknown parameter, which stays as it is: that is another finding. A value that cannot
    stand in its place is a fault at the insert.
    """
    if not due.parameters:
        return Parsed(due)
    (insert,) = due.parameters
    text = value_of(insert)
    if text is None:
        return Parsed(due)
    filled = _filled(due, text)
    if filled is None:
        args = {"parameter": str(insert), "value": text}
        return Parsed(None, (Fault(DUE_PARAMETER, insert.start, insert.end, args),))
    return Parsed(filled)


def _filled(due: Due, text: str) -> Due | None:
    if isinstance(due, ByParameter):
        value = parse_due(text).value
        return None if value is None or value.parameters else value
    ranged = isinstance(due, Offset) and not due.at_least
    duration: Duration | None = read_duration(text) or (read_range(text) if ranged else None)
    if duration is None or not isinstance(due, Offset | Every):
        return None
    return replace(due, span=duration)
