"""What stands upright and what lies across in one body, with as few sections as can be."""

from __future__ import annotations

import pytest
from nodes import tags, values
from word import pen

from generator.renderers.word.ooxml.node import Nodes
from generator.renderers.word.ooxml.page import Sheet
from generator.renderers.word.ooxml.table import Cell, Grid, row, table
from generator.renderers.word.ooxml.text import paragraph, run
from generator.renderers.word.setting.flow import Piece, body_of, turned

ONE = paragraph(run("x"))


def orientations(pieces: list[Piece]) -> list[bool]:
    found = body_of(pen(), pieces)
    widths = values(found, "w:pgSz", "w:w")
    return [int(each) > 12_000 for each in widths]


@pytest.mark.parametrize(
    ("lying", "sections"),
    [("u", "u"), ("uu", "u"), ("ulu", "ulu"), ("ullu", "ulu"), ("ll", "l"), ("uullu", "ulu")],
)
def test_neighbours_of_one_kind_share_a_section(lying: str, sections: str) -> None:
    pieces = [Piece((ONE,), each == "l") for each in lying]
    assert orientations(pieces) == [each == "l" for each in sections]


def test_a_piece_without_anything_makes_no_page() -> None:
    empty: Nodes = ()
    assert orientations([Piece((ONE,)), Piece((empty,), lying=True), Piece(()), Piece((ONE,))]) == [
        False
    ]


def test_all_sections_but_the_last_end_in_a_paragraph() -> None:
    found = body_of(pen(), [Piece((ONE,)), Piece((ONE,), lying=True)])
    assert tags(found) == ["w:p", "w:p", "w:p", "w:sectPr"]


def test_tables_of_neighbours_do_not_become_one() -> None:
    grid = Grid(widths=(9,), title="", description="")
    made = table(grid, [row(grid, [Cell(content=ONE)])])
    found = body_of(pen(), [Piece((made,)), Piece((made,))])
    assert tags(found) == ["w:tbl", "w:p", "w:tbl", "w:sectPr"]


def test_a_sheet_that_is_turned_keeps_its_binding() -> None:
    sheet = Sheet(top=1, bottom=2, left=3, right=4)
    found = turned(sheet)
    assert (found.across, found.top, found.bottom, found.left, found.right) == (True, 3, 4, 2, 1)
    assert found.size == sheet.size[::-1]
