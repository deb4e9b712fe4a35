"""The house style: colours, fonts and their names on other systems."""

from __future__ import annotations

from generator.model.settings import HouseStyle
from generator.renderers.word.ooxml.house import House, house_of


def test_a_tint_is_an_eighth_of_the_colour() -> None:
    assert House(colour="000000").tint == "E0E0E0"
    assert House(colour="FFFFFF").tint == "FFFFFF"


def test_what_the_settings_leave_out_is_the_default() -> None:
    assert house_of(HouseStyle()) == House()


def test_colours_are_written_as_word_wants_them() -> None:
    assert house_of(HouseStyle(colour="#aa00bb")).colour == "AA00BB"


def test_one_font_serves_text_and_headings() -> None:
    house = house_of(HouseStyle(font="仿宋", latin_font="Georgia"))
    assert (house.font, house.heading_font, house.latin_font) == ("仿宋", "仿宋", "Georgia")
    assert house.other_names == (("仿宋", "FangSong"),)


def test_a_font_without_another_name_has_none() -> None:
    assert House(font="Noto Sans", heading_font="黑体").other_names == (("黑体", "SimHei"),)
