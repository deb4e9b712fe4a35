"""HB211: facts and decisions that are not listed."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Rule
from generator.rules.book import Book, unknown
from generator.rules.examples import TAKE_ORDER

RULE = Rule(
    code="HB211",
    name="unknown-basis",
    message=N_("“{id}” is neither a fact nor a decision in sources.yml."),
    hint=N_("Add it to sources.yml, or cite one that is there."),
    why=N_("The reader could not see what the statement rests on."),
    wrong=TAKE_ORDER + "basis: [F001]\n",
    right=TAKE_ORDER + "basis: []\n",
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Find facts and decisions that are not listed."""
    yield from unknown(book, RULE, "basis")
