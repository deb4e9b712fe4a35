"""The right control for each type of field, with a prompt that fits its cell."""

from __future__ import annotations

import pytest
from formpen import field, formpen, text
from nodes import has, value, values

from generator.renderers.word.forms.entries import (
    NO,
    YES,
    control_for,
    narrow_prompt,
    needs_whole_row,
    options_of,
    value_cell,
)
from generator.renderers.word.forms.measure import EN_SPACE, lines
from generator.renderers.word.forms.styles import TABLE_SIZE, TEXT_SIZE
from generator.renderers.word.ooxml.node import words_of

WIDE, NARROW = 4000, 700


@pytest.mark.parametrize(
    ("name", "tag"),
    [
        ("customer", "w:text"),
        ("wishes", "w:text"),
        ("pieces", "w:text"),
        ("wanted", "w:date"),
        ("called", "w:date"),
        ("way", "w:dropDownList"),
        ("post", "w:dropDownList"),
        ("branch", "w:dropDownList"),
        ("seller", "w:text"),
    ],
)
def test_each_type_has_its_control(name: str, tag: str) -> None:
    made = control_for(formpen(), field(name), name, "…")
    assert has(made, tag)
    assert value(made, "w:tag") == name


def test_a_date_with_a_time_says_so() -> None:
    made = control_for(formpen(), field("called"), "t", "…")
    assert value(made, "w:dateFormat").endswith("HH:mm")
    plain = control_for(formpen(), field("wanted"), "t", "…")
    assert not value(plain, "w:dateFormat").endswith("HH:mm")


def test_a_list_of_one_is_no_choice() -> None:
    assert has(control_for(formpen(), field("way", options=(text("only"),)), "t", "…"), "w:text")


def test_options_show_words_and_store_what_all_languages_share() -> None:
    assert options_of(formpen(), field("way"))[1] == ("phone", "phone")
    assert [stored for stored, _ in options_of(formpen(), field("agreed"))] == [YES, NO]


def test_equal_words_stand_in_a_list_once() -> None:
    twice = field("way", options=(text("a"), text("a"), text("b")))
    assert [words for _, words in options_of(formpen(), twice)] == ["a", "b"]


def test_choices_are_boxes_that_keep_with_their_words() -> None:
    made = value_cell(formpen(), field("extras"), WIDE)
    assert len(values(made, "w14:checked", "w14:val")) == 3
    for word in ("bell", "lamp", "rack"):
        assert f"\u00a0{word}" in words_of(made)


def test_a_check_is_one_box() -> None:
    made = value_cell(formpen(), field("agreed"), WIDE)
    assert len(values(made, "w14:checked", "w14:val")) == 1
    assert "tick if yes" in words_of(made)


def test_help_is_the_prompt_where_it_fits_and_a_line_below_where_not() -> None:
    pen = formpen()
    short = value_cell(pen, field("customer", help=text("Full name")), WIDE)
    long = value_cell(pen, field("customer", help=text("Full name as registered " * 9)), WIDE)
    assert len(short) == 1
    assert has(short, "w:showingPlcHdr")
    assert len(long) == 2


def test_options_too_long_for_the_prompt_stand_below() -> None:
    many = field("way", options=tuple(text(f"option number {at}") for at in range(12)))
    made = value_cell(formpen(), many, 2000)
    assert "option number 11" in words_of(made[1:])
    few = value_cell(formpen(), field("way"), WIDE)
    assert len(few) == 1


def test_a_computed_field_says_its_formula_or_that_it_is_worked_out() -> None:
    pen = formpen()
    assert words_of(value_cell(pen, field("total"), WIDE)) == "= sum of Sum"
    assert words_of(value_cell(pen, field("total"), 400)) == "worked out"


@pytest.mark.parametrize("width", [400, NARROW, 1500, WIDE])
@pytest.mark.parametrize("name", ["wanted", "customer", "way", "total"])
def test_a_prompt_in_a_table_takes_one_line_or_as_little_as_can_be(name: str, width: int) -> None:
    prompt = narrow_prompt(formpen(), field(name), width)
    assert lines(prompt, width, TABLE_SIZE) == 1 or len(prompt.strip()) <= 1


def test_a_text_in_a_table_has_room_for_a_pen() -> None:
    assert set(narrow_prompt(formpen(), field("customer"), WIDE)) == {EN_SPACE}


@pytest.mark.parametrize(
    ("change", "whole"),
    [
        ({}, False),
        ({"type": "long-text"}, True),
        ({"help": text("explained at length " * 20)}, True),
    ],
)
def test_long_fields_take_a_whole_row(change: dict[str, object], whole: bool) -> None:
    assert needs_whole_row(formpen(), field("customer", **change), 3000) == whole


def test_choices_take_a_whole_row_when_they_need_more_than_a_line() -> None:
    pen, extras = formpen(), field("extras")
    boxes = "   ".join(f"☐ {word}" for word in ("bell", "lamp", "rack"))
    for width in (1000, 2000, 6000):
        assert needs_whole_row(pen, extras, width) == (lines(boxes, width, TEXT_SIZE) > 1)
