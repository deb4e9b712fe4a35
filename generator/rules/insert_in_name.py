"""HB231: the value of a parameter in a name, where it is not inserted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Rule
from generator.notation.inserts import ParameterInsert, StepInsert
from generator.rules.book import Book
from generator.rules.examples import TAKE_ORDER
from generator.rules.lookalike_insert import lookalikes
from generator.rules.names import bare_names, is_name

_INSERT = re.compile(r"\$\{[^{}]*\}")
RULE = Rule(
    code="HB231",
    name="insert-in-name",
    message=N_("“{insert}” would stand here as it is written: no value is put into a name."),
    hint=N_("Write the value itself, or other words; values stand in sentences, such as “do:”."),
    why=N_(
        "Titles, labels and options are names: pictures, lists, forms and searches show them as "
        "they are written, and readers would see the name of the parameter instead of its value."
    ),
    wrong=TAKE_ORDER + "title: Orders up to ${approval-limit}\n",
    right=TAKE_ORDER + "title: Small orders\n",
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Find inserts, and what only looks like one, in all names."""
    for text in filter(is_name, book.handbook.texts):
        for part in text.parts:
            if isinstance(part, ParameterInsert | StepInsert):
                yield RULE.at(text.where.within(part.start, part.end), insert=str(part))
        for found, _ in lookalikes(book, text):
            yield RULE.at(text.where.within(*found.span()), insert=found[0])
    for words, where in bare_names(book.handbook):
        for insert in _INSERT.finditer(words):
            yield RULE.at(where.within(*insert.span()), insert=insert[0])
