"""The numbering part: the one list that documents have, with bullets."""

from __future__ import annotations

from generator.renderers.word.ooxml.node import XmlNode, valued
from generator.renderers.word.ooxml.order import ordered
from generator.renderers.word.ooxml.xml import part, written

BULLET = 7301
"""The number of the list of bullets; high, so that a base document's own lists stay apart."""


def numbering() -> bytes:
    """Return the part `word/numbering.xml`."""
    level = ordered(
        "w:lvl",
        (
            valued("w:start", 1),
            valued("w:numFmt", "bullet"),
            valued("w:lvlText", "•"),
            valued("w:lvlJc", "left"),
            ordered("w:pPr", (XmlNode("w:ind", {"w:left": "420", "w:hanging": "280"}),)),
        ),
        {"w:ilvl": "0"},
    )
    number = {"w:abstractNumId": str(BULLET)}
    bullets = XmlNode("w:abstractNum", number, (valued("w:multiLevelType", "singleLevel"), level))
    listed = XmlNode("w:num", {"w:numId": str(BULLET)}, (valued("w:abstractNumId", BULLET),))
    return written(part("numbering", (bullets, listed)))
