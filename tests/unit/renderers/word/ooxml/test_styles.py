"""The style sheet and the font table that all documents share."""

from __future__ import annotations

import pytest
from lxml import etree

from generator.renderers.word.forms.styles import STYLES as FORM_STYLES
from generator.renderers.word.ooxml.house import House
from generator.renderers.word.ooxml.styles import Style, font_table, stylesheet
from generator.renderers.word.ooxml.xml import W
from generator.renderers.word.setting.styles import PRINT_STYLES

SPACE = {"w": W}
HOUSE = House(colour="AA0000", font="仿宋", heading_font="黑体", latin_font="Georgia")


def sheet(*more: Style) -> etree._Element:
    return etree.fromstring(stylesheet(HOUSE, more))


def found(root: etree._Element, path: str) -> list[str]:
    return [str(each) for each in root.xpath(path, namespaces=SPACE)]


@pytest.mark.parametrize("more", [(), FORM_STYLES, PRINT_STYLES])
def test_every_style_has_an_id_a_name_and_a_base_that_exists(more: tuple[Style, ...]) -> None:
    root = sheet(*more)
    ids, names = found(root, "w:style/@w:styleId"), found(root, "w:style/w:name/@w:val")
    assert len(set(ids)) == len(ids) == len(set(map(str.lower, names)))
    assert {each.id for each in more} <= set(ids)
    assert set(found(root, "//w:basedOn/@w:val")) <= set(ids)
    assert set(found(root, "//w:next/@w:val")) <= set(ids)


def test_each_kind_has_one_default() -> None:
    kinds = found(sheet(), "w:style[@w:default='1']/@w:type")
    assert kinds == ["paragraph", "character", "table"]


def test_the_house_sets_fonts_and_colour() -> None:
    root = sheet()
    fonts = root.find("w:docDefaults/w:rPrDefault/w:rPr/w:rFonts", SPACE)
    assert fonts is not None
    assert [str(each) for each in fonts.attrib.values()] == [
        "Georgia",
        "Georgia",
        "仿宋",
        "Georgia",
    ]
    heading = "w:style[@w:styleId='Heading1']/w:rPr"
    assert found(root, f"{heading}/w:rFonts/@w:eastAsia") == ["黑体"]
    assert found(root, f"{heading}/w:color/@w:val") == ["AA0000"]


def test_headings_have_their_level_and_stay_with_what_follows() -> None:
    root = sheet()
    for level in (1, 2, 3):
        style = f"w:style[@w:styleId='Heading{level}']/w:pPr"
        assert found(root, f"{style}/w:outlineLvl/@w:val") == [str(level - 1)]
        assert root.xpath(f"count({style}/w:keepNext)", namespaces=SPACE) == 1


def test_a_style_says_what_it_is_asked_to() -> None:
    style = Style(
        id="X", name="x", size=18, bold=True, colour="111111", before=5, after=6, align="center"
    )
    (made,) = sheet(style).xpath("w:style[@w:styleId='X']", namespaces=SPACE)
    assert [etree.QName(each).localname for each in made.find("w:rPr", SPACE)] == [
        "b",
        "bCs",
        "color",
        "sz",
        "szCs",
    ]
    assert found(made, "w:pPr/w:spacing/@*") == ["5", "6"]
    assert found(made, "w:pPr/w:jc/@w:val") == ["center"]


def test_the_font_table_knows_fonts_by_their_names_elsewhere() -> None:
    root = etree.fromstring(font_table(HOUSE))
    assert found(root, "w:font/@w:name") == ["仿宋", "黑体", "Georgia"]
    assert found(root, "w:font/w:altName/@w:val") == ["FangSong", "SimHei"]
