"""HB211: facts and decisions that are not listed."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Rule
from generator.rules.book import Book, unknown
from generator.rules.examples import TAKE_ORDER

_SOURCES = (
    "# processes/sources.yml\nsources: [{source: law, title: The law}]\n"
    "facts: [{fact: F1, source: law, at: No. 1, says: Orders are kept.}]\n"
)
RULE = Rule(
    code="HB211",
    name="unknown-basis",
    message=N_("“{id}” is neither a fact nor a decision in sources.yml."),
    hint=N_("Add it to sources.yml, or cite one that is there."),
    why=N_("The reader could not see what the statement rests on."),
    wrong=_SOURCES + TAKE_ORDER + "basis: [F001]\n",
    right=_SOURCES + TAKE_ORDER + "basis: [F1]\n",
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Find facts and decisions that are not listed."""
    yield from unknown(book, RULE, "basis")
