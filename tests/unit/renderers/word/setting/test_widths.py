"""The width of a page shared among columns, in whole twips."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.renderers.word.setting.widths import MARGIN, UNIT, shared, units

TEXTS = st.lists(st.text(max_size=300), min_size=1, max_size=4)


def test_a_chinese_character_is_twice_as_wide() -> None:
    assert (units("ab"), units("表单"), units("a，")) == (2, 4, 3)


@given(st.lists(TEXTS, min_size=1, max_size=12), st.integers(4_000, 15_000))
def test_columns_fill_the_page_whatever_they_hold(columns: list[list[str]], width: int) -> None:
    widths = shared(columns, width)
    assert sum(widths) == width
    assert all(each > 0 for each in widths)
    assert all(isinstance(each, int) for each in widths)


def test_equal_columns_are_equally_wide_but_for_what_is_left() -> None:
    for count in range(2, 13):
        widths = shared([["text " * 9]] * count, 9922)
        assert max(widths) - min(widths) < count


def test_the_column_that_says_more_is_wider() -> None:
    short, long = shared([["甲"], ["很长的说明，" * 8]], 9000)
    assert long > 2 * short


def test_a_long_word_stays_whole_where_there_is_room() -> None:
    widths = shared([["A" * 18], *[["说明" * 40]] * 4], 12_000)
    assert widths[0] >= 18 * UNIT + MARGIN


def test_a_page_too_narrow_for_all_words_is_shared_alike() -> None:
    widths = shared([["W" * 20]] * 10, 5_000)
    assert widths == (500,) * 10
