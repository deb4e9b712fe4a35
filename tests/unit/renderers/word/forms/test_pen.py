"""Labels with units, marks of required fields, dates and widths as the language wants them."""

from __future__ import annotations

import pytest
from formpen import chinese, field, formpen, text
from nodes import has, value

from generator.renderers.word.forms.pen import FormPen
from generator.renderers.word.ooxml.node import words_of
from generator.renderers.word.ooxml.page import Sheet


@pytest.mark.parametrize(
    ("name", "label"),
    [("customer", "Customer"), ("total", "Total (EUR)"), ("pieces", "Pieces")],
)
def test_a_label_has_the_unit_of_its_amount(name: str, label: str) -> None:
    assert formpen().label(field(name, unit=None)) == label


def test_a_unit_of_its_own_comes_first_and_a_share_is_in_percent() -> None:
    assert formpen().label(field("total", unit=text("boxes"))) == "Total (boxes)"
    assert formpen().unit(field("pieces", type="percent", unit=None)) == "%"
    assert formpen().words(None) == ""


def test_what_must_be_filled_in_is_marked_in_front() -> None:
    pen = formpen()
    assert words_of(pen.marked_label(field("customer"))) == "*Customer"
    assert words_of(pen.marked_label(field("customer", optional=True))) == "Customer"
    assert words_of(pen.marked_label(field("total", unit=None))) == "Total (EUR)"  # worked out


def test_dates_are_written_as_the_language_does() -> None:
    english, own = formpen().date_format, formpen(ctx=chinese()).date_format
    assert (english.pattern, english.language) == ("yyyy-MM-dd", "en-GB")
    assert own.language.startswith("zh")


@pytest.mark.parametrize("sheet", [Sheet(), Sheet(landscape=True)])
def test_four_columns_fill_the_sheet(sheet: Sheet) -> None:
    widths = formpen().on(sheet).grid_widths
    assert sum(widths) == sheet.width
    assert widths[0] == widths[2] < widths[1]
    chinese_labels = formpen(ctx=chinese()).on(sheet).grid_widths[0]
    assert chinese_labels < widths[0]  # words in Latin letters are longer


def test_lines_above_a_table_stay_on_its_page() -> None:
    from generator.renderers.word.ooxml.text import run

    made = FormPen.caption(run("Goods"), "one a line")
    assert words_of(made) == "Goodsone a line"
    assert all(has((each,), "w:keepNext") for each in made)
    assert len(FormPen.caption(run("Goods"))) == 1
    assert formpen().help("") == ()
    assert value(formpen().help("Read this."), "w:pStyle") == "FormHelp"


def test_long_names_of_places_to_fill_in_are_cut_as_word_wants_them() -> None:
    entry = formpen().entry("tag", "n" * 80, "prompt")
    assert (entry.tag, entry.name, entry.prompt) == ("tag", "n" * 64, "prompt")
