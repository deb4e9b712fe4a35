"""HB212: facts from sources that are not listed."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Rule
from generator.rules.book import Book, unknown

_SOURCES = (
    "# processes/sources.yml\n"
    "sources:\n  - {{source: survey, title: Survey}}\n"
    "facts:\n  - {{fact: F001, source: {source}, says: Orders come by phone.}}\n"
)
RULE = Rule(
    code="HB212",
    name="unknown-source",
    message=N_("Source “{id}” is not listed."),
    hint=N_("List it under “sources:”, or name one that is listed there."),
    why=N_("A fact without its source cannot be checked."),
    wrong=_SOURCES.format(source="report"),
    right=_SOURCES.format(source="survey"),
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Find facts from sources that are not listed."""
    yield from unknown(book, RULE, "source")
