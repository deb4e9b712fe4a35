"""What people type in place of a form's own marks: boxes, amounts in words, times as they speak."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from typing import Any

import pytest
from forms import handbook, order_sheet

from generator.base.i18n import Catalogue
from generator.collect.doubts import doubt_about
from generator.collect.entries import EntryReader
from generator.collect.filled import Filled
from generator.collect.reading import FieldPlace, Reading
from generator.collect.spelling.amounts import number_of
from generator.collect.spelling.clock import time_of
from generator.collect.spelling.days import date_of
from generator.collect.spelling.ticks import chosen_in, tick_of
from generator.collect.vocabulary import Vocabulary


@pytest.mark.parametrize(
    ("words", "chosen"),
    [
        ("☑批准 ☐退回", ("批准",)),
        ("☐批准 ☑退回", ("退回",)),
        ("批准☐  退回☑", ("退回",)),
        ("√批准、×退回", ("批准",)),
        ("■ 红 □ 黄 ■ 蓝", ("红", "蓝")),
        ("☐批准 ☐退回", ()),
        ("☐退回", ()),
        ("×批准", ()),
        ("✅批准 ❌退回", ("批准",)),
        ("批准（√） 退回（ ）", ("批准",)),
        ("[ ]批准 [x]退回", ("退回",)),
        ("批准", None),
        ("☑ ☐", None),
        ("同意☑批准 ☐退回", None),
        ("", None),
    ],
)
def test_words_with_boxes(words: str, chosen: tuple[str, ...] | None) -> None:
    assert chosen_in(words) == chosen


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("☑是 ☐否", True),
        ("☐是 ☑否", False),
        ("是√ 否□", True),
        ("√否", False),
        ("✅", True),
        ("❌", None),
        ("是（√）否（ ）", True),
        ("[ ]是 [√]否", False),
        ("☑是 ☑否", None),
        ("☐是 ☐否", None),
        ("×是 ×否", None),
    ],
)
def test_yes_and_no_with_boxes(words: str, value: bool | None) -> None:
    assert tick_of(words) is value


def listed(name: str, text: str) -> tuple[Any, list[str]]:
    field = next(each for each in order_sheet().fields if each.field == name)
    reading = Reading(file="x.docx", vocabulary=Vocabulary(handbook()))
    value = EntryReader(reading).value(FieldPlace(field), Filled(tag=name, text=text))
    return value, [each.written for each in reading.open_points]


def test_a_list_typed_with_boxes_is_the_entry_that_is_ticked() -> None:
    assert listed("way", "☐shop ☑phone ☐post") == ("phone", [])
    assert listed("extras", "☑bell ☐lamp ☑rack") == (("bell", "rack"), [])
    for text in ("☑shop ☑phone ☐post", "☐shop ☐phone ☐post", "☐shop"):
        assert listed("way", text) == (None, [text])


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("5百", 500),
        ("3百元", 300),
        ("人民币（大写）伍佰元整", 500),
        ("人民币大写：伍佰元整（¥500.00）", 500),
        ("五百块钱", 500),
        ("500.-", 500),
        ("500.--元", 500),
        ("10,000.000", None),
        ("1.234", None),
        ("10,000.00", 10_000),
    ],
)
def test_amounts(words: str, value: int | None) -> None:
    assert number_of(words, currency="CNY") == value


@pytest.mark.parametrize(
    ("words", "unit", "value"),
    [
        ("1.72m", "m", "1.72"),
        ("120平", "㎡", "120"),
        ("36.5度", "℃", "36.5"),
        ("500毫升", "ml", "500"),
        ("12个人", "人", "12"),
        ("1.234", "kg", "1.234"),
        ("1.234", "", None),
        ("10,000.000", "", None),
        ("500 600", "", None),
    ],
)
def test_numbers(words: str, unit: str, value: str | None) -> None:
    assert number_of(words, unit) == (None if value is None else Decimal(value))


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("9点半", time(9, 30)),
        ("15点半", time(15, 30)),
        ("03点30", time(3, 30)),
        ("下午3点", time(15)),
        ("9点5分", time(9, 5)),
        ("9:30", time(9, 30)),
        ("9:0", time(9)),
    ],
)
def test_times(words: str, value: time) -> None:
    assert time_of(words) == value


@pytest.mark.parametrize(
    ("kind", "words", "says"),
    [
        ("time", "3点", "03:00 or 15:00"),
        ("time", "三点半", "03:30 or 15:30"),
        ("time", "3点20", "03:20 or 15:20"),
        ("time", "9:3", "09:03 or 09:30"),
        ("time", "9点5", "09:05 or 09:50"),
        ("percent", "30‰", "thousand"),
        ("date", "十二月二十日", "year is missing"),
        ("number", "10,000.000", "comma and point"),
    ],
)
def test_what_is_asked_says_why(kind: str, words: str, says: str) -> None:
    if kind == "time":
        assert time_of(words) is None
    doubt = doubt_about(kind, words)
    assert doubt is not None
    assert says in Catalogue("en").say(doubt)


def test_days_in_characters() -> None:
    assert date_of("二零二六年十二月廿日") == date(2026, 12, 20)
    assert date_of("2026年元月5日") == date(2026, 1, 5)
