"""Writes the handbook as one Word document, as a company prints it."""

from __future__ import annotations

from generator.renderers.word.book.document import BookScope, book_of, figures_of
from generator.renderers.word.book.material import BookMaterial, Written

__all__ = ["BookMaterial", "BookScope", "Written", "book_of", "figures_of"]
