"""HB331: a due that cites a parameter which is no time."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.diagnostics import Diagnostic
from generator.notation.due_parameters import fill_due
from generator.notation.due_rules import DUE_PARAMETER
from generator.notation.inserts import ParameterInsert
from generator.rules.amounts import as_value
from generator.rules.book import Book

RULE = DUE_PARAMETER


def check(book: Book) -> Iterator[Diagnostic]:
    """Find dues whose parameter holds no due, or no duration where one is counted."""

    def value_of(insert: ParameterInsert) -> str | None:
        value = book.value(insert)
        if value is None:
            return None
        # What was meant as a duration (HB219) counts as one.
        return (value.kind == "text" and as_value(value.source)) or value.source

    for case in book.due_cases:
        for fault in fill_due(case.due, value_of).faults if case.due else ():
            yield fault.at(case.where)
