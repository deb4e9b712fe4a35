"""A Word document for print: unprotected, in the styles of print, with lists of bullets."""

from __future__ import annotations

from generator.renderers.word.ooxml.document import WordDocument
from generator.renderers.word.ooxml.house import House
from generator.renderers.word.setting.styles import PRINT_STYLES


class PrintDocument(WordDocument):
    """A document being written, in the house style.

    `has_bullets` says whether its lists can be real ones.
    """

    def __init__(self, house: House, *, english: bool) -> None:
        super().__init__(house, PRINT_STYLES, english=english, protected=False)
        self.has_bullets = self.add_bullets()
