"""Durations have one spelling."""

from __future__ import annotations

import pytest

from generator.notation.duration import Duration, TimeUnit, duration_words, parse_duration


@pytest.mark.parametrize("unit", TimeUnit)
def test_each_unit_is_read_and_written(unit: TimeUnit) -> None:
    duration = Duration(12, unit)
    assert parse_duration(f" {duration} ").value == duration


@pytest.mark.parametrize(
    ("source", "right"),
    [
        ("30 min", "30min"),
        ("3年", "3y"),
        ("3 years", "3y"),
        ("one day", "1d"),
        ("two working days", "2wd"),
        ("a week", "1w"),
        ("15 Minuten", "15min"),
        ("3 jours", "3d"),
        ("12m", None),
        ("half a day", None),
        ("", None),
    ],
)
def test_what_is_no_duration_is_a_fault(source: str, right: str | None) -> None:
    (fault,) = parse_duration(source).faults
    assert (fault.rule.code, fault.start, fault.end) == ("HB330", 0, len(source))
    assert fault.right == right


def test_a_range_is_no_duration_of_work() -> None:
    assert parse_duration("15-30min").value is None


def test_one_is_singular() -> None:
    assert duration_words(Duration(1, TimeUnit.DAY)).id == "{count} day"
    assert duration_words(Duration(2, TimeUnit.DAY)).id == "{count} days"


def test_a_bare_m_may_be_minutes_or_months() -> None:
    (fault,) = parse_duration("12m").faults
    assert fault.hint
    assert fault.hint.args == {"minutes": "12min", "months": "12mo"}
