"""QR codes, so that paper leads back to the page that it was printed from."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable

import segno

_MASK = 3
_SCALE = 4  # dots a module: 200 dpi at the size of a thumbnail
_RIM = 2  # modules
_GREY = 0  # colour type: one bit a dot, 0 is black


def qr_png(address: str) -> bytes:
    """Return the QR code of an address as PNG, with a quiet rim of two modules.

    The picture is written here (PNG, third edition, clause 5): a program that draws any picture
    takes longer than the rest of a form.
    """
    # Readers take any of the eight masks; weighing them would double the time of a form.
    code = segno.make(address, error="m", micro=False, mask=_MASK)
    return _png([[not dark for dark in row] for row in code.matrix])


def _png(light: list[list[bool]]) -> bytes:
    size = len(light) + 2 * _RIM
    dots = size * _SCALE
    rim = _line("1" * dots) * (_RIM * _SCALE)
    edge = "1" * (_RIM * _SCALE)
    module = ("0" * _SCALE, "1" * _SCALE)
    rows = [_line(edge + "".join([module[each] for each in row]) + edge) for row in light]
    data = rim + b"".join([each * _SCALE for each in rows]) + rim
    head = struct.pack(">IIBBBBB", dots, dots, 1, _GREY, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        _chunks(((b"IHDR", head), (b"IDAT", zlib.compress(data, 9)), (b"IEND", b"")))
    )


def _line(bits: str) -> bytes:
    """Return a row of dots: the filter “none”, then eight dots a byte."""
    whole = bits.ljust(-(-len(bits) // 8) * 8, "1")
    return b"\0" + int(whole, 2).to_bytes(len(whole) // 8, "big")


def _chunks(parts: Iterable[tuple[bytes, bytes]]) -> Iterable[bytes]:
    for kind, content in parts:
        check = zlib.crc32(kind + content)
        yield struct.pack(">I", len(content)) + kind + content + struct.pack(">I", check)
