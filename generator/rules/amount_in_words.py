"""HB219: values of parameters with an amount that is written as in running text."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.base.diagnostics import N_, Diagnostic, Fix, Rule, Safety
from generator.model.value import Value
from generator.rules.amounts import AMOUNT, amount_of
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
    message=N_("“{text}” is not read as an amount."),
    hint=N_("Write the number without separators, a space, and the currency: “{better}”."),
    why=N_(
        "What is not read as an amount is not compared: approval bands and the rules of forms "
        "would pass it by."
    ),
    wrong=_LIMIT.format(value="5万元"),
    right=_LIMIT.format(value="50000 CNY"),
)
_CHINESE = {"元", "圆", "块", "人民币", "RMB"}


def check(book: Book) -> Iterator[Diagnostic]:
    """Find values that are an amount to people and a text to the program."""
    for parameter in book.handbook.parameter_file.parameters:
        values = [parameter.is_, *(each.is_ for each in parameter.values)]
        values += [each.up_to for each in parameter.bands]
        for value in values:
            if value and value.kind == "text":
                yield from _amount(value, book.handbook.settings.currency)


def _amount(value: Value, currency: str) -> Iterator[Diagnostic]:
    found = AMOUNT.fullmatch(value.source.strip())
    if found is None:
        return
    unit = found["currency"] if found["currency"] not in _CHINESE else "CNY"
    better = f"{_plain(amount_of(found))} {unit or currency}"
    # An amount that says its currency has but one meaning.
    fix = Fix.at(value.where, better, Safety.SAFE if unit else Safety.ASKS)
    yield RULE.at(value.where, fix=fix, text=value.source, better=better)


def _plain(amount: Decimal) -> str:
    return f"{amount.normalize():f}"
