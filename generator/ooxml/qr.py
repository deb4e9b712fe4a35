"""QR codes, so that paper leads back to the page that it was printed from."""

from __future__ import annotations

from io import BytesIO

import segno

_MASK = 3
_SCALE = 4  # dots a module: 200 dpi at the size of a thumbnail


def qr_png(address: str) -> bytes:
    """Return the QR code of an address as PNG, with a quiet rim of two modules."""
    out = BytesIO()
    # Readers take any of the eight masks; weighing them would double the time of a form.
    segno.make(address, error="m", micro=False, mask=_MASK).save(
        out, kind="png", scale=_SCALE, border=2
    )
    return out.getvalue()
