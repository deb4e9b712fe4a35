"""The pieces of a letterhead: logo, code of the page and link to it, and the count of pages."""

from __future__ import annotations

from generator.renderers.word.ooxml.document import WordDocument
from generator.renderers.word.ooxml.fields import field, page_count, page_number
from generator.renderers.word.ooxml.node import Nodes
from generator.renderers.word.ooxml.picture import Picture, picture, png_ratio
from generator.renderers.word.ooxml.qr import qr_png
from generator.renderers.word.ooxml.text import RunFormat, run

SIDE = 1560  # twips: the code with a rim
LOGO_HEIGHT = 14.0  # millimetres
_LOGO_WIDTH = 25.0
_CODE = 19.0
PAGE, COUNT = "\0", "\1"


def code(document: WordDocument, address: str, *, number: int, description: str) -> Nodes:
    """Return the QR code of an address."""
    return picture(
        Picture(
            relation=document.add_picture(qr_png(address)),
            number=number,
            name="QR",
            description=description,
            width=_CODE,
            height=_CODE,
        )
    )


def logo(
    document: WordDocument,
    raw: bytes,
    *,
    number: int,
    description: str,
    height: float = LOGO_HEIGHT,
) -> Nodes:
    """Return a company's logo, at most as high as `height` and as wide as goes with it."""
    ratio = png_ratio(raw)
    width = min(_LOGO_WIDTH * height / LOGO_HEIGHT, height * ratio)
    return picture(
        Picture(
            relation=document.add_picture(raw),
            number=number,
            name="Logo",
            description=description,
            width=width,
            height=width / ratio,
        )
    )


def link(address: str) -> Nodes:
    """Return an address that leads where it says; for plain addresses only.

    A field, not a relationship: some readers refuse documents that point outside.
    """
    look = RunFormat(style="Hyperlink")
    return field(f'HYPERLINK "{address}"', run(address, look), look)


def pages(said: str) -> Nodes:
    """Return a sentence with the number of the page for PAGE and that of all pages for COUNT."""
    before, _, rest = said.partition(PAGE)
    between, _, after = rest.partition(COUNT)
    return run(before) + page_number() + run(between) + page_count() + run(after)
