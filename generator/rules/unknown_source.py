"""HB212: facts from sources that are not listed."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Rule
from generator.rules.book import Book, unknown

RULE = Rule(
    code="HB212",
    name="unknown-source",
    message="Source “{id}” is not listed.",
    why="A fact without its source cannot be checked.",
    wrong="# processes/sources.yml\nsources:\n  - {source: survey, title: Survey}\nfacts:\n  - {fact: F001, source: report, says: Orders come by phone.}\n",
    right="# processes/sources.yml\nsources:\n  - {source: survey, title: Survey}\nfacts:\n  - {fact: F001, source: survey, says: Orders come by phone.}\n",
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Find facts from sources that are not listed."""
    yield from unknown(book, RULE, "source")
