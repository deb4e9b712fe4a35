"""A company's own base document, as Word of another country writes it: other ids, known names."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from docx import Document
from docx.oxml.ns import qn

KEPT = {
    "Normal": "Standard",
    "Heading 1": "berschrift1",
    "Heading 2": "berschrift2",
    "Title": "Titel",
    "Table Grid": "Tabellenraster",
    "Hyperlink": "Link",
    "Caption": "Beschriftung",
}
"""Name of a style → the id that it bears there."""


def base_document() -> bytes:
    """Return a document with a letterhead and few styles."""
    made: Any = Document()
    for style in list(made.styles):
        if style.name not in KEPT:
            style.element.getparent().remove(style.element)
    for style in made.styles:
        style.element.set(qn("w:styleId"), KEPT[style.name])
        for based in style.element.findall(qn("w:basedOn")) + style.element.findall(qn("w:next")):
            style.element.remove(based)
    made.sections[0].header.paragraphs[0].text = "Letterhead of Two Wheels"
    made.sections[0].footer.paragraphs[0].text = "Bank: 12 34 56"
    out = BytesIO()
    made.save(out)
    return out.getvalue()
