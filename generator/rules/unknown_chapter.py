"""HB213: folders that are no chapter."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Fix, Locator, Message, Rule
from generator.rules.book import Book, did_you_mean

_CHAPTERS = (
    '# processes/handbook.yml\nchapters:\n  - {{chapter: {chapter}, code: "01", title: Sales}}\n'
)
_NAMED = N_("Write “{id}” here, the name of the folder, or rename the folder.")
_RENAME = N_("List it under “chapters:” of handbook.yml, or move its files to “{close}”.")
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
            yield _told(book, document.chapter, document.where)


def _told(book: Book, folder: str, where: Locator) -> Diagnostic:
    """The finding: at the chapter without a folder that is mostly meant, else in the folder."""
    filled = {each.chapter for each in book.handbook.documents}
    empty = {key: title for key, title in book.known["chapter"].items() if key not in filled}
    hint = did_you_mean(folder, empty)
    chapter = book.handbook.chapters.get(str(hint.args["close"])) if hint else None
    if chapter:
        place = chapter.where / "chapter"
        cure = Message(_NAMED, {"id": folder})
        return RULE.at(place, hint=cure, fix=Fix.at(place, folder), id=folder)
    hint = did_you_mean(folder, book.known["chapter"])
    if hint:
        hint = Message(_RENAME, {"close": str(hint.args["close"])})
    return RULE.at(where, hint=hint, id=folder)
