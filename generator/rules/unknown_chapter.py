"""HB213: folders that are no chapter."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Rule
from generator.rules.book import Book, did_you_mean

_CHAPTERS = (
    '# processes/handbook.yml\nchapters:\n  - {{chapter: {chapter}, code: "01", title: Sales}}\n'
)
RULE = Rule(
    code="HB213",
    name="unknown-chapter",
    message=N_("Folder “{id}” is not listed as a chapter in handbook.yml."),
    hint=N_("List it under “chapters:” of handbook.yml, or rename the folder."),
    why=N_("Its processes would stand in no table of contents."),
    wrong=_CHAPTERS.format(chapter="selling"),
    right=_CHAPTERS.format(chapter="sales"),
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Find folders that are no chapter; one finding a folder."""
    known = book.known["chapter"]
    told: set[str] = set()
    for document in book.handbook.documents:
        hidden = book.unjudged.may_define("chapter", document.chapter, document.where.file)
        if document.chapter not in known and document.chapter not in told and not hidden:
            told.add(document.chapter)
            yield RULE.at(
                document.where, hint=did_you_mean(document.chapter, known), id=document.chapter
            )
