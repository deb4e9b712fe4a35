"""How wide text runs and what fits, in whole numbers: the same bytes under every Python."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.renderers.word.forms.measure import (
    CELL_MARGINS,
    EN_SPACE,
    blank,
    ems,
    fitting,
    hundredths,
    line_width,
    lines,
    shared_out,
)

SIZE = 20


def test_an_east_asian_character_is_as_wide_as_its_size() -> None:
    assert hundredths("表单") == 200
    assert hundredths("ab") == 112
    assert ems("表a") == 1.56


@given(st.text(max_size=200), st.text(max_size=200))
def test_widths_of_texts_add_up_without_rounding(first: str, second: str) -> None:
    assert hundredths(first) + hundredths(second) == hundredths(first + second)


@given(
    st.lists(st.tuples(st.integers(1, 3000), st.integers(0, 5000)), min_size=1, max_size=14),
    st.integers(1000, 16000),
)
def test_columns_fill_the_paper_exactly(columns: list[tuple[int, int]], width: int) -> None:
    least, weights = zip(*columns, strict=True)
    found = shared_out(least, weights, width)
    assert sum(found) == width
    assert all(isinstance(each, int) for each in found)
    if sum(least) <= width:
        assert all(has >= low for has, low in zip(found, least, strict=True))


@pytest.mark.parametrize("count", range(2, 15))
@pytest.mark.parametrize("weight", [1, 6, 7, 56, 112])
def test_equal_columns_are_equally_wide(count: int, weight: int) -> None:
    """As fractions, seven columns of weight 0.7 got 999 of 7000 twips each."""
    assert shared_out([0] * count, [weight] * count, 1000 * count) == (1000,) * count


def test_what_is_left_goes_where_the_weight_is() -> None:
    assert shared_out([100, 100], [1, 3], 600) == (200, 400)


def test_columns_that_are_too_wide_shrink_alike() -> None:
    assert shared_out([800, 400], [1, 1], 600) == (400, 200)


def test_a_text_fits_on_the_line_that_was_measured_for_it() -> None:
    for text in ("订单号", "order number", "x"):
        assert lines(text, line_width(text, SIZE), SIZE) == 1
        assert lines(text * 3, line_width(text, SIZE), SIZE) > 1


def test_each_line_of_a_text_takes_one_at_least() -> None:
    assert lines("a\n\nb", 5000, SIZE) == 3


def test_the_first_text_that_fits_is_taken_else_the_last() -> None:
    wide, narrow = "a long prompt that says it all", "…"
    assert fitting((wide, narrow), 6000, SIZE) == wide
    assert fitting((wide, narrow), 600, SIZE) == narrow
    assert fitting((wide, wide + wide), 600, SIZE) == wide + wide
    assert fitting(("", narrow), 600, SIZE) == narrow


def test_a_blank_prompt_stays_in_its_cell_and_can_be_hit() -> None:
    assert blank(CELL_MARGINS, SIZE) == EN_SPACE * 2
    for width in (600, 1200, 2400):
        en = SIZE / 2 * 20 / 2  # twips: half of the size
        assert len(blank(width, SIZE)) * en <= width - CELL_MARGINS
    assert len(blank(20_000, SIZE)) < 20
