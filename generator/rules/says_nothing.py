"""HB232: texts without a word."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Rule, Severity
from generator.rules.book import Book
from generator.rules.examples import TAKE_ORDER

# Signs are words here: options such as + and −, units such as %.
_SIGNS = frozenset({"unit", "options", "when", "refuses", "conclusions", "case"})
RULE = Rule(
    code="HB232",
    name="says-nothing",
    message=N_("“{text}” says nothing to a reader."),
    hint=N_("Write it in words; while it is not known, leave “{key}” out."),
    why=N_("A dash or a question mark fills the place: nobody sees that the text is missing."),
    severity=Severity.WARNING,
    wrong=TAKE_ORDER + 'scope: "?"\n',
    right=TAKE_ORDER + "scope: All orders.\n",
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Find texts that hold neither a letter nor a digit."""
    for text in book.handbook.texts:
        source = text.source
        if source.strip() and not any(each.isalnum() for each in source):
            key = next((each for each in reversed(text.where.path) if isinstance(each, str)), "")
            if key not in _SIGNS:
                yield RULE.at(text.where, text=source.strip(), key=key)
