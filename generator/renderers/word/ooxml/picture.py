"""Pictures in the line of text, with the words that stand for them."""

from __future__ import annotations

import struct
from dataclasses import dataclass

from generator.renderers.word.ooxml.node import Nodes, XmlNode
from generator.renderers.word.ooxml.xml import PIC

EMU_PER_MM = 36_000
_NO_ROOM = {"distT": "0", "distB": "0", "distL": "0", "distR": "0"}
_SVG_URI = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
_PNG = b"\x89PNG\r\n\x1a\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture of a part already in the package; width and height in millimetres.

    `vector` is the relationship of the same picture as SVG: Word 2016 and later take that one.
    """

    relation: str
    number: int
    name: str
    description: str
    width: float
    height: float
    vector: str = ""


def picture(shown: Picture) -> Nodes:
    """Return a run with the picture."""
    size = {
        "cx": str(int(shown.width * EMU_PER_MM)),
        "cy": str(int(shown.height * EMU_PER_MM)),
    }
    name = {"id": str(shown.number), "name": shown.name, "descr": shown.description}
    drawn = XmlNode(
        "pic:pic",
        {},
        (
            XmlNode("pic:nvPicPr", {}, (XmlNode("pic:cNvPr", name), XmlNode("pic:cNvPicPr"))),
            _fill(shown),
            _shape(size),
        ),
    )
    graphic = XmlNode("a:graphic", {}, (XmlNode("a:graphicData", {"uri": PIC}, (drawn,)),))
    inline = XmlNode(
        "wp:inline", _NO_ROOM, (XmlNode("wp:extent", size), XmlNode("wp:docPr", name), graphic)
    )
    return (XmlNode("w:r", {}, (XmlNode("w:drawing", {}, (inline,)),)),)


def _fill(shown: Picture) -> XmlNode:
    more: Nodes = ()
    if shown.vector:
        svg = XmlNode("asvg:svgBlip", {"r:embed": shown.vector})
        more = (XmlNode("a:extLst", {}, (XmlNode("a:ext", {"uri": _SVG_URI}, (svg,)),)),)
    blip = XmlNode("a:blip", {"r:embed": shown.relation}, more)
    return XmlNode("pic:blipFill", {}, (blip, XmlNode("a:stretch", {}, (XmlNode("a:fillRect"),))))


def _shape(size: dict[str, str]) -> XmlNode:
    place = XmlNode("a:xfrm", {}, (XmlNode("a:off", {"x": "0", "y": "0"}), XmlNode("a:ext", size)))
    outline = XmlNode("a:prstGeom", {"prst": "rect"}, (XmlNode("a:avLst"),))
    return XmlNode("pic:spPr", {}, (place, outline))


def png_ratio(raw: bytes) -> float:
    """Return width by height of a PNG; 1.0 for what is no PNG (its first chunk is IHDR)."""
    if not raw.startswith(_PNG) or len(raw) < len(_PNG) + 16:
        return 1.0
    width, height = struct.unpack(">II", raw[16:24])
    return width / height if height else 1.0
