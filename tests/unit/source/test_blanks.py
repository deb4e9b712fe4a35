"""Blanks of a text: none at its ends, one form of line ends, nothing visible lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.source.reading.blanks import normalised
from generator.source.reading.yaml_reader import read_yaml

BLANKS = " \t\u00a0\u3000\u2003\u202f\u200b\u2060\ufeff"


@pytest.mark.parametrize("blank", BLANKS)
def test_blanks_of_any_kind_at_the_ends_go(blank: str) -> None:
    assert normalised(f"{blank}登记 投诉{blank}{blank}") == "登记 投诉"
    assert normalised(blank * 3) == ""


def test_line_ends_are_alike_and_blank_lines_single() -> None:
    assert normalised("甲 \r\n乙\r丙\u3000\n \n\n\n丁\n") == "甲\n乙\n丙\n\n丁"


@given(st.text("ab 登记，\n\r\u3000\u00a0\u200b", max_size=30))
def test_once_is_enough_and_nothing_visible_is_lost(text: str) -> None:
    once = normalised(text)
    assert normalised(once) == once
    assert "".join(once.split()).replace("\u200b", "") == "".join(text.split()).replace(
        "\u200b", ""
    )


def test_a_title_that_begins_with_a_wide_space_is_read_without_it() -> None:
    read = read_yaml("a.yml", 'title: "\u3000登记"\nscope: |\n\n  甲\n\n\n  乙\n'.encode())
    assert read.value is not None
    assert read.value.data == {"title": "登记", "scope": "甲\n\n乙"}
