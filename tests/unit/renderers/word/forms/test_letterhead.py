"""The head of a form: document control, the code of its page, and the frame of each page."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from formpen import formpen, text
from forms import context, handbook, order_sheet
from nodes import has, parsed, tags, values

from generator.document.context import Context
from generator.renderers.word.forms.letterhead import frame, letterhead
from generator.renderers.word.ooxml.document import WordDocument
from generator.renderers.word.ooxml.house import House
from generator.renderers.word.ooxml.node import Nodes, words_of
from generator.renderers.word.ooxml.page import Sheet, section
from generator.renderers.word.ooxml.properties import Properties
from generator.renderers.word.ooxml.qr import qr_png
from generator.renderers.word.ooxml.xml import W

KNOWN = Properties(title="T", subject="S", creator="C", language="en", dated=date(2026, 12, 1))


def on_the_web(address: str | None) -> Context:
    book = handbook()
    return context(replace(book, settings=replace(book.settings, address=address)))


def document() -> WordDocument:
    return WordDocument(House(), english=True, protected=True)


def head(address: str | None = None, house: House | None = None) -> Nodes:
    return letterhead(formpen(ctx=on_the_web(address), house=house), document())


def test_document_control_is_on_the_first_page() -> None:
    said = words_of(head())
    for each in ("Order sheet", "FM-01-01", "V1.0", "First edition", "Sales clerk"):
        assert each in said


def test_a_form_on_the_web_has_a_code_and_a_link_to_its_page() -> None:
    made = head("https://handbook.example/")
    assert values(made, "wp:docPr", "name") == ["QR"]
    assert "https://handbook.example/forms/order-sheet.html" in words_of(made)
    assert values(made, "w:tblStyle")[0] == "TableNormal"


def test_without_address_and_logo_there_is_neither_code_nor_table_around_the_title() -> None:
    made = head()
    assert not has(made, "w:drawing")
    assert tags(made)[:2] == ["w:p", "w:p"]


def test_a_logo_stands_beside_the_title() -> None:
    assert values(head(house=House(logo=qr_png("x"))), "wp:docPr", "name") == ["Logo"]


def test_columns_of_document_control_fill_the_page() -> None:
    pen = formpen()
    made = letterhead(pen, document())
    assert sum(map(int, values(made, "w:gridCol", "w:w"))) == pen.sheet.width


def test_instructions_and_the_legend_of_marks_come_below() -> None:
    form = replace(order_sheet(), instructions=text("Use a pen."))
    said = words_of(letterhead(formpen(form), document()))
    assert "Use a pen." in said
    assert "must be filled in" in said


def test_a_draft_says_so_on_top() -> None:
    form = order_sheet()
    draft = replace(form, revisions=(replace(form.revision, approved=None),))
    assert "draft" in words_of(letterhead(formpen(draft), document()))
    assert "draft" not in words_of(head())


@pytest.mark.parametrize("across", [False, True])
def test_every_page_says_which_form_and_which_page_it_is(across: bool) -> None:
    made = document()
    pen = formpen().on(Sheet(across=across))
    references = frame(pen, made)
    raw = made.finish(section(pen.sheet, references), KNOWN)
    header = "".join(parsed(raw, "word/header1.xml").itertext())
    footer = "".join(parsed(raw, "word/footer1.xml").itertext())
    assert "FM-01-01  V1.0" in header
    assert "PAGE" in footer
    assert "NUMPAGES" in footer
    stops = parsed(raw, "word/header1.xml").xpath("//@w:pos", namespaces={"w": W})
    assert stops == [str(pen.sheet.width)]
