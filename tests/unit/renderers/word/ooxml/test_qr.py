"""QR codes are pictures that a reader of codes and a reader of PNG both understand."""

from __future__ import annotations

import struct
import zlib

import pytest
import segno

from generator.renderers.word.ooxml.qr import qr_png

ADDRESSES = ["x", "https://handbook.example.internal/forms/complaint-record.html", "中文" * 20]


def dots(raw: bytes) -> list[str]:
    """The rows of a picture of one bit a dot, as 0 (dark) and 1."""
    at, data, size = 8, b"", 0
    while at < len(raw):
        (length,) = struct.unpack(">I", raw[at : at + 4])
        kind, content = raw[at + 4 : at + 8], raw[at + 8 : at + 8 + length]
        (check,) = struct.unpack(">I", raw[at + 8 + length : at + 12 + length])
        assert check == zlib.crc32(kind + content)
        if kind == b"IHDR":
            size = struct.unpack(">I", content[:4])[0]
            assert struct.unpack(">II", content[:8]) == (size, size)
        data += content if kind == b"IDAT" else b""
        at += 12 + length
    plain = zlib.decompress(data)
    wide = 1 + -(-size // 8)
    lines = [plain[start : start + wide] for start in range(0, len(plain), wide)]
    assert len(lines) == size
    assert {line[0] for line in lines} == {0}
    return ["".join(f"{each:08b}" for each in line[1:])[:size] for line in lines]


@pytest.mark.parametrize("address", ADDRESSES)
def test_each_module_is_drawn_with_a_quiet_rim(address: str) -> None:
    matrix = segno.make(address, error="m", micro=False, mask=3).matrix
    modules = len(matrix) + 4
    rows = dots(qr_png(address))
    scale = len(rows) // modules
    assert len(rows) == modules * scale
    for y in range(modules):
        for x in range(modules):
            inside = 2 <= x < modules - 2 and 2 <= y < modules - 2
            dark = inside and matrix[y - 2][x - 2]
            block = {row[x * scale : (x + 1) * scale] for row in rows[y * scale : (y + 1) * scale]}
            assert block == {("0" if dark else "1") * scale}


def test_the_same_address_gives_the_same_bytes() -> None:
    assert qr_png("a") == qr_png("a") != qr_png("b")
