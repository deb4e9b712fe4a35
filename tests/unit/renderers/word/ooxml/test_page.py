"""Sheets of paper: A4 portrait or landscape, and the sections that begin them."""

from __future__ import annotations

from nodes import has, one, value

from generator.renderers.word.ooxml.node import XmlNode
from generator.renderers.word.ooxml.page import Sheet, section, section_break

PORTRAIT = Sheet(top=1, bottom=2, left=300, right=400, edge=5)
REFERENCE = (XmlNode("w:headerReference", {"w:type": "default", "r:id": "rId9"}),)


def test_a4_is_turned_in_landscape() -> None:
    assert PORTRAIT.size == (11906, 16838)
    assert Sheet(landscape=True).size == (16838, 11906)
    assert PORTRAIT.width == 11906 - 700


def test_a_section_says_paper_margins_and_its_header() -> None:
    made = section(PORTRAIT, REFERENCE)
    assert one(made, "w:pgSz").attributes == {"w:w": "11906", "w:h": "16838"}
    assert one(made, "w:pgMar").attributes == {
        "w:top": "1", "w:right": "400", "w:bottom": "2", "w:left": "300",
        "w:header": "5", "w:footer": "5", "w:gutter": "0",
    }  # fmt: skip
    assert value(made, "w:type") == "nextPage"
    assert value(made, "w:headerReference", "r:id") == "rId9"


def test_a_landscape_section_says_so() -> None:
    made = section(Sheet(landscape=True), ())
    assert value(made, "w:pgSz", "w:orient") == "landscape"
    assert value(made, "w:pgSz", "w:w") == "16838"


def test_a_section_ends_in_a_paragraph_without_height() -> None:
    (made,) = section_break(PORTRAIT, REFERENCE)
    assert made.tag == "w:p"
    assert has((made,), "w:sectPr")
    assert one((made,), "w:spacing").attributes == {
        "w:before": "0", "w:after": "0", "w:line": "20", "w:lineRule": "exact",
    }  # fmt: skip
