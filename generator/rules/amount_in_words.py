"""HB219: values of parameters with an amount that is written as in running text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Fix, Rule, Safety
from generator.rules.amounts import as_value
from generator.rules.book import Book
from generator.rules.examples import PARAMETERS

_LIMIT = (
    PARAMETERS + "parameters:\n"
    "  - {{parameter: approval-limit, code: PA-01, title: Limit, is: {value}}}\n"
    "  - {{parameter: reply-time, code: PA-02, title: Time to answer, is: 2h}}\n"
)
RULE = Rule(
    code="HB219",
    name="amount-in-words",
    message=N_("“{text}” is read as words, not as a quantity."),
    hint=N_("Write the number without separators, and its unit: “{better}”."),
    why=N_(
        "What is not read as an amount, a share or a time is not compared: approval bands, dues "
        "and the rules of forms would pass it by."
    ),
    wrong=_LIMIT.format(value="5万元"),
    right=_LIMIT.format(value="50000 CNY"),
)


_THOUSANDS = re.compile(r"(?<![\d.])\d{1,3}\.\d{3}(?!\d)")


def check(book: Book) -> Iterator[Diagnostic]:
    """Find values that are a quantity to people and a text to the program."""
    for parameter in book.handbook.parameter_file.parameters:
        values = [parameter.is_, *(each.is_ for each in parameter.values)]
        values += [each.up_to for each in parameter.bands]
        for value in values:
            better = as_value(value.source) if value and value.kind == "text" else None
            if value and better:
                # A quantity that says its unit has one meaning, but for the point of thousands.
                safety = Safety.ASKS if _THOUSANDS.search(value.source) else Safety.SAFE
                fix = Fix.at(value.where, better, safety)
                yield RULE.at(value.where, fix=fix, text=value.source, better=better)
