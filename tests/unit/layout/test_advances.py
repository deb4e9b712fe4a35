"""The table of widths is that of the font which draws the text."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from importlib import resources

from generator.layout.advances import ADVANCES

FONT = resources.files("generator.resources") / "fonts" / "HandbookSansSC-Regular.otf"
FULL = 1000  # what the table leaves out: as wide as high


def test_every_character_is_as_wide_as_in_the_font() -> None:
    said = {char: width for width, chars in ADVANCES.items() for char in chars}
    assert sum(map(len, ADVANCES.values())) == len(said), "a character stands twice"
    drawn = widths(FONT.read_bytes())
    assert {char: width for char, width in drawn.items() if width != FULL} == said
    assert drawn["中"] == FULL


def widths(font: bytes) -> dict[str, int]:
    """Character → advance in thousandths, from the tables `cmap`, `hmtx`, `hhea`, `head`."""
    tables = {
        tag: font[offset : offset + length]
        for tag, _, offset, length in struct.iter_unpack(
            ">4sLLL", font[12 : 12 + 16 * struct.unpack_from(">H", font, 4)[0]]
        )
    }
    units = struct.unpack_from(">H", tables[b"head"], 18)[0]
    count = struct.unpack_from(">H", tables[b"hhea"], 34)[0]
    advances = [struct.unpack_from(">H", tables[b"hmtx"], 4 * glyph)[0] for glyph in range(count)]
    return {
        chr(code): round(advances[min(glyph, count - 1)] * 1000 / units)
        for code, glyph in glyphs(tables[b"cmap"])
    }


def glyphs(cmap: bytes) -> Iterator[tuple[int, int]]:
    """Code points with their glyphs, from the segments of format 4 of the OpenType tables."""
    start = struct.unpack_from(">L", cmap, 8)[0]
    kind, _, _, doubled = struct.unpack_from(">4H", cmap, start)
    assert kind == 4
    columns = [start + 14, *(start + 16 + doubled * number for number in (1, 2, 3))]
    for segment in range(0, doubled, 2):
        last, first, delta, offset = (
            struct.unpack_from(">H", cmap, column + segment)[0] for column in columns
        )
        for code in range(first, min(last, 0xFFFE) + 1):
            if offset:
                place = columns[3] + segment + offset + 2 * (code - first)
                glyph = struct.unpack_from(">H", cmap, place)[0]
                yield code, (glyph + delta) % 0x10000 if glyph else 0
            else:
                yield code, (code + delta) % 0x10000
