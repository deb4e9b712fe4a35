"""The sheet of paper, and where one section ends."""

from __future__ import annotations

import pytest
from nodes import has, one, tags, value

from generator.renderers.word.ooxml.node import Node
from generator.renderers.word.ooxml.page import A4, Sheet, section, section_break

REFERENCE = Node("w:headerReference", {"w:type": "default", "r:id": "rId1"})


@pytest.mark.parametrize("across", [False, True])
def test_a_sheet_is_a4_whichever_way_it_lies(across: bool) -> None:
    size = one(section(Sheet(across=across), ()), "w:pgSz").attributes
    width, height = A4[::-1] if across else A4
    assert (size["w:w"], size["w:h"]) == (str(width), str(height))
    assert ("w:orient" in size) == across


def test_the_width_is_what_the_margins_leave() -> None:
    sheet = Sheet(left=1000, right=500)
    assert sheet.width == A4[0] - 1500


def test_a_section_has_its_frame_its_sheet_and_its_margins() -> None:
    (made,) = section(Sheet(top=1, bottom=2, left=3, right=4, edge=5), (REFERENCE,))
    assert tags(made.children) == ["w:headerReference", "w:type", "w:pgSz", "w:pgMar"]
    assert list(one((made,), "w:pgMar").attributes.values()) == ["1", "4", "2", "3", "5", "5", "0"]


def test_a_break_is_a_paragraph_that_takes_no_room() -> None:
    made = section_break(Sheet(), (REFERENCE,))
    assert tags(made) == ["w:p"]
    assert tags(made[0].children[0].children) == ["w:spacing", "w:sectPr"]
    assert value(made, "w:spacing", "w:line") == "20"
    assert has(made, "w:headerReference")
