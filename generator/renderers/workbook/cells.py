"""Puts texts into cells: never as a formula, never cut off in silence, with a link if there is one.

Excel cuts a text at 32,767 characters and a sheet's name at 31; both happen here, in the open.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from unicodedata import east_asian_width

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from generator.document.blocks import Badge, Inlines, Link, Target, text_of

LONGEST_TEXT = 32_767
LONGEST_NAME = 31
LONGEST_ADDRESS = 2_000
LINE_HEIGHT = 14.5
TALLEST = 400.0
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_WEB = ("http://", "https://", "mailto:")
_RESERVED = "history"  # Excel keeps this name for itself


def sheet_names(wanted: Iterable[str]) -> tuple[str, ...]:
    """Return names that Excel takes, in the same order, no two alike."""
    taken: set[str] = {_RESERVED}
    names = []
    for title in wanted:
        clean = _FORBIDDEN.sub(" ", title).strip().strip("'") or "Sheet"
        name, number = clean[:LONGEST_NAME].rstrip(), 1
        while name.casefold() in taken:
            number += 1
            name = f"{clean[: LONGEST_NAME - 4].rstrip()} ({number})"
        taken.add(name.casefold())
        names.append(name)
    return tuple(names)


def fitting(text: str, cut: str) -> str:
    """Return a text that fits into a cell; `cut` says at its end that something is missing."""
    # Excel counts UTF-16 units: a character beyond the first plane counts twice.
    if len(text.encode("utf-16-le")) // 2 <= LONGEST_TEXT:
        return text
    room = LONGEST_TEXT - len(cut)
    return text.encode("utf-16-le")[: 2 * room].decode("utf-16-le", "ignore") + cut


def web_address(address: str) -> str:
    """Return an address that a cell may lead to, else nothing."""
    return address if address.startswith(_WEB) and len(address) <= LONGEST_ADDRESS else ""


@lru_cache(maxsize=4096)  # titles of roles and steps come again and again
def columns_of(text: str) -> int:
    """Return how many columns of a fixed-width font the longest line of a text takes."""
    wide = ("W", "F")
    return max(
        (sum(1 + (east_asian_width(c) in wide) for c in line) for line in text.split("\n")),
        default=0,
    )


def row_height(texts: Iterable[tuple[str, float]]) -> float:
    """Return the height in points of a row with texts in columns of these widths.

    WPS and LibreOffice do not always fit the height of wrapped text by themselves.
    """
    lines = max((_lines(text, width) for text, width in texts), default=1)
    return min(TALLEST, LINE_HEIGHT * lines + 2)


def _lines(text: str, width: float) -> int:
    room = max(1, int(width) - 1)
    return sum(max(1, -(-columns_of(line) // room)) for line in text.split("\n"))


class CellWriter:
    """Writes inlines into the cells of a sheet; `address` turns targets into whole addresses."""

    def __init__(self, sheet: Worksheet, address: Callable[[Target], str], cut: str) -> None:
        self._sheet = sheet
        self._address = address
        self._cut = cut

    def inlines(
        self, row: int, column: int, inlines: Inlines, style: Format, linked: Format
    ) -> None:
        """Write a text; where just one piece of it leads somewhere, the cell does."""
        targets = [
            each.target for each in inlines if isinstance(each, Link | Badge) and each.target
        ]
        address = web_address(self._address(targets[0])) if len(targets) == 1 else ""
        self.text(row, column, text_of(inlines), linked if address else style, address)

    def text(self, row: int, column: int, text: str, style: Format, address: str = "") -> None:
        """Write a text as what it is, digits as a number."""
        said = fitting(text, self._cut)
        if not said:
            self._sheet.write_blank(row, column, None, style)
        elif address:
            self._sheet.write_url(row, column, address, style, said)
        elif said.isascii() and said.isdigit() and len(said) < 10 and said == str(int(said)):  # noqa: PLR2004
            self._sheet.write_number(row, column, int(said), style)
        else:
            self._sheet.write_string(row, column, said, style)
