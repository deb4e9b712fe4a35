"""Every word for an hour, every sign for yes, no and none, and every character without room."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from generator.base.plain import cleaned, folded, is_none
from generator.collect.spelling.amounts import number_of
from generator.collect.spelling.clock import moment_of, time_of
from generator.collect.spelling.days import date_of
from generator.collect.spelling.ticks import boxed, pieces_of, tick_of

HOURS = {
    "上午": {1: 1, 11: 11, 12: None, 13: None},
    "早上": {3: None, 4: 4, 11: 11, 12: None},
    "早晨": {3: None, 4: 4, 11: 11, 12: None},
    "清晨": {2: None, 3: 3, 8: 8, 9: None},
    "凌晨": {0: 0, 6: 6, 7: None},
    "中午": {9: None, 10: None, 11: 11, 12: 12, 1: None, 2: None},
    "下午": {12: 12, 1: 13, 11: 23, 13: 13, 23: 23, 24: None, 0: None},
    "傍晚": {3: None, 4: 16, 8: 20, 9: None, 18: 18},
    "晚上": {4: None, 5: 17, 11: 23, 20: 20},
    "夜里": {7: None, 8: 20, 11: 23, 12: None, 22: 22},
    "am": {12: 0, 1: 1, 11: 11, 13: None},
    "pm": {12: 12, 1: 13, 11: 23, 0: None, 15: 15},
    "a.m": {12: 0, 9: 9},
    "p.m": {9: 21},
}


@pytest.mark.parametrize("half", HOURS)
def test_the_half_of_a_day_says_which_hour_is_meant(half: str) -> None:
    for hour, meant in HOURS[half].items():
        wanted = None if meant is None else time(meant, 20)
        assert time_of(f"{half} {hour}:20") == time_of(f"{hour}:20 {half}") == wanted, (half, hour)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        *[(f"9{word}{behind}", time(9, minute)) for word in "点點时時"
          for behind, minute in {"": 0, "整": 0, "半": 30, "一刻": 15, "1刻": 15, "三刻": 45,
                                 "3刻": 45, "20": 20, "20分": 20, "20分钟": 20}.items()],
        *[(f"九{word}{behind}", time(9, minute)) for word in "点點时時"
          for behind, minute in {"": 0, "整": 0, "半": 30, "一刻": 15, "三刻": 45, "二十分": 20,
                                 "零五分": 5, "二十": 20}.items()],
        ("9:30:15", time(9, 30, 15)), ("9h", time(9)), ("9 am", time(9)), ("am 9 pm", None),
        ("0005", time(0, 5)), ("1859", time(18, 59)), ("2159", time(21, 59)),
        ("2359", time(23, 59)),
        ("1930", None), ("2026", None), ("2400", None), ("0960", None), ("下午三点", time(15)),
    ],
)  # fmt: skip
def test_times_by_every_word(words: str, value: time | None) -> None:
    assert time_of(words) == value


def test_a_moment_is_cut_between_its_date_and_its_time_only() -> None:
    for words in ("2026-11-20 1:30", "2026-11-20, 1:30", "2026-11-20T01:30", "20261120 0130"):
        assert moment_of(words) == datetime(2026, 11, 20, 1, 30), words
    assert moment_of("\u202e2026-11-20 1:30") is None
    assert moment_of("2026-11-201:30") is None


NONE = "/;//;\\;-;--;---;无;無;没有;不适用;n/a;na;n.a.;none;nil;N / A;无。;—;－"


@pytest.mark.parametrize("mark", NONE.split(";"))
def test_marks_for_there_is_none(mark: str) -> None:
    assert is_none(mark)
    assert not is_none(f"{mark}5")


def test_characters_that_take_no_room_are_no_text() -> None:
    unseen = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u061c\u2066\u2067\u2068\u2069"
    for character in unseen:
        assert cleaned(f" 5{character}6 ") == folded(f"5{character}6") == "56"
    for dash in "‐‑‒–—―−－":
        assert number_of(f"{dash}5") == -5, dash
    for end in "。.;；,，":
        assert date_of(f"2026-11-20{end}") == date(2026, 11, 20), end
    for kept in ("5²", "5₂", "½", "⑤"):
        assert folded(kept) == kept


@pytest.mark.parametrize(
    "sign",
    [
        "√",
        "✓",
        "✔",
        "☑",
        "☒",
        "■",
        "●",
        "🗹",
        "是",
        "对",
        "有",
        "已",
        "Y",
        "yes",
        "TRUE",
        "1",
        "V",
        "ok",
        "[v]",
        "(√)",
        "【x】",
    ],
)
def test_every_yes(sign: str) -> None:
    assert tick_of(sign) is True


@pytest.mark.parametrize(
    "sign",
    [
        "☐",
        "□",
        "○",
        "🗆",
        "否",
        "非",
        "无",
        "不",
        "未",
        "0",
        "N",
        "no",
        "FALSE",
        "[]",
        "(",
        ")",
        "【】",
        "[否]",
    ],
)
def test_every_no(sign: str) -> None:
    assert tick_of("( )" if sign in "()" else sign) is False


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        *[
            (sign, True)
            for sign in [
                "√",
                "✓",
                "✔",
                "☑",
                "☒",
                "■",
                "●",
                "🗹",
                "v",
                "x",
                "是",
                "y",
                "yes",
                "1",
                "√√",
                "☐√",
                "☑☑",
            ]
        ],
        *[(sign, False) for sign in ["", " ", "☐", "□", "○", "🗆", "否", "no", "n", "0", "☐ no"]],
        *[(sign, None) for sign in ["×", "vv", "√✓", "other", "xx"]],
    ],
)
def test_what_stands_in_a_box(text: str, meant: bool | None) -> None:
    assert boxed(text) is meant


@pytest.mark.parametrize("between", list("、,，;；/\n"))
def test_what_stands_between_the_pieces_of_a_list(between: str) -> None:
    assert pieces_of(f" scale{between} lamp {between}") == ("scale", "lamp")
