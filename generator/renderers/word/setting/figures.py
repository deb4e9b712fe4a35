"""Diagrams on paper: the vector picture for Word, a picture of it for every other program."""

from __future__ import annotations

from generator.document.blocks import Figure
from generator.renderers.word.ooxml.picture import EMU_PER_MM
from generator.renderers.word.ooxml.text import Setting, paragraph
from generator.renderers.word.ooxml.xml import PIC, A, attribute
from generator.renderers.word.setting.captions import FIGURE, caption
from generator.renderers.word.setting.pen import Drawn, Pen

_TWIPS_PER_MM = 1440 / 25.4
_CAPTION_HEIGHT = 36.0  # millimetres for a heading and a line above and the caption below
_SVG_BLIP = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
_SVG_URI = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
_CENTRED = Setting(align="center", keep_next=True)


def figure(pen: Pen, block: Figure) -> str:
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
    return "".join(parts)


def _inline(pen: Pen, drawn: Drawn, title: str, described: str) -> str:
    """Return a run with both pictures; Word 2016 and later take the vector one."""
    room = pen.sheet.width / _TWIPS_PER_MM
    upright = pen.sheet.size[1] - pen.sheet.top - pen.sheet.bottom
    scale = min(1.0, room / drawn.width, (upright / _TWIPS_PER_MM - _CAPTION_HEIGHT) / drawn.height)
    size = (
        f'cx="{int(drawn.width * scale * EMU_PER_MM)}" '
        f'cy="{int(drawn.height * scale * EMU_PER_MM)}"'
    )
    name = f'id="{next(pen.pictures)}" name="{attribute(title)}" descr="{attribute(described)}"'
    picture = pen.document.add_picture(drawn.png)
    vector = pen.document.add_svg(drawn.svg)
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
        f'<wp:docPr {name}/><a:graphic xmlns:a="{A}"><a:graphicData uri="{PIC}">'
        f'<pic:pic xmlns:pic="{PIC}"><pic:nvPicPr><pic:cNvPr {name}/><pic:cNvPicPr/>'
        f'</pic:nvPicPr><pic:blipFill><a:blip r:embed="{picture}"><a:extLst>'
        f'<a:ext uri="{_SVG_URI}"><asvg:svgBlip xmlns:asvg="{_SVG_BLIP}" r:embed="{vector}"/>'
        "</a:ext></a:extLst></a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
