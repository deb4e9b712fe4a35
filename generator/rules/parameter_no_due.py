"""HB331: a due that cites a parameter which is no time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.base.diagnostics import N_, Diagnostic, Locator, Message, Related
from generator.notation.due_parameters import fill_due
from generator.notation.due_rules import DUE_PARAMETER
from generator.notation.inserts import ParameterInsert
from generator.rules.amounts import as_value
from generator.rules.book import Book

_CITED = N_("It is cited here.")
_TIME = N_("Write a duration such as 2h, or a whole due such as “weekly sat 18:00”.")
RULE = DUE_PARAMETER


def check(book: Book) -> Iterator[Diagnostic]:
    """Find dues whose parameter holds no due, or no duration where one is counted."""

    def value_of(insert: ParameterInsert) -> str | None:
        value = book.value(insert)
        if value is None:
            return None
        # What was meant as a duration (HB219) counts as one.
        return (value.kind == "text" and as_value(value.source)) or value.source

    wrong: dict[Locator, list[Diagnostic]] = {}
    for case in book.dated:
        for fault in fill_due(case.due, value_of).faults if case.due else ():
            found = fault.at(case.where)
            (insert,) = case.due.parameters if case.due else ()
            value = book.value(insert)
            if value and value.kind == "text":
                wrong.setdefault(value.where, []).append(found)
            else:
                yield found
    for where, uses in wrong.items():
        # What is no quantity of any kind is misspelt where it stands, not where it is cited.
        related = tuple(Related(each.where, Message(_CITED)) for each in uses)
        yield replace(uses[0], where=where, hint=Message(_TIME), related=related)
