"""The whole workbook of the starter: every cell, its look, its print settings."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from openpyxl import Workbook
from outlines.workbook import workbook_outline
from pages import context
from small import book

from generator.renderers.workbook import workbook_of


def test_as_the_snapshot_shows_it(raw: bytes, snapshot: Callable[[str, str], None]) -> None:
    snapshot(workbook_outline(raw), "workbook.tsv")


def test_its_date_is_that_of_the_edition(read: Workbook) -> None:
    assert read.properties.created == datetime(2026, 1, 1)
    assert read.properties.creator == "Example Company"


def test_the_house_sets_font_and_colour() -> None:
    from io import BytesIO

    from openpyxl import load_workbook

    house = "# processes/handbook.yml\nhouse-style: {font: Georgia, colour: '#336699'}\n"
    styled = load_workbook(BytesIO(workbook_of(context(book(house)))))
    font = styled.worksheets[0]["A1"].font
    assert (font.name, font.color.rgb) == ("Georgia", "FF336699")
