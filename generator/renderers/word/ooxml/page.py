"""The sheet of paper: A4, in portrait or landscape, with its header and footer."""

from __future__ import annotations

from dataclasses import dataclass

from generator.renderers.word.ooxml.node import Nodes, XmlNode, valued
from generator.renderers.word.ooxml.order import ordered, with_property
from generator.renderers.word.ooxml.text import ParagraphFormat, paragraph

A4 = (11906, 16838)  # twips
_TINY = ParagraphFormat(before=0, after=0, line=20)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """An A4 page; margins in twips. The left one leaves room for the binding."""

    landscape: bool = False
    top: int = 1247
    bottom: int = 964
    left: int = 1134
    right: int = 850
    edge: int = 567

    @property
    def size(self) -> tuple[int, int]:
        """Width and height."""
        short, long = A4
        return (long, short) if self.landscape else (short, long)

    @property
    def width(self) -> int:
        """The width between the margins."""
        return self.size[0] - self.left - self.right


def section(sheet: Sheet, references: Nodes) -> Nodes:
    """Return the section properties; header and footer references are repeated in each section."""
    width, height = sheet.size
    turned = {"w:orient": "landscape"} if sheet.landscape else {}
    margins = {
        "top": sheet.top,
        "right": sheet.right,
        "bottom": sheet.bottom,
        "left": sheet.left,
        "header": sheet.edge,
        "footer": sheet.edge,
        "gutter": 0,
    }
    parts = (
        *references,
        valued("w:type", "nextPage"),
        XmlNode("w:pgSz", {"w:w": str(width), "w:h": str(height), **turned}),
        XmlNode("w:pgMar", {f"w:{side}": str(twips) for side, twips in margins.items()}),
    )
    return (ordered("w:sectPr", parts),)


def section_break(sheet: Sheet, references: Nodes) -> Nodes:
    """Return the paragraph that ends a section; it takes no room worth speaking of."""
    (tiny,) = paragraph((), "", _TINY)
    return (with_property(tiny, "w:pPr", section(sheet, references)[0]),)
