"""Values as people type them; what is not clear is not guessed."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal

import pytest

from generator.collect.spelling.amounts import integer_of, number_of
from generator.collect.spelling.clock import moment_of, time_of
from generator.collect.spelling.days import date_of
from generator.collect.spelling.ticks import tick_of


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-20",
        "2026/11/20",
        "2026.11.20",
        "2026年11月20日",
        "2026 年 11 月 20 日",
        "2026年11月20号",
        "20261120",
        "２０２６－１１－２０",
        "二〇二六年十一月二十日",
        "20 Nov 2026",
        "November 20, 2026",
        "20th November 2026",
    ],
)
def test_dates_are_read_as_people_type_them(text: str) -> None:
    assert date_of(text) == date(2026, 11, 20)


@pytest.mark.parametrize(
    "text",
    ["31/1/26", "05/06/2026", "46346", "11月20日", "2026-13-01", "2026-02-30", "下周一", "2026"],
)
@pytest.mark.promise("R06")
def test_dates_that_are_not_clear_are_not_guessed(text: str) -> None:
    assert date_of(text) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,200.50", "1200.50"),
        ("¥1200", "1200"),
        ("￥1，200", "1200"),
        ("1200元", "1200"),
        ("1.2万元", "12000"),
        ("3 亿", "300000000"),
        ("−5", "-5"),
        ("１２", "12"),
        ("1200元整", "1200"),
    ],
)
def test_amounts_are_read_with_their_signs(text: str, value: str) -> None:
    assert number_of(text, currency="CNY") == Decimal(value)


@pytest.mark.parametrize("text", ["", "1,20", "about 5", "5-6", "1.2.3", "1e5", "NaN", "∞", "(5)"])
@pytest.mark.promise("R06")
def test_amounts_that_are_not_clear_are_not_guessed(text: str) -> None:
    assert number_of(text) is None


def test_whole_numbers_have_no_fraction() -> None:
    assert integer_of("12.0") == 12
    assert integer_of("12.5") is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("9:30", time(9, 30)),
        ("9点半", time(9, 30)),
        ("下午3时", time(15, 0)),
        ("3:15 pm", time(15, 15)),
        ("12:00 am", time(0, 0)),
        ("18时05分", time(18, 5)),
    ],
)
def test_times_are_read_as_people_type_them(text: str, value: time) -> None:
    assert time_of(text) == value


@pytest.mark.parametrize("text", ["25:00", "9", "half past nine", "9:75"])
def test_times_that_are_not_clear_are_not_guessed(text: str) -> None:
    assert time_of(text) is None


@pytest.mark.parametrize(
    "text", ["2026-11-20 09:30", "2026年11月20日 9时30分", "2026-11-20T09:30:00", "2026/11/20,9:30"]
)
def test_moments_are_a_date_and_a_time(text: str) -> None:
    assert moment_of(text) == datetime(2026, 11, 20, 9, 30)


def test_a_date_alone_is_no_moment() -> None:
    assert moment_of("2026-11-20") is None


@pytest.mark.parametrize("sign", ["☑", "☒", "√", "✓", "是", "Yes", " y "])
def test_ticks(sign: str) -> None:
    assert tick_of(sign) is True


@pytest.mark.parametrize("sign", ["☐", "否", "no"])
def test_an_empty_box_is_no(sign: str) -> None:
    assert tick_of(sign) is False


def test_other_words_are_no_tick() -> None:
    assert tick_of("perhaps") is None
