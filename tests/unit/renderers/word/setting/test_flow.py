"""Portrait and landscape follow each other without an empty page between them."""

from __future__ import annotations

from nodes import values
from word import framed

from generator.renderers.word.ooxml.node import words_of
from generator.renderers.word.ooxml.page import Sheet
from generator.renderers.word.ooxml.text import paragraph, run
from generator.renderers.word.setting.flow import Piece, body_of, turned


def piece(text: str, *, landscape: bool = False) -> Piece:
    return Piece((paragraph(run(text)),), landscape)


def test_a_turned_sheet_keeps_its_binding_edge() -> None:
    sheet = Sheet(top=1, bottom=2, left=3, right=4)
    over = turned(sheet)
    assert over.landscape
    assert (over.top, over.bottom, over.left, over.right) == (3, 4, 2, 1)


def test_neighbours_of_one_kind_share_a_section() -> None:
    made = framed()
    body = body_of(
        made, [piece("a"), piece("b"), piece("c", landscape=True), piece("d"), piece("e")]
    )
    assert words_of(body) == "abcde"
    widths = values(body, "w:pgSz", "w:w")
    assert widths == ["11906", "16838", "11906"]


def test_pieces_without_anything_make_no_section() -> None:
    body = body_of(framed(), [piece("a"), Piece(((),), landscape=True), piece("b")])
    assert len(values(body, "w:pgSz", "w:w")) == 1


def test_each_kind_of_page_has_its_own_header() -> None:
    made = framed()
    body = body_of(made, [piece("a"), piece("b", landscape=True)])
    portrait, landscape = (
        [each.attributes["r:id"] for each in references if each.tag == "w:headerReference"]
        for references in (made.references, made.landscape_references)
    )
    assert values(body, "w:headerReference", "r:id") == [*portrait, *landscape]
    assert portrait != landscape
