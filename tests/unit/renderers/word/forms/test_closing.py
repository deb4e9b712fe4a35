"""Who fills what, and the end of a form."""

from __future__ import annotations

from dataclasses import replace

from formpen import formpen, text
from forms import handbook, order_sheet
from nodes import has

from generator.renderers.word.forms.closing import closing, who_fills_line
from generator.renderers.word.ooxml.node import words_of


def test_the_end_says_the_way_how_long_it_is_kept_and_the_note() -> None:
    form = replace(order_sheet(), note=text("Two copies."))
    lines = [words_of((each,)) for each in closing(formpen(form))]
    assert len(lines) == 3
    assert lines[0].startswith("Way of this form")
    assert "Sales clerk: fill in" in lines[0]
    assert "3 years" in lines[1]
    assert lines[2].endswith("Two copies.")


def test_its_lines_stay_together() -> None:
    content = closing(formpen())
    assert [has((each,), "w:keepNext") for each in content] == [True] * (len(content) - 1) + [False]


def test_a_form_that_nobody_uses_is_kept_all_the_same() -> None:
    book = handbook()
    pen = formpen(replace(order_sheet(), id="other"))
    assert book.uses_by_form.get("other") is None
    assert "Way" not in words_of(closing(pen))


def test_who_fills_is_said_once_for_all_steps() -> None:
    pen = formpen()
    (use,) = pen.ctx.handbook.uses_by_form["order-sheet"][:1]
    said = who_fills_line(pen, (use, use))
    assert said.count("Sales clerk") == 1
    assert said.count("step 1") == 2
    assert who_fills_line(pen, ()) == ""
