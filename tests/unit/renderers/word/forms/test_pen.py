"""What is at hand while a form is written: words, labels, columns of the grid."""

from __future__ import annotations

from formpen import chinese, field, formpen, text
from nodes import values

from generator.renderers.word.forms.pen import REQUIRED
from generator.renderers.word.ooxml.node import words_of
from generator.renderers.word.ooxml.page import Sheet


def test_a_text_is_worked_out_once_and_none_is_nothing() -> None:
    made = formpen()
    assert made.words(None) == ""
    assert made.words(text("Order")) == "Order"
    assert made.said["Order"] == "Order"


def test_amounts_say_their_unit() -> None:
    made = formpen()
    assert "kg" in made.label(field("weight"))
    assert "%" in made.label(field("discount"))
    assert made.label(field("deposit")) != "Deposit"
    assert made.label(field("customer")) == "Customer"


def test_only_what_must_be_filled_in_has_a_mark_in_front() -> None:
    made = formpen()
    assert words_of(made.marked_label(field("customer"))) == f"{REQUIRED}Customer"
    assert words_of(made.marked_label(field("seller"))) == "Seller"
    assert words_of(made.marked_label(field("total"))).startswith("Total")


def test_names_are_as_long_as_word_takes_them() -> None:
    assert len(formpen().entry("t", "n" * 99).name) == 64


def test_dates_are_written_as_the_language_has_them() -> None:
    assert formpen().date_format.language == "en-GB"
    assert formpen(ctx=chinese()).date_format.language == "zh-CN"


def test_the_grid_fills_the_sheet_and_latin_labels_get_more_of_it() -> None:
    latin, east = formpen(), formpen(ctx=chinese())
    for made in (latin, east, latin.on(Sheet(across=True))):
        assert sum(made.grid_widths) == made.sheet.width
    assert latin.grid_widths[0] > east.grid_widths[0]


def test_help_takes_a_line_only_where_there_is_any() -> None:
    made = formpen()
    assert made.help("") == ()
    assert words_of(made.help("how")) == "how"


def test_the_lines_above_a_table_stay_on_its_page() -> None:
    made = formpen()
    content = made.caption(made.marked_label(field("goods")), "one line each")
    assert len(content) == 2
    assert values(content, "w:pStyle") == ["FormCaption", "FormHelp"]
    assert all("w:keepNext" in [p.tag for p in each.children[0].children] for each in content)


def test_a_pen_on_other_paper_has_the_same_controls() -> None:
    made = formpen()
    assert made.on(Sheet(across=True)).controls is made.controls
