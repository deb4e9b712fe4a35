"""Writes pages as HTML fragments: what stands in the article, without the chrome around it."""

from __future__ import annotations

from generator.renderers.html.fragment import ContentsLine, Fragment, Renderer
from generator.renderers.html.prose import ProsePage, content_title, read_prose

__all__ = [
    "ContentsLine",
    "Fragment",
    "ProsePage",
    "Renderer",
    "content_title",
    "read_prose",
]
