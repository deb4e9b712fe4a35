"""HB611: a character in a diagram that the carried fonts cannot draw."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Rule, Severity
from generator.layout import undrawn
from generator.rules.book import Book
from generator.rules.examples import TAKE_ORDER

# The keys whose texts stand in shapes, lanes and beside lines of a picture.
_IN_PICTURES = frozenset(
    ("title", "label", "options", "when", "end", "text", "ask", "decision", "milestone", "trigger")
)
RULE = Rule(
    code="HB611",
    name="undrawn-character",
    message=N_(
        "The pictures in Word files cannot draw {character}; a crossed box would stand there."
    ),
    hint=N_("Write it in other words, or leave it out."),
    why=N_(
        "The diagrams of the printed handbook are drawn with the fonts that the program carries. "
        "They hold the Chinese characters of GBK, rarer ones of names, and Latin letters."
    ),
    severity=Severity.WARNING,
    wrong=TAKE_ORDER + "title: Take an order \U0001f4e6\n",
    right=TAKE_ORDER + "title: Take an order\n",
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Look through the texts that stand in pictures; a character once for each text."""
    for text in book.handbook.texts:
        if not text.source.isascii() and _IN_PICTURES & set(text.where.path[-2:]):
            for char in undrawn(text.source):
                at = text.source.index(char)
                yield RULE.at(text.where.within(at, at + 1), character=f"“{char}”")
