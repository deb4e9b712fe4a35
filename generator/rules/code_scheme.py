"""HB702: document codes that do not follow the scheme of handbook.yml."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from generator.base.diagnostics import N_, Diagnostic, Rule
from generator.model.form import Form
from generator.model.process import Process
from generator.rules.book import Book
from generator.rules.examples import TAKE_ORDER

_MANY = 2
RULE = Rule(
    code="HB702",
    name="code-scheme",
    message=N_("The code {code} does not follow the scheme {scheme}."),
    why=N_("A code tells the kind and the chapter of a document; a wrong one leads astray."),
    hint=N_("Write it like {example}."),
    wrong=TAKE_ORDER + "code: P-02-01\n",
    right=TAKE_ORDER + "code: P-01-01\n",
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Compare the codes of processes, forms and parameters with their schemes."""
    if book.unjudged.may_set("codes"):
        return
    given = Counter(each.code for each in book.handbook.documents)
    lost, chapters = lost_schemes(book), lost_chapters(book)
    codes = book.handbook.settings.codes
    for kind, documents, scheme in _documents(book):
        for document in documents if kind not in lost else ():
            # The code of another document is told as such.
            if given[document.code] == 1 and document.chapter not in chapters:
                yield from _document(book, document, scheme)
    for parameter in book.handbook.parameter_file.parameters if "parameter" not in lost else ():
        if parameter.code and not _fits(parameter.code, codes.parameter):
            example = codes.parameter.replace("{number}", "01")
            yield RULE.at(
                parameter.where / "code",
                code=parameter.code,
                scheme=codes.parameter,
                example=example,
            )


def lost_schemes(book: Book) -> dict[str, tuple[str, int]]:
    """The kinds of which no code follows the scheme: the first of their codes and their number."""
    found = {}
    for kind, documents, scheme in _documents(book):
        codes = [each.code for each in documents]
        if len(codes) >= _MANY and not any(_fits(each, _any(scheme)) for each in codes):
            found[kind] = (codes[0], len(codes))
    scheme = book.handbook.settings.codes.parameter
    codes = [each.code for each in book.handbook.parameter_file.parameters if each.code]
    if len(codes) >= _MANY and not any(_fits(each, scheme) for each in codes):
        found["parameter"] = (codes[0], len(codes))
    return found


def lost_chapters(book: Book) -> dict[str, tuple[str, int]]:
    """The chapters whose code none of their documents has, likewise."""
    own: dict[str, list[tuple[str, bool]]] = {}
    for kind, documents, scheme in _documents(book):
        for document in documents if kind not in lost_schemes(book) else ():
            chapter = book.handbook.chapters.get(document.chapter)
            if chapter:
                fits = _fits(document.code, scheme.replace("{chapter}", chapter.code))
                own.setdefault(document.chapter, []).append((document.code, fits))
    return {
        name: (each[0][0], len(each))
        for name, each in own.items()
        if len(each) >= _MANY and not any(fits for _, fits in each)
    }


def _documents(book: Book) -> Iterator[tuple[str, Sequence[Process | Form], str]]:
    codes = book.handbook.settings.codes
    yield "process", book.handbook.process_list, codes.process
    yield "form", book.handbook.form_list, codes.form


def _document(book: Book, document: Process | Form, scheme: str) -> Iterator[Diagnostic]:
    chapter = book.handbook.chapters.get(document.chapter)
    if chapter is None:
        return
    own = scheme.replace("{chapter}", chapter.code)
    if not _fits(document.code, own):
        example = own.replace("{number}", "01")
        yield RULE.at(document.where / "code", code=document.code, scheme=scheme, example=example)


def fits_chapter(book: Book, document: Process | Form) -> bool:
    """Whether a code is one of the chapter that its document stands in."""
    codes = book.handbook.settings.codes
    scheme = codes.process if isinstance(document, Process) else codes.form
    chapter = book.handbook.chapters.get(document.chapter)
    return chapter is None or _fits(document.code, scheme.replace("{chapter}", chapter.code))


def _any(scheme: str) -> str:
    """The scheme for any chapter."""
    return scheme.replace("{chapter}", "\0")


def _fits(code: str, scheme: str) -> bool:
    before, _, after = (re.escape(each) for each in scheme.partition("{number}"))
    form = f"{before}[0-9]+{after}".replace(re.escape("\0"), "[0-9A-Za-z]+")
    return re.fullmatch(form, code) is not None
