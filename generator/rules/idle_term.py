"""HB229: terms of the glossary that no text uses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Rule, Severity
from generator.rules.book import Book

_GLOSSARY = re.compile(r"processes/glossary\.ya?ml")
_TERMS = (
    "# processes/glossary.yml\nterms:\n"
    "  - {term: order, title: Order, definition: What a customer asks us to deliver.}\n"
)
RULE = Rule(
    code="HB229",
    name="idle-term",
    message=N_("No text uses the term “{title}”."),
    hint=N_("Add the word that texts use under “synonyms:”, or take the term out."),
    why=N_(
        "The glossary explains words of this handbook. A word that stands nowhere else was mostly "
        "renamed in the texts. A term that rests on a source may explain a word of the source."
    ),
    severity=Severity.INFO,
    wrong=_TERMS + "  - {term: quota, title: Quota, definition: How much a branch may sell.}\n",
    right=_TERMS
    + "  - {term: parcel, title: Parcel, synonyms: [package], definition: What is sent.}\n",
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Find terms that stand, under any of their names, only in their own entry."""
    terms = book.handbook.glossary.terms
    if not terms:
        return
    outside, entries = _texts(book)
    for term in terms:
        if term.basis:
            continue
        names = [each.casefold() for each in (term.title.source, *term.synonyms, term.en) if each]
        others = (text for owner, text in entries if owner != term.where.path)
        used = any(name in text for text in (outside, *others) for name in names)
        if not used and not any(map(book.unjudged.may_mention, names)):
            yield RULE.at(term.where / "term", title=term.title.source)


def _texts(book: Book) -> tuple[str, list[tuple[tuple[str | int, ...], str]]]:
    """All texts beside the glossary, and those of each of its entries by the entry's place."""
    outside, entries = [book.pages], []
    for text in book.handbook.texts:
        if _GLOSSARY.fullmatch(text.where.file):
            entries.append((text.where.path[:2], text.source.casefold()))
        else:
            outside.append(text.source)
    return "\n".join(outside).casefold(), entries
