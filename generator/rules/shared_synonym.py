"""HB227: a synonym that is another term or its own, or a synonym of another term."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Fix, Message, Rule
from generator.rules.book import Book

_TERMS = (
    "# processes/glossary.yml\nterms:\n"
    "  - {{term: order, title: Order, definition: What a customer asks us to deliver.}}\n"
    "  - {{term: request, title: Request, synonyms: [{synonym}], definition: A question.}}\n"
)
RULE = Rule(
    code="HB227",
    name="shared-synonym",
    message=N_("“{word}” is also the term “{title}”."),
    hint=N_("Keep the word with one of the two terms."),
    why=N_("One word would have two meanings, and a search for it would lead to either."),
    wrong=_TERMS.format(synonym="Order"),
    right=_TERMS.format(synonym="Inquiry"),
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Compare the synonyms of every term with the other terms and their synonyms."""
    owners: dict[str, tuple[str, str]] = {}
    for term in book.handbook.glossary.terms:
        owners.setdefault(_word(term.title.source), (term.term, term.title.source))
    for term in book.handbook.glossary.terms:
        for number, synonym in enumerate(term.synonyms):
            owner, title = owners.setdefault(_word(synonym), (term.term, term.title.source))
            if owner == term.term and _word(synonym) == _word(title):
                where = term.where / "synonyms" / number
                hint = Message(N_("Take it out: the term itself is called so."))
                yield RULE.at(where, hint=hint, fix=Fix.at(where, None), word=synonym, title=title)
            elif owner != term.term:
                yield RULE.at(term.where / "synonyms" / number, word=synonym, title=title)


def _word(text: str) -> str:
    return " ".join(text.split()).casefold()
