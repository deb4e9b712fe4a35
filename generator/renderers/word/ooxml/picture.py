"""Pictures in the line of text, with the words that stand for them."""

from __future__ import annotations

import struct
from dataclasses import dataclass

from generator.renderers.word.ooxml.xml import PIC, A, attribute

EMU_PER_MM = 36_000
_PNG = b"\x89PNG\r\n\x1a\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture of a part already in the package; width and height in millimetres."""

    relation: str
    number: int
    name: str
    description: str
    width: float
    height: float


def picture(shown: Picture) -> str:
    """Return a run with the picture."""
    size = f'cx="{int(shown.width * EMU_PER_MM)}" cy="{int(shown.height * EMU_PER_MM)}"'
    name = f'id="{shown.number}" name="{attribute(shown.name)}"'
    described = f'{name} descr="{attribute(shown.description)}"'
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
        f'<wp:docPr {described}/><a:graphic xmlns:a="{A}"><a:graphicData uri="{PIC}">'
        f'<pic:pic xmlns:pic="{PIC}"><pic:nvPicPr><pic:cNvPr {described}/><pic:cNvPicPr/>'
        f'</pic:nvPicPr><pic:blipFill><a:blip r:embed="{shown.relation}"/>'
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def png_ratio(raw: bytes) -> float:
    """Return width by height of a PNG; 1.0 for what is no PNG (its first chunk is IHDR)."""
    if not raw.startswith(_PNG) or len(raw) < len(_PNG) + 16:
        return 1.0
    width, height = struct.unpack(">II", raw[16:24])
    return width / height if height else 1.0
