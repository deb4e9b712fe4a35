"""Letters can be told apart and read; pages carry a footer that Excel understands."""

from __future__ import annotations

from io import BytesIO

import pytest
from openpyxl import load_workbook
from xlsxwriter import Workbook

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
