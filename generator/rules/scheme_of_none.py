"""HB709: schemes and chapters whose codes no document has."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Rule
from generator.rules.book import Book
from generator.rules.code_scheme import lost_chapters, lost_schemes

_CODES = '# processes/handbook.yml\ncodes: {{process: "{scheme}-{{chapter}}-{{number}}"}}\n'
RULE = Rule(
    code="HB709",
    name="scheme-of-none",
    message=N_("No code follows “{written}”: all {count} are like {code}."),
    hint=N_("Write here what the codes have, or change all of them."),
    why=N_("A code tells the kind and the chapter of a document; none of these would."),
    wrong=_CODES.format(scheme="PR"),
    right=_CODES.format(scheme="P"),
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Tell a scheme, or the code of a chapter, that fits none of its documents: once."""
    if book.unjudged.may_set("codes") or book.unjudged.may_set("chapters"):
        return
    settings = book.handbook.settings
    for kind, (code, count) in lost_schemes(book).items():
        where = settings.where / "codes" / kind
        yield RULE.at(where, written=settings.codes.schemes[kind], code=code, count=count)
    for name, (code, count) in lost_chapters(book).items():
        chapter = book.handbook.chapters[name]
        yield RULE.at(chapter.where / "code", written=chapter.code, code=code, count=count)
