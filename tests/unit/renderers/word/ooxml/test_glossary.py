"""The prompts that Word shows again when a field is emptied."""

from __future__ import annotations

import re

from lxml import etree

from generator.renderers.word.ooxml.glossary import glossary, guid
from generator.renderers.word.ooxml.xml import W

SPACE = {"w": W}
PROMPTS = {"Prompt1": "填写“名称”", "Prompt2": "choose"}


def root(*, chinese: bool = True) -> etree._Element:
    return etree.fromstring(glossary(PROMPTS, chinese=chinese))


def test_each_prompt_is_a_building_block_under_its_name() -> None:
    names = root().xpath("//w:docPartPr/w:name/@w:val", namespaces=SPACE)
    texts = ["".join(each.itertext()) for each in root().iterfind(".//w:docPartBody", SPACE)]
    assert dict(zip(names, texts, strict=True)) == PROMPTS


def test_a_block_is_a_placeholder_in_the_style_of_prompts() -> None:
    kinds = root().xpath("//w:types/w:type/@w:val", namespaces=SPACE)
    assert kinds == ["bbPlcHdr"] * 2
    styles = root().xpath("//w:docPartBody//w:rStyle/@w:val", namespaces=SPACE)
    assert styles == ["PlaceholderText"] * 2


def test_chinese_prompts_have_the_marks_of_chinese() -> None:
    assert root().xpath("count(//w:rFonts[@w:hint='eastAsia'])", namespaces=SPACE) == 1


def test_a_guid_follows_from_its_text_and_has_the_shape_of_one() -> None:
    assert guid("a") == guid("a") != guid("b")
    pattern = r"\{[0-9A-F]{8}-[0-9A-F]{4}-8[0-9A-F]{3}-A[0-9A-F]{3}-[0-9A-F]{12}\}"
    assert re.fullmatch(pattern, guid("a"))
