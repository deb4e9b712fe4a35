"""HB701: two documents, or two chapters, with the same code."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from generator.base.diagnostics import N_, Diagnostic, Locator, Message, Related, Rule
from generator.rules.book import Book
from generator.rules.code_scheme import fits_chapter
from generator.rules.examples import TAKE_ORDER

RULE = Rule(
    code="HB701",
    name="duplicate-code",
    message=N_("The code {code} is given twice."),
    hint=N_("Take the next free number."),
    why=N_("A code identifies one document: on paper, in links, in records."),
    wrong=TAKE_ORDER + "code: P-01-02\n",
    right=TAKE_ORDER + "code: P-01-03\n",
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Find codes that stand on two processes, forms or parameters, or on two chapters."""
    yield from _twice((each.code, each.where / "code") for each in book.handbook.settings.chapters)
    places = [(each.code, each.where / "code") for each in book.handbook.documents]
    places += [
        (parameter.code, parameter.where / "code")
        for parameter in book.handbook.parameter_file.parameters
        if parameter.code
    ]
    given = Counter(code for code, _ in places)
    # Whose code is that of another chapter has taken it from there.
    taken = {
        each.where / "code"
        for each in book.handbook.documents
        if given[each.code] > 1 and not fits_chapter(book, each)
    }
    yield from _twice(sorted(places, key=lambda each: (each[1] in taken, each[1].file)))


def _twice(places: Iterable[tuple[str, Locator]]) -> Iterator[Diagnostic]:
    first: dict[str, Locator] = {}
    for code, where in places:
        if code in first:
            note = Message("first given here")
            yield RULE.at(where, related=(Related(first[code], note),), code=code)
        first.setdefault(code, where)
