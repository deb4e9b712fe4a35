"""Header, footer and letterhead: document control on every page, the way back on the first."""

from __future__ import annotations

from nodes import has, parts, tags, value, values
from word import framed, pen, printed, without_address

from generator.document.blocks import plain
from generator.renderers.word.ooxml.house import House
from generator.renderers.word.ooxml.node import within, words_of
from generator.renderers.word.ooxml.qr import qr_png
from generator.renderers.word.ooxml.text import paragraph, run
from generator.renderers.word.setting.flow import Piece
from generator.renderers.word.setting.frame import facts_of, letterhead, logo, signatures

ROWS = (("Code", plain("P-01")), ("Owner", plain("店长")))
ADDRESS = "https://handbook.example/x.html"


def test_upright_and_lying_pages_have_a_frame_of_their_width() -> None:
    made = framed()
    assert made.references
    assert made.references != made.lying_references
    raw = parts(printed(made, [Piece((paragraph(run("x")),)), Piece((paragraph(()),), lying=True)]))
    headers = [raw[name].decode() for name in ("word/header1.xml", "word/header2.xml")]
    company = made.ctx.handbook.settings.company.source
    for each in headers:
        assert company in each
        assert "P-01" in each
    assert headers[0] != headers[1]
    assert b"NUMPAGES" in raw["word/footer1.xml"]


def test_a_letterhead_leads_back_to_the_page() -> None:
    made = letterhead(pen(), "标题", ROWS, ADDRESS)
    assert has(made, "w:drawing")
    assert f'HYPERLINK "{ADDRESS}"' in [each.text.strip() for each in within(made, "w:instrText")]
    for said in ("标题", "P-01", "店长"):
        assert said in words_of(made)


def test_without_address_and_logo_there_is_no_table_around_the_title() -> None:
    made = letterhead(pen(), "标题", ROWS, "")
    assert tags(made) == ["w:p", "w:p", "w:p", "w:tbl"]
    assert not has(made, "w:drawing")


def test_a_logo_is_shown_where_the_house_has_one() -> None:
    assert logo(pen()) == ()
    made = letterhead(pen(House(logo=qr_png("x"))), "标题", ROWS, "")
    assert value(made, "wp:docPr", "name") == "Logo"
    assert not has(made, "w:instrText")


def test_places_to_sign_fill_the_width() -> None:
    made = pen()
    content = signatures(made, ("甲", "乙", "丙"))
    assert sum(map(int, values(content, "w:gridCol", "w:w"))) == made.sheet.width
    for title in ("甲", "乙", "丙"):
        assert title in words_of(content)


def test_facts_that_say_nothing_are_left_out() -> None:
    assert facts_of((*ROWS, ("Empty", ()))) == ROWS


def test_a_handbook_that_is_nowhere_can_be_printed() -> None:
    assert letterhead(without_address(pen()), "标题", ROWS, "")
