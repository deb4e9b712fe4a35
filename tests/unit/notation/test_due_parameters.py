"""Parameters in dues are replaced by their values."""

from __future__ import annotations

import pytest

from generator.notation.due import parse_due
from generator.notation.due_parameters import fill_due

VALUES = {
    "notice": "30d",
    "report": "weekly sat 18:00",
    "limit": "5000 EUR",
    "other": "${notice}",
    "time.reply": "2h",
}


@pytest.mark.parametrize(
    ("source", "filled"),
    [
        ("2wd", "2wd"),
        ("${notice}", "30d"),
        ("${time.reply}", "2h"),
        ("${report}", "weekly sat 18:00"),
        ("at least ${notice} before opening", "at least 30d before opening"),
        ("every ${notice}", "every 30d"),
        ("${unknown}", "${unknown}"),
    ],
)
def test_the_value_takes_the_place_of_the_parameter(source: str, filled: str) -> None:
    due = parse_due(source).value
    assert due is not None
    assert str(fill_due(due, lambda insert: VALUES.get(insert.id)).value) == filled


@pytest.mark.parametrize(
    ("source", "start", "end"),
    [("${limit}", 0, 8), ("${other}", 0, 8), ("every ${report}", 6, 15)],
)
def test_a_value_that_is_no_time_is_a_fault(source: str, start: int, end: int) -> None:
    due = parse_due(source).value
    assert due is not None
    (fault,) = fill_due(due, lambda insert: VALUES.get(insert.id)).faults
    assert (fault.rule.code, fault.start, fault.end) == ("HB331", start, end)
