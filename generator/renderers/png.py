"""Turns SVG into PNG with the fonts that the package carries, the same bytes everywhere."""

from __future__ import annotations

from contextlib import ExitStack
from importlib.resources import as_file, files

import resvg_py

from generator.layout import is_everyday

CSS_DPI = 96
FONT = "HandbookSansSC-Regular.otf"
RARE_FONT = "HandbookSansSC-Rare.otf"
FAMILY = "Handbook Sans SC"


def svg_to_png(svg: bytes, dpi: int = 200) -> bytes:
    """Return a picture of an SVG whose lengths are CSS px, at a resolution in dots per inch.

    Only the carried fonts are used; system fonts and files that the SVG names are not read. The
    large one of rare characters is read where the picture has one.
    """
    text = svg.decode("utf-8")
    names = [FONT] if is_everyday(text) else [FONT, RARE_FONT]
    with ExitStack() as stack:
        folder = files("generator") / "resources" / "fonts"
        fonts = [str(stack.enter_context(as_file(folder / name))) for name in names]
        picture = resvg_py.svg_to_bytes(
            svg_string=text,
            zoom=dpi / CSS_DPI,
            skip_system_fonts=True,
            font_files=fonts,
            font_family=FAMILY,
            sans_serif_family=FAMILY,
        )
    return bytes(picture)
