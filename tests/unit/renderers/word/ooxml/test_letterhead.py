"""The pieces of a letterhead: logo, code of the page, link to it, count of pages."""

from __future__ import annotations

import pytest
from nodes import one, value, values

from generator.renderers.word.ooxml.document import WordDocument
from generator.renderers.word.ooxml.house import House
from generator.renderers.word.ooxml.letterhead import (
    COUNT,
    LOGO_HEIGHT,
    PAGE,
    code,
    link,
    logo,
    pages,
)
from generator.renderers.word.ooxml.node import Nodes, within, words_of
from generator.renderers.word.ooxml.picture import EMU_PER_MM
from generator.renderers.word.ooxml.qr import qr_png


def document() -> WordDocument:
    return WordDocument(House(), english=True, protected=False)


def png(width: int, height: int) -> bytes:
    raw = qr_png("x")
    return raw[:16] + width.to_bytes(4, "big") + height.to_bytes(4, "big") + raw[24:]


def size(made: Nodes) -> tuple[float, float]:
    found = one(made, "wp:extent").attributes
    return int(found["cx"]) / EMU_PER_MM, int(found["cy"]) / EMU_PER_MM


def test_a_code_is_a_square_picture_that_says_where_it_leads() -> None:
    made = code(document(), "https://x.example/", number=3, description="QR code of x")
    width, height = size(made)
    assert width == height
    assert value(made, "wp:docPr", "descr") == "QR code of x"


@pytest.mark.parametrize(("width", "height"), [(10, 100), (100, 100), (400, 100), (4000, 100)])
def test_a_logo_keeps_its_shape_and_its_room(width: int, height: int) -> None:
    made = logo(document(), png(width, height), number=1, description="Company")
    wide, high = size(made)
    assert wide / high == pytest.approx(width / height, rel=0.01)
    assert high <= LOGO_HEIGHT + 0.01
    assert wide <= 25.01


def test_a_higher_logo_may_be_wider() -> None:
    made = logo(document(), png(4000, 100), number=1, description="", height=2 * LOGO_HEIGHT)
    assert size(made)[0] == pytest.approx(50, abs=0.1)


def test_a_link_to_a_page_is_a_field_and_no_relationship() -> None:
    made = link("https://x.example/a.html")
    assert one(made, "w:instrText").text.strip() == 'HYPERLINK "https://x.example/a.html"'
    assert words_of(made).endswith("https://x.example/a.html")
    assert set(values(made, "w:rStyle")) == {"Hyperlink"}


@pytest.mark.parametrize("said", [f"Page {PAGE} of {COUNT}", f"第{PAGE}页，共{COUNT}页"])
def test_the_count_of_pages_stands_where_the_sentence_wants_it(said: str) -> None:
    made = pages(said)
    codes = [each.text.strip() for each in within(made, "w:instrText")]
    assert codes == ["PAGE", "NUMPAGES"]
    shown = "".join(each.text for each in within(made, "w:t"))
    assert shown == said.replace(PAGE, "1").replace(COUNT, "1")
