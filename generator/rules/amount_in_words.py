"""HB219: values of parameters with an amount that is written as in running text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Fix, Message, Rule, Safety
from generator.model.value import Value
from generator.rules.amount_spelling import amount_meant
from generator.rules.amounts import as_value
from generator.rules.book import Book
from generator.rules.currency_names import no_currency
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


_ONE_NUMBER = N_("Write one number without separators, and its currency behind it: “5000 CNY”.")
_THOUSANDS = re.compile(r"(?<![\d.])\d{1,3}\.\d{3}(?!\d)")


def check(book: Book) -> Iterator[Diagnostic]:
    """Find values that are a quantity to people and a text to the program."""
    for parameter in book.handbook.parameter_file.parameters:
        values = [parameter.is_, *(each.is_ for each in parameter.values)]
        values += [each.up_to for each in parameter.bands]
        values += [each.up_to for each in parameter.authority]
        for value in values:
            if value and value.kind == "text":
                yield from _in_words(value)


def _in_words(value: Value) -> Iterator[Diagnostic]:
    text = value.source
    if better := as_value(text):
        # A quantity that says its unit has one meaning, but for the point of thousands.
        sure = not _THOUSANDS.search(text)
    elif no_currency(value) or (meant := amount_meant(text)) is None:
        return  # told as a currency that does not exist, or no amount at all
    else:
        better, sure = meant
    fix = Fix.at(value.where, better, Safety.SAFE if sure else Safety.ASKS) if better else None
    hint = None if better else Message(_ONE_NUMBER)
    yield RULE.at(value.where, hint=hint, fix=fix, text=text, better=better)
