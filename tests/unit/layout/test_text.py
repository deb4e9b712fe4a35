"""Text keeps the rules of Chinese typesetting."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.layout.text import NEVER_FIRST, NEVER_LAST, text_width, wrap


def test_chinese_characters_are_as_wide_as_high() -> None:
    assert text_width("投诉处理", 12) == 48


def test_latin_letters_are_narrower() -> None:
    assert text_width("complaint", 12) < text_width("投诉处理单", 12)


def test_characters_that_the_font_lacks_are_taken_for_chinese_ones() -> None:
    assert text_width("\U00020000", 10) == 10


@pytest.mark.parametrize("width", [30, 48, 60, 84, 120])
def test_closing_marks_never_begin_a_line_and_opening_marks_never_end_one(width: float) -> None:
    lines = wrap("受理登记(含来电),分级、判断;报《投诉处理单》与“结案”意见。", width, 12)
    assert len(lines) > 1
    assert not any(line[0] in NEVER_FIRST for line in lines)
    assert not any(line[-1] in NEVER_LAST for line in lines)


def test_latin_words_stay_whole() -> None:
    assert wrap("Approve the compensation", 84, 12) == ("Approve the", "compensation")


def test_a_word_longer_than_a_line_is_broken() -> None:
    lines = wrap("Interdepartmental", 84, 12)
    assert lines == ("Interdepart-", "mental")
    lines = wrap("Incomprehensibilities", 60, 12)
    assert "".join(line.rstrip("-") for line in lines) == "Incomprehensibilities"
    assert all(text_width(line, 12) <= 60 for line in lines)


def test_lines_are_of_about_equal_length() -> None:
    assert wrap("与客户达成一致意见", 100, 12) == ("与客户达成", "一致意见")


def test_numbers_stay_with_their_unit() -> None:
    assert all("24h" in line for line in wrap("投诉受理24h", 48, 12) if "2" in line)


def test_empty_text_has_no_lines() -> None:
    assert wrap("", 100, 12) == ()
    assert wrap("  ", 100, 12) == ()


def test_line_breaks_in_the_text_are_kept() -> None:
    assert wrap("甲\n乙", 100, 12) == ("甲", "乙")


def test_a_number_stays_with_what_it_counts() -> None:
    assert wrap("每年 10 月 15 日", 60, 11) == ("每年 10 月", "15 日")
    assert wrap("9 开业与扶持", 48, 12)[0].startswith("9 开")


def test_bound_characters_stay_together() -> None:
    bonds = frozenset({"中心"})
    assert wrap("营销中心总经理", 60, 12, bonds) == ("营销中心", "总经理")


def test_spaces_at_the_end_of_a_line_take_no_room() -> None:
    lines = wrap("Out of stock or rules broken", 60, 11)
    assert len(lines) > 1
    assert all(text_width(line, 11) <= 60 for line in lines)


WORDS = frozenset(
    {
        "差额",
        "超过",
        "生效",
        "日后",
        "最后",
        "工作",
        "作日",
        "信用",
        "应收",
        "会计",
        "出现",
        "紧急",
        "信息",
        "有关",
        "部门",
        "部长",
        "下单",
    }
)


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("差额不超过 3%", 58, ("差额", "不超过 3%")),
        ("每月最后一个工作日", 72, ("每月最后", "一个工作日")),
        ("信用与应收会计", 60, ("信用", "与应收会计")),
        ("每周一次;出现紧急信息", 100, ("每周一次;", "出现紧急信息")),
        ("有关部门的部长", 72, ("有关部门的", "部长")),
    ],
)
def test_lines_end_where_a_reader_would_pause(
    text: str, width: float, lines: tuple[str, ...]
) -> None:
    assert wrap(text, width, 11, WORDS) == lines


def test_a_line_more_spares_a_word() -> None:
    lines = wrap("团装量体、下单与生产跟单", 80, 12, WORDS | {"生产", "跟单"})
    assert lines == ("团装量体、", "下单", "与生产跟单")


@given(st.text(max_size=40), st.floats(20, 200))
def test_any_text_is_broken_into_lines_and_nothing_visible_is_lost(text: str, width: float) -> None:
    lines = wrap(text, width, 14)
    assert all(line == line.rstrip() for line in lines)
    seen = "".join("".join(lines).split()).replace("-", "")
    assert seen == "".join(text.split()).replace("-", "")
