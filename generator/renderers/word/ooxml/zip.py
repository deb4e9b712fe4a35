"""A zip that is the same to the byte whenever its parts are."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from io import BytesIO

EPOCH = (1980, 1, 1, 0, 0, 0)  # what Word itself writes
_UNIX = 3
_PLAIN_FILE = 0o100644 << 16


def packed(parts: Iterable[tuple[str, bytes]]) -> bytes:
    """Return a zip with the parts in their order, without clocks or traces of the system."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, content in parts:
            entry = zipfile.ZipInfo(name, EPOCH)
            packed_already = name.endswith(".png")
            entry.compress_type = zipfile.ZIP_STORED if packed_already else zipfile.ZIP_DEFLATED
            entry.create_system = _UNIX
            entry.external_attr = _PLAIN_FILE
            archive.writestr(entry, content)
    return out.getvalue()
