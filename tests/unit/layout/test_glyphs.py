"""Which characters the carried fonts draw: what the tables say is what the fonts do."""

from __future__ import annotations

import unicodedata

import pytest

from generator.layout import is_everyday, undrawn
from generator.renderers.png import svg_to_png

NAMES = "囍喆堃犇镕過額𠮷㛃䶮"


def picture(text: str) -> bytes:
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40">'
        '<rect width="40" height="40" fill="#fff"/>'
        f'<text x="4" y="30" font-size="28" font-family="Handbook Sans SC">{text}</text></svg>'
    )
    return svg_to_png(svg.encode(), 96)


def gbk() -> str:
    pairs = (bytes((lead, trail)) for lead in range(0x81, 0xFF) for trail in range(0x40, 0xFF))
    text = "".join(pair.decode("gbk", errors="ignore") for pair in pairs)
    return "".join(char for char in text if char not in "\ue7c7\x7f\ufffd")


def test_all_ideographs_of_gbk_are_drawn() -> None:
    ideographs = [char for char in gbk() if "\u3400" <= char <= "\u9fff"]
    assert len(set(ideographs)) >= 20_902
    assert undrawn("".join(ideographs)) == ""


def test_what_is_not_drawn_is_told_once_and_in_order() -> None:
    assert undrawn("送\U0001f4e6货ا\U0001f4e6") == "\U0001f4e6ا"


def test_invisible_characters_and_blanks_are_no_boxes() -> None:
    assert undrawn("a\u200bb\ufe0fc\n\t\u3000d\u200d") == ""


def blanks() -> str:
    """Blanks, and what Unicode lets programs leave out (Default_Ignorable_Code_Point)."""
    kinds = {"Cf", "Zs"}
    found = [chr(each) for each in range(0xA0, 0x20000) if unicodedata.category(chr(each)) in kinds]
    return "".join(found) + "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180f\u3164\ufe00\ufe0f\uffa0"


def test_a_box_is_told_of_every_blank_that_is_drawn_as_one() -> None:
    nothing = picture("")
    drawn = {char for char in blanks() if picture(char) != nothing}
    assert {"\u115f", "\u1680", "\u3164", "\uffa0"} <= drawn
    assert set(undrawn(blanks())) == drawn


@pytest.mark.parametrize("char", NAMES)
def test_a_rare_name_is_drawn_and_no_box(char: str) -> None:
    assert undrawn(char) == ""
    assert picture(char) != picture("\U0001f4e6")


def test_the_large_font_is_read_where_a_character_needs_it() -> None:
    assert is_everyday("客户投诉处理 Order no. 5：①、②")
    assert not is_everyday("镕")
