"""Nodes are written as XML that says the same when it is read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from generator.renderers.word.ooxml.node import XmlNode
from generator.renderers.word.ooxml.xml import W14, W, elements, part, written

XML_TEXT = st.text(
    st.characters(exclude_categories=("Cs",), exclude_characters="\ufffe\uffff", min_codepoint=32)
)


@given(XML_TEXT, XML_TEXT)
@pytest.mark.promise("T15")
def test_texts_and_attributes_come_back_as_they_were(text: str, value: str) -> None:
    root = etree.fromstring(written(part("body", [XmlNode("w:t", {"w:val": value}, text=text)])))
    assert root[0].text == (text or None)
    assert root[0].get(f"{{{W}}}val") == value


@pytest.mark.parametrize("value", ["a\nb", "a\tb", "\"<&>'", "＜w:p＞"])
def test_line_ends_tabs_and_markup_in_attributes_come_back(value: str) -> None:
    root = etree.fromstring(written(part("body", [XmlNode("w:tag", {"w:val": value})])))
    assert root[0].get(f"{{{W}}}val") == value


def test_a_part_declares_its_namespaces_once_and_what_word_may_skip() -> None:
    raw = written(part("body", [XmlNode("w14:checkbox", {}, (XmlNode("w14:checked"),))]))
    assert raw.startswith(b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>')
    assert raw.count(W14.encode()) == 1
    assert b'mc:Ignorable="w14 w15"' in raw
    assert etree.fromstring(raw)[0][0].tag == f"{{{W14}}}checked"


@pytest.mark.parametrize("character", ["\0", "\x0b", "\x1f", "\ufffe", "\ud800"])
@pytest.mark.parametrize("place", ["text", "attribute"])
def test_a_character_that_no_xml_can_hold_is_a_fault(character: str, place: str) -> None:
    node = (
        XmlNode("w:t", text=character)
        if place == "text"
        else XmlNode("w:tag", {"w:val": character})
    )
    with pytest.raises(ValueError, match=rf"U\+{ord(character):04X}"):
        written(part("body", [node]))


def test_an_element_of_no_namespace_is_a_fault() -> None:
    with pytest.raises(ValueError, match="unknown:p"):
        written(part("body", [XmlNode("w:p", {}, (XmlNode("unknown:p"),))]))


def test_nodes_become_elements_for_documents_of_others() -> None:
    first, second = elements((XmlNode("w:p"), XmlNode("w:tbl")))
    assert first.tag == f"{{{W}}}p"
    assert second.tag == f"{{{W}}}tbl"
