"""When a document is looked at again: a duration later, at the latest at the end of the month."""

from __future__ import annotations

from datetime import date

import pytest
from small import TAKE_ORDER, process

from generator.model.reviews import later, next_review
from generator.notation.duration import parse_duration


@pytest.mark.parametrize(
    ("start", "interval", "expected"),
    [
        ("2026-01-31", "1mo", "2026-02-28"),
        ("2028-01-31", "1mo", "2028-02-29"),
        ("2026-08-31", "6mo", "2027-02-28"),
        ("2026-12-31", "2mo", "2027-02-28"),
        ("2026-11-30", "1mo", "2026-12-30"),
        ("2026-12-01", "12mo", "2027-12-01"),
        ("2026-06-15", "18mo", "2027-12-15"),
        ("2028-02-29", "1y", "2029-02-28"),
        ("2028-02-29", "4y", "2032-02-29"),
        ("2026-12-30", "3d", "2027-01-02"),
        ("2026-02-27", "1w", "2026-03-06"),
        ("2026-02-27", "9999y", "9999-12-31"),
    ],
)
def test_a_duration_later(start: str, interval: str, expected: str) -> None:
    duration = parse_duration(interval).value
    assert duration is not None
    assert later(date.fromisoformat(start), duration) == date.fromisoformat(expected)


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        ("date: 2026-01-01, approved: 2026-01-05, effective: 2026-01-31", "2026-07-31"),
        ("date: 2026-01-01, approved: 2026-01-05", "2026-07-05"),
        ("date: 2026-01-01", "2026-07-01"),
    ],
)
def test_the_next_review_counts_from_when_the_version_came_into_force(
    dates: str, expected: str
) -> None:
    example = TAKE_ORDER + f"review: 6mo\nrevisions:\n  - {{version: V2.0, {dates}, change: x}}\n"
    assert next_review(process(example)).isoformat() == expected
