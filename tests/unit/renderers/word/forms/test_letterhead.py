"""The head of a form says whose it is, what it is called, which version; drafts say so first."""

from __future__ import annotations

from dataclasses import replace

from formpen import formpen, text
from forms import context, handbook, order_sheet
from nodes import has, parts

from generator.renderers.word.forms.letterhead import frame, letterhead
from generator.renderers.word.forms.pen import FormPen
from generator.renderers.word.forms.styles import STYLES
from generator.renderers.word.ooxml.document import WordDocument
from generator.renderers.word.ooxml.house import House
from generator.renderers.word.ooxml.node import Nodes, words_of
from generator.renderers.word.ooxml.properties import Properties


def head(pen: FormPen) -> Nodes:
    return letterhead(pen, WordDocument(House(), STYLES, english=True, protected=True))


def draft() -> FormPen:
    form = order_sheet()
    newest = replace(form.revisions[0], approved=None, effective=None)
    return formpen(replace(form, revisions=(newest, *form.revisions[1:])))


def addressed() -> FormPen:
    found = handbook()
    settings = replace(found.settings, address="https://hb.example.com")
    return formpen(ctx=context(replace(found, settings=settings)))


def test_company_title_and_document_control() -> None:
    said = words_of(head(formpen()))
    assert said.startswith("Example CompanyOrder sheet")
    for label, value in (
        ("Code", "FM-01-01"),
        ("Version", "V1.0"),
        ("In force from", "2026-11-25"),
        ("Owning unit", "Shop"),
        ("Owner", "Sales clerk"),
        ("Edition", "First edition"),
    ):
        assert f"{label}{value}" in said
    assert "* must be filled in; a grey ground is worked out." in said
    assert "This is a draft" not in said


def test_instructions_stand_before_the_legend() -> None:
    form = replace(order_sheet(), instructions=text("One sheet an order."))
    said = words_of(head(formpen(form)))
    assert said.index("How to fill it in: One sheet an order.") < said.index("* must be filled in")
    bare = words_of(head(formpen(replace(form, instructions=None))))
    assert "How to fill it in" not in bare


def test_a_draft_says_so_before_anything_else_to_read() -> None:
    said = words_of(head(draft()))
    warning = "This is a draft. It has not been approved and is not in force."
    assert said.index(warning) < said.index("* must be filled in")


def test_an_address_is_printed_as_a_link_and_as_a_code() -> None:
    made = head(addressed())
    said = words_of(made)
    address = "https://hb.example.com/forms/order-sheet.html"
    assert f'Newest version and explanations:  HYPERLINK "{address}"' in said
    assert said.count(address) == 2  # where it leads to, and as it is read
    assert has(made, "w:drawing")
    assert not has(head(formpen()), "w:drawing")


def test_every_page_says_form_version_edition_and_number() -> None:
    from datetime import date

    for pen, state in (
        (formpen(), "FM-01-01  V1.0  FOR TRIAL<"),
        (draft(), "FM-01-01  V1.0  DRAFT"),
    ):
        document = WordDocument(House(), STYLES, english=True, protected=True)
        frame(pen, document)
        known = Properties(
            title="t", subject="s", creator="c", language="en", dated=date(2026, 1, 1)
        )
        files = {name: raw.decode() for name, raw in parts(document.finish((), known)).items()}
        header = next(text for name, text in files.items() if name.startswith("word/header"))
        footer = next(text for name, text in files.items() if name.startswith("word/footer"))
        assert state in header
        assert "Example Company  Order sheet" in header
        assert "First edition" in footer
        assert "NUMPAGES" in footer
