"""Diagrams on paper: the vector picture for Word, a picture of it for every other program."""

from __future__ import annotations

from generator.document.blocks import Figure
from generator.renderers.word.ooxml.node import Nodes, joined
from generator.renderers.word.ooxml.picture import Picture, picture
from generator.renderers.word.ooxml.text import ParagraphFormat, paragraph
from generator.renderers.word.setting.captions import FIGURE, caption
from generator.renderers.word.setting.pen import Drawn, Pen

_TWIPS_PER_MM = 1440 / 25.4
_CAPTION_HEIGHT = 36.0  # millimetres for a heading and a line above and the caption below
_CENTRED = ParagraphFormat(align="center", keep_next=True)


def figure(pen: Pen, block: Figure) -> Nodes:
    """Return a diagram with its caption, one picture for each of its sheets."""
    sheets = pen.drawings(block)
    parts = []
    for number, drawn in enumerate(sheets, start=1):
        title = block.title
        if len(sheets) > 1:
            title = pen.say(
                "{title}, sheet {number} of {count}", title=title, number=number, count=len(sheets)
            )
        name = f"{block.kind}/{block.id}" if number == 1 else f"{block.kind}/{block.id}/{number}"
        described = f"{title}{pen.say(': ')}{block.description}"
        parts.append(paragraph(_inline(pen, drawn, title, described), "", _CENTRED))
        parts.append(caption(pen, FIGURE, title, name, above=False))
    return joined(parts)


def _inline(pen: Pen, drawn: Drawn, title: str, described: str) -> Nodes:
    """Return a run with both pictures, as large as the page has room for."""
    room = pen.sheet.width / _TWIPS_PER_MM
    height = pen.sheet.size[1] - pen.sheet.top - pen.sheet.bottom
    scale = min(1.0, room / drawn.width, (height / _TWIPS_PER_MM - _CAPTION_HEIGHT) / drawn.height)
    return picture(
        Picture(
            relation=pen.document.add_picture(drawn.png),
            vector=pen.document.add_svg(drawn.svg),
            number=next(pen.pictures),
            name=title,
            description=described,
            width=drawn.width * scale,
            height=drawn.height * scale,
        )
    )
