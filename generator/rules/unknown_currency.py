"""HB233: currencies that do not exist."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Fix, Locator, Message, Rule
from generator.base.i18n import known_currencies
from generator.base.nearest import nearest
from generator.rules.book import Book
from generator.rules.currency_names import currency_called, in_place_of_currency

_CURRENCY = "# processes/handbook.yml\ncurrency: {currency}\n"
# Looked up in no table: nearly every handbook has but one of them.
_WIDESPREAD = frozenset({"CNY", "EUR", "GBP", "HKD", "JPY", "USD"})
RULE = Rule(
    code="HB233",
    name="unknown-currency",
    message=N_("There is no currency “{currency}”."),
    hint=N_("Write the three letters of a currency that there is, such as {example}."),
    why=N_("Amounts on pages and forms would stand in a currency that nobody can pay in."),
    wrong=_CURRENCY.format(currency="GPB"),
    right=_CURRENCY.format(currency="EUR"),
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Look up the currency of the handbook and those of its parameters."""
    for currency, where in _named(book):
        if currency in _WIDESPREAD or currency in known_currencies():
            continue
        close = _close(currency)
        hint = Message("Did you mean “{close}”?", {"close": close}) if close else None
        fix = Fix.at(where, close) if close else None
        example = book.handbook.settings.currency if currency else "CNY"
        example = example if example != currency else "CNY"
        yield RULE.at(where, hint=hint, fix=fix, currency=currency, example=example)


def _named(book: Book) -> Iterator[tuple[str, Locator]]:
    settings = book.handbook.settings
    yield settings.currency, settings.where / "currency"
    for parameter in book.handbook.parameter_file.parameters:
        values = [parameter.is_, *(each.is_ for each in parameter.values)]
        values += [each.up_to for each in parameter.bands]
        values += [each.up_to for each in parameter.authority]
        for value in values:
            if value and (unit := value.currency or in_place_of_currency(value)):
                at = value.source.rindex(unit)
                yield unit, value.where.within(at, at + len(unit))


def _close(currency: str) -> str | None:
    """The currency that was meant: mostly a common one with two letters exchanged."""
    if known := currency_called(currency):
        return known
    turned = {each for each in _WIDESPREAD if sorted(each) == sorted(currency)}
    return min(turned, default=None) or nearest(currency, _WIDESPREAD | known_currencies())
