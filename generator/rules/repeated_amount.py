"""HB225: an amount in running text that is the value of a parameter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from generator.base.diagnostics import N_, Diagnostic, Fix, Rule, Severity
from generator.rules.amounts import amounts_in
from generator.rules.book import Book
from generator.rules.examples import TAKE_ORDER

_Amount = tuple[Decimal, str]
# Where amounts are defined, and where sources are quoted as they stand.
_ELSEWHERE = re.compile(r"processes/(?:parameters|sources|glossary)\.ya?ml")
RULE = Rule(
    code="HB225",
    name="repeated-amount",
    message=N_("“{text}” is the value of “{title}”, written a second time."),
    hint=N_("Write “{better}”, so that a change of the parameter reaches this place."),
    why=N_("When the parameter changes, this sentence would go on telling the old amount."),
    severity=Severity.WARNING,
    wrong=TAKE_ORDER + "scope: Orders up to 5,000 EUR.\n",
    right=TAKE_ORDER + "scope: Orders up to ${approval-limit}.\n",
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Compare the amounts in texts with those of the parameters."""
    known = parameter_amounts(book)
    if not known:
        return
    for text in book.handbook.texts:
        if _ELSEWHERE.fullmatch(text.where.file):
            continue
        for start, end, amount, currency in amounts_in(text.source):
            named = known.get((amount, currency))
            if named:
                title, name = named
                place = text.where.within(start, end)
                better = f"${{{name}}}"
                fix = Fix.at(place, better)
                yield RULE.at(
                    place, fix=fix, text=text.source[start:end], title=title, better=better
                )


def parameter_amounts(book: Book) -> Mapping[_Amount, tuple[str, str]]:
    """Amount → title and name of the parameter that has it; those of two are nobody's."""
    found: dict[_Amount, tuple[str, str]] = {}
    twice: set[_Amount] = set()
    for name, parameter in book.handbook.parameters.items():
        values = [(name, parameter.is_)]
        values += [(f"{name}.{each.value}", each.is_) for each in parameter.values]
        values += [(f"{name}.{each.value}", each.up_to) for each in parameter.bands if each.value]
        for key, value in values:
            if value and value.kind == "money" and value.amount is not None:
                amount = (value.amount, value.currency or "")
                if amount in found:
                    twice.add(amount)
                found[amount] = (parameter.title.source, key)
    return {amount: named for amount, named in found.items() if amount not in twice}
