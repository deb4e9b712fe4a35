"""A Word document for print has the styles and the lists of print."""

from __future__ import annotations

from io import BytesIO

from docx import Document
from nodes import parts
from word import pen, printed

from generator.renderers.word.ooxml.house import House
from generator.renderers.word.ooxml.text import paragraph, run
from generator.renderers.word.setting.flow import Piece
from generator.renderers.word.setting.styles import PRINT_STYLES


def test_it_is_unprotected_and_has_the_styles_of_print() -> None:
    raw = printed(pen(), [Piece((paragraph(run("x")),))])
    assert b"documentProtection" not in parts(raw)["word/settings.xml"]
    ids = {each.style_id for each in Document(BytesIO(raw)).styles}
    assert {each.id for each in PRINT_STYLES} <= ids


def test_lists_are_real_unless_a_base_document_has_its_own() -> None:
    out = BytesIO()
    Document().save(out)
    assert pen().document.has_bullets
    assert not pen(House(base=out.getvalue())).document.has_bullets
