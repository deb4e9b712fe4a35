"""HB611: a character in a diagram that the carried fonts cannot draw."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Rule, Severity
from generator.layout import undrawn
from generator.model.text import Text
from generator.rules.book import Book
from generator.rules.examples import TAKE_ORDER
from generator.source.reading.characters import name_of
from generator.source.reading.hidden import visible

# The keys whose texts stand in shapes, lanes and beside lines of a picture.
_IN_PICTURES = frozenset(
    ("title", "label", "options", "when", "end", "text", "ask", "decision", "milestone", "trigger")
)
_PUT_IN = frozenset(("is",))
"""The keys of values that are put into those texts."""
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
    texts = ((each.source, each.where) for each in book.handbook.texts if in_pictures(each))
    codes = ((each.code, each.where / "code") for each in book.handbook.documents)
    for words, where in (*texts, *codes):
        for char in undrawn(words):
            at = words.index(char)
            yield RULE.at(where.within(at, at + 1), character=shown(char))


def in_pictures(text: Text) -> bool:
    """Whether a text stands in a picture."""
    return bool((_IN_PICTURES | _PUT_IN) & set(text.where.path[-2:]))


def shown(char: str) -> str:
    """Return a character for a sentence; one that nobody sees by its number and name."""
    hidden = unicodedata.category(char) in {"Cf", "Zs"} or not visible(char)
    return name_of(char) if hidden else f"“{char}”"
