"""HB613: a text of which nobody sees anything."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Rule
from generator.rules.book import Book
from generator.rules.examples import TAKE_ORDER
from generator.rules.names import bare_names
from generator.source.reading.hidden import shows

RULE = Rule(
    code="HB613",
    name="invisible-text",
    message=N_("“{key}:” holds only characters that nobody sees."),
    hint=N_("Write words there, or take the line out."),
    why=N_("Such characters come in by copying; where a name should stand, readers see nothing."),
    wrong=TAKE_ORDER + "scope: \u3164\n",
    right=TAKE_ORDER + "scope: Orders of the house.\n",
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Look through all texts and names of the handbook."""
    texts = ((each.source, each.where) for each in book.handbook.texts)
    for words, where in (*texts, *bare_names(book.handbook)):
        if words and not words.isascii() and not shows(words):
            key = next((each for each in reversed(where.path) if isinstance(each, str)), "")
            yield RULE.at(where, key=key)
