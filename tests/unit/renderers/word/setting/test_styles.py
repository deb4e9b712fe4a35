"""The styles of print: every one that is asked for by name is there."""

from __future__ import annotations

from generator.renderers.word.ooxml.house import House
from generator.renderers.word.ooxml.styles import shared_styles
from generator.renderers.word.setting.styles import BODY, CAPTION, CELL, HEAD, PRINT_STYLES, SMALL


def test_the_names_that_others_use_are_styles() -> None:
    known = {each.id for each in PRINT_STYLES}
    assert {BODY, CAPTION, CELL, HEAD, SMALL} <= known


def test_no_style_is_there_twice() -> None:
    ids = [each.id for each in (*shared_styles(House()), *PRINT_STYLES)]
    assert len(set(ids)) == len(ids)


def test_no_text_in_print_is_smaller_than_eight_and_a_half_points() -> None:
    assert min(each.size for each in PRINT_STYLES) >= 17
