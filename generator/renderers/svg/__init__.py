"""Writes drawings as SVG: the light theme as attributes, classes for any other."""

from __future__ import annotations

from generator.renderers.svg.document import svg_of

__all__ = ["svg_of"]
