"""Diagrams on paper: as vectors and as pictures, within the page, with their words."""

from __future__ import annotations

import pytest
from nodes import has, value, values
from word import pen

from generator.document.blocks import Figure
from generator.renderers.word.ooxml.node import within, words_of
from generator.renderers.word.ooxml.picture import EMU_PER_MM
from generator.renderers.word.ooxml.qr import qr_png
from generator.renderers.word.setting.figures import figure
from generator.renderers.word.setting.pen import Drawn

FIGURE = Figure("process", "x", "Flow", "Who does what")
MM_PER_TWIP = 25.4 / 1440


def drawn(width: float, height: float, sheets: int = 1) -> tuple[Drawn, ...]:
    svg = b'<svg xmlns="http://www.w3.org/2000/svg"/>'
    return (Drawn(svg=svg, png=qr_png("x"), width=width, height=height),) * sheets


@pytest.mark.parametrize(("width", "height"), [(50, 50), (400, 50), (50, 900), (2000, 2000)])
def test_a_diagram_fits_its_page_in_its_own_shape_and_never_grows(
    width: float, height: float
) -> None:
    made = pen(drawings=lambda _: drawn(width, height))
    content = figure(made, FIGURE)
    wide = int(value(content, "wp:extent", "cx")) / EMU_PER_MM
    high = int(value(content, "wp:extent", "cy")) / EMU_PER_MM
    assert wide / high == pytest.approx(width / height, rel=0.001)
    assert wide <= min(width, made.sheet.width * MM_PER_TWIP) + 0.001
    assert high <= min(height, 297)


def test_word_gets_vectors_and_others_a_picture() -> None:
    content = figure(pen(drawings=lambda _: drawn(50, 50)), FIGURE)
    assert value(content, "a:blip", "r:embed") != value(content, "asvg:svgBlip", "r:embed")


def test_a_picture_says_what_it_shows_and_stays_with_its_caption() -> None:
    content = figure(pen(drawings=lambda _: drawn(50, 50)), FIGURE)
    assert value(content, "wp:docPr", "descr").startswith("Flow")
    assert value(content, "wp:docPr", "descr").endswith("Who does what")
    assert has(content[:1], "w:keepNext")
    assert words_of(content[1:]).endswith("Flow")


def test_each_sheet_has_its_picture_its_number_and_its_caption() -> None:
    made = pen(drawings=lambda _: drawn(50, 50, sheets=3))
    content = figure(made, FIGURE)
    assert len(content) == 6
    assert len(set(values(content, "wp:docPr", "id"))) == 3
    marks = values(content, "w:bookmarkStart", "w:name")
    assert len(set(marks)) == 3
    titles = [each.attributes["name"] for each in within(content, "wp:docPr")]
    assert len(set(titles)) == 3


def test_a_figure_that_is_not_drawn_takes_no_room() -> None:
    assert figure(pen(), FIGURE) == ()
