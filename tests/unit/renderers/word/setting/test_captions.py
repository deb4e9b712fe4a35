"""Captions are counted by Word, and their numbers are already right."""

from __future__ import annotations

import pytest
from nodes import has, one, value
from word import pen

from generator.renderers.word.ooxml.node import within, words_of
from generator.renderers.word.setting.captions import (
    FIGURE,
    TABLE,
    caption,
    caption_mark,
    reference,
)


def test_figures_and_tables_are_counted_apart() -> None:
    made = pen()
    said = [
        words_of(caption(made, kind, "T", f"x/{at}", above=False))
        for at, kind in enumerate((FIGURE, TABLE, FIGURE))
    ]
    figure, table = made.say("Figure"), made.say("Table")
    assert [each.split("SEQ")[0].split()[0] for each in said] == [figure, table, figure]
    assert made.captions == {FIGURE: 2, TABLE: 1}


def test_a_caption_says_its_label_number_and_title_in_a_place() -> None:
    made = pen()
    content = caption(made, TABLE, "Goods", "x", above=True)
    assert value(content, "w:bookmarkStart", "w:name") == caption_mark(TABLE, "x")
    shown = "".join(each.text for each in within(content, "w:t"))
    assert shown == f"{made.say('Table')} 1  Goods"
    assert one(content, "w:instrText").text.strip() == "SEQ Table \\* ARABIC"


@pytest.mark.parametrize("above", [False, True])
def test_only_a_caption_above_stays_with_what_follows(above: bool) -> None:
    assert has(caption(pen(), TABLE, "T", "x", above=above), "w:keepNext") == above


def test_a_reference_asks_for_the_place_of_its_caption() -> None:
    made = reference(FIGURE, "process/x")
    assert one(made, "w:instrText").text.split()[1] == caption_mark(FIGURE, "process/x")


def test_figures_and_tables_of_one_name_have_places_of_their_own() -> None:
    assert caption_mark(FIGURE, "x") != caption_mark(TABLE, "x")
    assert len(caption_mark(FIGURE, "x" * 99)) <= 40
