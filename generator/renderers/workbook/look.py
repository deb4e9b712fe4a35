"""How the workbook looks: formats made once, the colours of the letters, the printed page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

FONT = "微软雅黑"
COLOUR = "1F4E79"
LINE = "#BFBFBF"
LINK = "#0B4F8A"
A3, A4 = 8, 9
_LONGEST_HEADER = 255

# Ground and ink of each letter; at least 7:1, and the letter itself is always there.
LETTER_COLOURS: Mapping[str, tuple[str, str]] = {
    "R": ("#CFE2F3", "#0B3A66"),
    "A": ("#FCE0C0", "#6B3300"),
    "C": ("#DDEFD5", "#1F4A12"),
    "I": ("#ECECEC", "#3A3A3A"),
}


class Look:
    """The formats of one workbook, made when first asked for."""

    def __init__(self, book: Workbook, *, font: str, colour: str) -> None:
        self._book = book
        self._font = font
        self._colour = f"#{colour}"
        self._made: dict[tuple[tuple[str, Any], ...], Format] = {}

    def _format(self, **properties: Any) -> Format:
        key = tuple(sorted(properties.items()))
        if key not in self._made:
            plain = {"font_name": self._font, "font_size": 10, "valign": "top"}
            self._made[key] = self._book.add_format({**plain, **properties})
        return self._made[key]

    def title(self) -> Format:
        """Return the look of a sheet's title."""
        return self._format(font_size=14, bold=True, font_color=self._colour, valign="vcenter")

    def remark(self) -> Format:
        """Return the look of the line below the title."""
        return self._format(font_color="#595959")

    def paragraph(self) -> Format:
        """Return the look of running text."""
        return self._format(text_wrap=True)

    def head(self, *, vertical: bool = False) -> Format:
        """Return the look of a column's title, written upwards with `vertical`."""
        edge = {"bold": True, "border": 1, "border_color": LINE, "text_wrap": True}
        if vertical:
            # A light ground: LibreOffice draws links in its own blue.
            ink = {"font_color": self._colour, "bg_color": "#E3EAF1"}
            return self._format(rotation=90, align="center", valign="bottom", **edge, **ink)
        return self._format(font_color="#FFFFFF", bg_color=self._colour, valign="vcenter", **edge)

    def cell(self, *, odd: bool = False, link: bool = False) -> Format:
        """Return the look of a cell; groups of rows take turns in their ground."""
        ground = {"bg_color": "#F5F8FB"} if odd else {}
        leads = {"font_color": LINK, "underline": 1} if link else {}
        return self._format(text_wrap=True, border=1, border_color=LINE, **ground, **leads)

    def group(self, *, link: bool = False) -> Format:
        """Return the look of the row above the steps of a process."""
        ink = LINK if link else "#000000"
        return self._format(
            bold=True,
            bg_color="#E3EAF1",
            font_color=ink,
            border=1,
            border_color=LINE,
            underline=int(link),
        )

    def letter(self) -> Format:
        """Return the look of a letter's cell; its colour follows from what stands in it."""
        return self._format(align="center", valign="vcenter", border=1, border_color=LINE)

    def coloured(self, letter: str) -> Format:
        """Return the colours of a letter, for a conditional format or a legend."""
        ground, ink = LETTER_COLOURS[letter]
        return self._book.add_format({"bg_color": ground, "font_color": ink, "bold": True})


def printed(sheet: Worksheet, *, paper: int, left: str, right: str) -> None:
    """Set a sheet in landscape, one page wide, with a footer that numbers the pages."""
    sheet.set_landscape()
    sheet.set_paper(paper)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    footer = f"&L&8{_escaped(left)}&C&8{_escaped(right)}&R&8&P / &N"
    if len(footer) <= _LONGEST_HEADER:
        sheet.set_footer(footer)


def _escaped(text: str) -> str:
    # In headers and footers `&` begins a code, and digits after a font size belong to it.
    doubled = text.replace("&", "&&")
    return f" {doubled}" if doubled[:1].isdigit() else doubled
