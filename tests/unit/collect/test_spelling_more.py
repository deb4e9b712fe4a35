"""More of what people write: other calendars, zones, tenths, totals, words for signs."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal

import pytest

from generator.collect.spelling.amounts import integer_of, number_of
from generator.collect.spelling.clock import moment_of, time_of
from generator.collect.spelling.days import date_of
from generator.collect.spelling.ticks import tick_of

DAY = date(2026, 12, 1)


@pytest.mark.parametrize(
    "text",
    [
        "2026-12-1 (二)",
        "公元2026年12月1日",
        "民国115年12月1日",
        "民國一一五年十二月一日",
        "2026-Dec-01",
        "Dec-01-2026",
        "2026、12、1",
        "2026,12,1",
        "2026年十二月1日",
        "the 1st of December 2026",
        "［2026-12-01］",
        "12月1日2026年",
    ],
)
def test_days(text: str) -> None:
    assert date_of(text) == DAY


@pytest.mark.parametrize("text", ["2026-12-1 (三)", "115年12月1日", "民国15月1日", "2026、12,1"])
def test_days_that_are_asked(text: str) -> None:
    assert date_of(text) is None


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("2.30 pm", time(14, 30)),
        ("晚8点半", time(20, 30)),
        ("早9点", time(9)),
        ("正午", time(12)),
        ("09:30（上午）", time(9, 30)),
        ("14:30 时", time(14, 30)),
        ("0930 hrs", time(9, 30)),
    ],
)
def test_times(text: str, hour: time) -> None:
    assert time_of(text) == hour


@pytest.mark.parametrize("text", ["9.30", "两点", "晚12点", "早2点"])
def test_times_that_are_asked(text: str) -> None:
    assert time_of(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "9:30, 1 December 2026",
        "2026-12-01 @ 09:30",
        "202612010930",
        "2026-12-01T09:30+08:00",
        "2026-12-01 09:30 (北京时间)",
        "2026-12-01 09:30 UTC+8",
    ],
)
def test_moments(text: str) -> None:
    assert moment_of(text, "Asia/Shanghai") == datetime(2026, 12, 1, 9, 30)


@pytest.mark.parametrize(
    "text", ["2026-12-01T09:30Z", "2026-12-01 09:30 GMT", "2026-12-01T09:30-05"]
)
def test_moments_of_another_zone_are_asked(text: str) -> None:
    assert moment_of(text, "Asia/Shanghai") is None
    assert moment_of(text, "no/zone") is None


def test_a_zone_counts_as_it_is_on_that_day() -> None:
    assert moment_of("2026-07-01T09:30+02:00", "Europe/Berlin") == datetime(2026, 7, 1, 9, 30)
    assert moment_of("2026-12-01T09:30+02:00", "Europe/Berlin") is None


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("大写：叁万伍仟元整", "35000"),
        ("合计：35000元", "35000"),
        ("12元5角", "12.5"),
        ("5角", "0.5"),
        ("35k", "35000"),
        ("3萬5仟元", "35000"),
    ],
)
def test_money(text: str, amount: str) -> None:
    assert number_of(text, currency="CNY") == Decimal(amount)


@pytest.mark.parametrize("text", ["3万5", "12元5", "35.123k", "三五万", "合计", "12角"])
def test_money_that_is_asked(text: str) -> None:
    assert number_of(text, currency="CNY") is None


@pytest.mark.parametrize(
    ("text", "percent"),
    [
        ("三成", "30"),
        ("三成五", "35"),
        ("十成", "100"),
        ("千分之五", "0.5"),
        ("百分之三点五", "3.5"),
        ("30 percent", "30"),
        ("30pct", "30"),
    ],
)
def test_percentages(text: str, percent: str) -> None:
    assert number_of(text, percent=True) == Decimal(percent)


@pytest.mark.parametrize("text", ["三成多", "百分之", "百分之三点", "成"])
def test_percentages_that_are_asked(text: str) -> None:
    assert number_of(text, percent=True) is None


@pytest.mark.parametrize(
    ("text", "count"), [("廿五", 25), ("卅", 30), ("共12件", 12), ("12pcs", 12), ("twelve", 12)]
)
def test_counts(text: str, count: int) -> None:
    assert integer_of(text) == count


def test_a_thousand_times_is_said_of_money_only() -> None:
    assert number_of("12k", "g") is None
    assert integer_of("12k g", "g") is None


@pytest.mark.parametrize(
    ("text", "ticked"),
    [("Yes.", True), ("否。", False), ("✔\ufe0f", True), ("是的", True), ("没有", False)],
)
def test_ticks(text: str, *, ticked: bool) -> None:
    assert tick_of(text) is ticked
