"""Turns SVG into PNG with the font that the package carries, the same bytes everywhere."""

from __future__ import annotations

from importlib.resources import as_file, files

import resvg_py

CSS_DPI = 96
FONT = "HandbookSansSC-Regular.otf"
FAMILY = "Handbook Sans SC"


def svg_to_png(svg: bytes, dpi: int = 200) -> bytes:
    """Return a picture of an SVG whose lengths are CSS px, at a resolution in dots per inch.

    Only the carried font is used; system fonts and files that the SVG names are not read.
    """
    with as_file(files("generator") / "resources" / "fonts" / FONT) as font:
        picture = resvg_py.svg_to_bytes(
            svg_string=svg.decode("utf-8"),
            zoom=dpi / CSS_DPI,
            skip_system_fonts=True,
            font_files=[str(font)],
            font_family=FAMILY,
            sans_serif_family=FAMILY,
        )
    return bytes(picture)
