"""Letters can be told apart and read; pages carry a footer that Excel understands."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook
from xlsxwriter import Workbook
from xlsxwriter.format import Format

from generator.renderers.workbook.look import A4, LETTER_COLOURS, Look, printed


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("letter", LETTER_COLOURS)
def test_letters_can_be_read_on_their_ground(letter: str) -> None:
    ground, ink = map(luminance, LETTER_COLOURS[letter])
    assert (ground + 0.05) / (ink + 0.05) >= 7
    assert len({ground for ground, _ in LETTER_COLOURS.values()}) == 4


def test_one_look_is_one_format() -> None:
    look = Look(Workbook(BytesIO()), font="Arial", colour="112233")
    assert look.cell() is look.cell()
    assert look.cell(odd=True) is not look.cell()
    assert look.cell(link=True) is not look.cell()
    assert look.head(vertical=True) is not look.head()


@pytest.mark.parametrize(
    ("left", "right", "footer"),
    [
        ("Handbook", "Matrix", ("Handbook", "Matrix", "&P / &N")),
        ("A & B", "2nd", ("A && B", "2nd", "&P / &N")),
        ("x" * 300, "Matrix", (None, None, None)),  # Excel would refuse the whole file
    ],
)
def test_footers(left: str, right: str, footer: tuple[str | None, ...]) -> None:
    stream = BytesIO()
    book = Workbook(stream, {"in_memory": True})
    printed(book.add_worksheet(), paper=A4, left=left, right=right)
    book.close()
    sheet = load_workbook(BytesIO(stream.getvalue())).worksheets[0]
    parts = (sheet.oddFooter.left, sheet.oddFooter.center, sheet.oddFooter.right)
    assert tuple(part.text and part.text.strip() for part in parts) == footer
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.page_setup.fitToHeight == 0


LOOKS: dict[str, tuple[Callable[[Look], Format], str]] = {
    # what a cell looks like: size, letters, ground, then what else
    "title": (Look.title, "14 bold 112233 - center"),
    "remark": (Look.remark, "10 595959 - top"),
    "paragraph": (Look.paragraph, "10 - - top wrapped"),
    "head": (Look.head, "10 bold FFFFFF 112233 center wrapped edged"),
    "upwards": (
        lambda look: look.head(vertical=True),
        "10 bold 112233 E3EAF1 None wrapped edged 90°",
    ),
    "cell": (Look.cell, "10 - - top wrapped edged"),
    "odd": (lambda look: look.cell(odd=True), "10 - F5F8FB top wrapped edged"),
    "link": (lambda look: look.cell(link=True), "10 0B4F8A underlined - top wrapped edged"),
    "group": (Look.group, "10 bold 000000 E3EAF1 top edged"),
    "led": (lambda look: look.group(link=True), "10 bold 0B4F8A underlined E3EAF1 top edged"),
    "letter": (Look.letter, "10 - - center edged"),
    "coloured": (lambda look: look.coloured("A"), "11 bold 6B3300 FCE0C0 None"),
}


@pytest.mark.parametrize("name", LOOKS)
def test_each_look_is_that_of_its_kind_of_cell(name: str) -> None:
    make, wanted = LOOKS[name]
    stream = BytesIO()
    book = Workbook(stream, {"in_memory": True})
    book.add_worksheet().write_string(0, 0, "x", make(Look(book, font="Arial", colour="112233")))
    book.close()
    cell = load_workbook(BytesIO(stream.getvalue())).worksheets[0].cell(1, 1)
    words = [
        f"{cell.font.sz:g}",
        "bold" * bool(cell.font.b),
        colour(cell.font.color),
        "underlined" * bool(cell.font.u),
        colour(cell.fill.fgColor if cell.fill.fill_type else None),
        str(cell.alignment.vertical),
        "wrapped" * bool(cell.alignment.wrap_text),
        "edged" * (cell.border.left.style == "thin"),
        f"{cell.alignment.textRotation}°" * bool(cell.alignment.textRotation),
    ]
    assert " ".join(filter(None, words)) == wanted
    assert cell.font.name == ("Arial" if name != "coloured" else "Calibri")


def colour(found: Any) -> str:
    """A colour without its opacity; `-` for the usual one."""
    return str(found.rgb)[2:] if found is not None and isinstance(found.rgb, str) else "-"
