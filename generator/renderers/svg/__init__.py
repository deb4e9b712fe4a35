"""Writes drawings as SVG: the light theme as attributes, classes for any other."""

from __future__ import annotations

from generator.renderers.svg.document import svg_of
from generator.renderers.svg.marks import ChangeMark, Marked, Marks

__all__ = ["ChangeMark", "Marked", "Marks", "svg_of"]
