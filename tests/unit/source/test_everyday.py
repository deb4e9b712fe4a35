"""Dates, hours, yes and no as people write them."""

from __future__ import annotations

import pytest

from generator.source.everyday import date_meant, either_day, hours_meant, says_no, says_yes


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2026/3/20", "2026-03-20"),
        ("2026年3月20日", "2026-03-20"),
        ("20.03.2026", "2026-03-20"),
        ("3.4.2026", "2026-04-03"),
        ("03/20/2026", "2026-03-20"),
        ("20/03/2026", "2026-03-20"),
        ("25 December 2026", "2026-12-25"),
        ("Dec 25th, 2026", "2026-12-25"),
        ("25-Dec-2026", "2026-12-25"),
        ("03/04/2026", None),
        ("25 Nonsense 2026", None),
        ("soon", None),
    ],
)
def test_a_date_is_known_however_it_is_written(written: str, meant: str | None) -> None:
    assert date_meant(written) == meant


def test_of_day_and_month_either_may_stand_first() -> None:
    assert either_day("03/04/2026") == ("2026-04-03", "2026-03-04")
    assert either_day("20/03/2026") is None
    assert either_day("soon") is None


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("9-18", "09:00-18:00"),
        ("9:00 – 18:30", "09:00-18:30"),
        ("9am to 6pm", "09:00-18:00"),
        ("12am-12pm", "00:00-12:00"),
        ("0900-1800", "09:00-18:00"),
        ("all day", None),
    ],
)
def test_hours_are_known_however_they_are_written(written: str, meant: str | None) -> None:
    assert hours_meant(written) == meant


def test_yes_and_no_are_known() -> None:
    assert all(map(says_yes, ("yep", "YES", "ja", "是", "x", 1)))
    assert all(map(says_no, ("no", "Nein", "否", 0)))
    assert not any(map(says_yes, (True, "perhaps", 2)))
    assert not any(map(says_no, (False, "perhaps")))
