"""The sheet of paper: A4, upright or across, with its header and footer."""

from __future__ import annotations

from dataclasses import dataclass

A4 = (11906, 16838)  # twips


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """An A4 page; margins in twips. The left one leaves room for the binding."""

    across: bool = False
    top: int = 1247
    bottom: int = 964
    left: int = 1134
    right: int = 850
    edge: int = 567

    @property
    def size(self) -> tuple[int, int]:
        """Width and height."""
        short, long = A4
        return (long, short) if self.across else (short, long)

    @property
    def width(self) -> int:
        """The width between the margins."""
        return self.size[0] - self.left - self.right


def section(sheet: Sheet, references: str) -> str:
    """Return the section properties; header and footer references are repeated in each section."""
    width, height = sheet.size
    turned = ' w:orient="landscape"' if sheet.across else ""
    return (
        f'<w:sectPr>{references}<w:type w:val="nextPage"/>'
        f'<w:pgSz w:w="{width}" w:h="{height}"{turned}/>'
        f'<w:pgMar w:top="{sheet.top}" w:right="{sheet.right}" w:bottom="{sheet.bottom}" '
        f'w:left="{sheet.left}" w:header="{sheet.edge}" w:footer="{sheet.edge}" w:gutter="0"/>'
        "</w:sectPr>"
    )


def section_break(sheet: Sheet, references: str) -> str:
    """Return the paragraph that ends a section; it takes no room worth speaking of."""
    tiny = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
    return f"<w:p><w:pPr>{tiny}{section(sheet, references)}</w:pPr></w:p>"
