"""Every page of a document says whose it is, in which version, and how many there are."""

from __future__ import annotations

from nodes import has, parts, value, values
from word import framed, pen, printed, without_address

from generator.document.blocks import plain
from generator.renderers.word.ooxml.node import within, words_of
from generator.renderers.word.ooxml.text import paragraph, run
from generator.renderers.word.setting.flow import Piece
from generator.renderers.word.setting.frame import facts_of, letterhead, logo, signatures


def test_header_and_footer_carry_document_control() -> None:
    made = framed()
    texts = {
        name: raw.decode()
        for name, raw in parts(printed(made, [Piece((paragraph(run("x")),))])).items()
    }
    header = next(text for name, text in texts.items() if name.startswith("word/header"))
    footer = next(text for name, text in texts.items() if name.startswith("word/footer"))
    settings = made.ctx.handbook.settings
    assert made.ctx.phrases.plain(settings.company) in header
    assert "标题" in header
    assert "P-01" in header
    assert settings.edition is not None
    assert settings.edition.date.isoformat() in footer
    assert "PAGE" in footer
    assert "NUMPAGES" in footer
    assert sum(name.startswith("word/header") for name in texts) == 2  # portrait and landscape


def test_the_letterhead_leads_to_the_newest_version() -> None:
    rows = (("编号", plain("P-01")),)
    made = letterhead(pen(), "投诉处理", rows, "https://hb.example.com/p.html")
    said = words_of(made)
    assert "投诉处理" in said
    assert "编号P-01" in said
    assert "https://hb.example.com/p.html" in said
    assert has(made, "w:drawing")  # the code to scan


def test_without_an_address_there_is_no_code_and_no_empty_column() -> None:
    made = letterhead(without_address(pen()), "投诉处理", (), "")
    assert not has(made, "w:drawing")
    assert not has(made, "w:tbl")
    assert logo(pen()) == ()


def test_places_to_sign_share_the_width_and_are_high_enough() -> None:
    made = pen()
    content = signatures(made, ("Name", "Date", "Stamp"))
    widths = [int(each) for each in values(content, "w:gridCol", "w:w")]
    assert sum(widths) == made.sheet.width
    assert max(widths) - min(widths) < 3
    assert [words_of((cell,)).rstrip(":： ") for cell in within(content, "w:tc")] == [
        "Name", "Date", "Stamp",
    ]  # fmt: skip
    assert value(content, "w:trHeight") == "700"


def test_facts_that_say_nothing_are_left_out() -> None:
    assert facts_of((("a", plain("b")), ("c", ()), ("d", plain("")))) == (("a", plain("b")),)
