"""Pictures in the line of text, with the words that stand for them."""

from __future__ import annotations

import pytest
from nodes import has, one, values

from generator.renderers.word.ooxml.picture import EMU_PER_MM, Picture, picture, png_ratio
from generator.renderers.word.ooxml.qr import qr_png

SHOWN = Picture(
    relation="rId5", number=7, name="A & B", description="Seen “there”", width=20, height=10
)


def test_a_picture_has_its_size_its_number_and_its_words() -> None:
    made = picture(SHOWN)
    size = {"cx": str(20 * EMU_PER_MM), "cy": str(10 * EMU_PER_MM)}
    assert one(made, "wp:extent").attributes == size
    assert one(made, "a:ext").attributes == size
    named = {"id": "7", "name": "A & B", "descr": "Seen “there”"}
    assert one(made, "wp:docPr").attributes == one(made, "pic:cNvPr").attributes == named
    assert values(made, "a:blip", "r:embed") == ["rId5"]
    assert not has(made, "asvg:svgBlip")


def test_a_vector_picture_stands_beside_the_one_for_other_programs() -> None:
    vector = Picture(
        relation="rId5", vector="rId6", number=1, name="", description="", width=1, height=1
    )
    assert values(picture(vector), "asvg:svgBlip", "r:embed") == ["rId6"]
    assert values(picture(vector), "a:blip", "r:embed") == ["rId5"]


def test_the_ratio_of_a_png_is_read_from_its_head() -> None:
    raw = qr_png("x")
    assert png_ratio(raw) == 1.0
    wide = raw[:16] + (300).to_bytes(4, "big") + (100).to_bytes(4, "big") + raw[24:]
    assert png_ratio(wide) == 3.0


@pytest.mark.parametrize("raw", [b"", b"\xff\xd8\xff\xe0", b"\x89PNG\r\n\x1a\n", b"x" * 40])
def test_what_is_no_png_counts_as_square(raw: bytes) -> None:
    assert png_ratio(raw) == 1.0


def test_a_png_without_height_counts_as_square() -> None:
    raw = qr_png("x")
    assert png_ratio(raw[:20] + bytes(4) + raw[24:]) == 1.0
