"""The styles of forms: every one that a form asks for is there, and legible."""

from __future__ import annotations

from forms import blank
from nodes import parsed

from generator.renderers.word.forms.styles import SMALL_SIZE, STYLES, TABLE_SIZE, TEXT_SIZE
from generator.renderers.word.ooxml.xml import W


def test_the_form_of_every_type_uses_each_style() -> None:
    used = set(parsed(blank()).xpath("//w:pStyle/@w:val", namespaces={"w": W}))
    assert {each.id for each in STYLES} <= used


def test_no_text_of_a_form_is_smaller_than_eight_points() -> None:
    assert SMALL_SIZE >= 16
    assert min(each.size for each in STYLES) == SMALL_SIZE
    assert SMALL_SIZE < TABLE_SIZE < TEXT_SIZE
