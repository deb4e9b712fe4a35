"""HB702: document codes that do not follow the scheme of handbook.yml."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Rule
from generator.model.form import Form
from generator.model.process import Process
from generator.rules.book import Book
from generator.rules.examples import TAKE_ORDER

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
    codes = book.handbook.settings.codes
    given = Counter(each.code for each in book.handbook.documents)
    schemes = ((book.handbook.process_list, codes.process), (book.handbook.form_list, codes.form))
    for documents, scheme in schemes:
        for document in documents:
            if given[document.code] == 1:  # the code of another document is told as such
                yield from _document(book, document, scheme)
    for parameter in book.handbook.parameter_file.parameters:
        if parameter.code and not _fits(parameter.code, codes.parameter):
            example = codes.parameter.replace("{number}", "01")
            yield RULE.at(
                parameter.where / "code",
                code=parameter.code,
                scheme=codes.parameter,
                example=example,
            )


def _document(book: Book, document: Process | Form, scheme: str) -> Iterator[Diagnostic]:
    chapter = book.handbook.chapters.get(document.chapter)
    if chapter is None:
        return
    own = scheme.replace("{chapter}", chapter.code)
    if not _fits(document.code, own):
        example = own.replace("{number}", "01")
        yield RULE.at(document.where / "code", code=document.code, scheme=scheme, example=example)


def _fits(code: str, scheme: str) -> bool:
    before, _, after = scheme.partition("{number}")
    return re.fullmatch(re.escape(before) + "[0-9]+" + re.escape(after), code) is not None
