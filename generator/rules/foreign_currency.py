"""HB236: an amount in a currency other than that of the amounts it is compared with."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Locator, Message, Related, Rule, Severity
from generator.base.i18n import known_currencies
from generator.model.value import Value
from generator.notation.expression_tree import parameters_of
from generator.rules.book import Book
from generator.rules.examples import DISCOUNT, by_authority, signed_sheet, step, steps
from generator.rules.expression_types import formulas

_STEPS = steps(
    step("ask", "forms: [{fill: order-sheet.order}]").replace("table: manager", "table: clerk"),
    by_authority(step("release", "forms: [{approve: order-sheet.release}]", "end: done")),
)
_SHEET = signed_sheet(
    "type: signature, band: discount, amount: price",
    "      - {field: price, label: Price, type: money}\n",
)
_COMPARED = N_("It is compared with {currency} here.")
RULE = Rule(
    code="HB236",
    name="foreign-currency",
    message=N_("“{amount}” is compared with amounts in {currency}."),
    hint=N_("Write the amount in {currency}, the currency of handbook.yml."),
    why=N_("Forms ask for amounts in the currency of the handbook: the limit would be another."),
    severity=Severity.WARNING,
    wrong=_SHEET + DISCOUNT.replace("up-to: 500 EUR", "up-to: 500 USD") + _STEPS,
    right=_SHEET + DISCOUNT + _STEPS,
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Find amounts of rules and approval bands in another currency than the money of forms."""
    if book.unjudged.may_set("currency"):
        return
    own = book.handbook.settings.currency
    known = known_currencies()
    if own not in known:
        return  # told as unknown
    found: dict[Locator, list[Locator]] = {}
    amounts: dict[Locator, Value] = {}
    for value, where in _compared(book):
        if value.currency in known and value.currency != own:
            amounts.setdefault(value.where, value)
            found.setdefault(value.where, []).append(where)
    for place, uses in found.items():
        note = Message(_COMPARED, {"currency": own})
        related = tuple(Related(each, note) for each in dict.fromkeys(uses))
        yield RULE.at(place, related=related, amount=amounts[place].source, currency=own)


def _compared(book: Book) -> Iterator[tuple[Value, Locator]]:
    """Yield the amounts that something is compared with, and where."""
    for form in book.handbook.form_list:
        for formula, _, _ in formulas(form):
            for insert in parameters_of(formula.expression) if formula.expression else ():
                value = book.value(insert)
                if value:
                    yield value, formula.where.within(insert.start, insert.end)
        for field in form.fields:
            for limit in _limits(book, field.band if field.amount else None):
                yield limit, field.where / "band"
    for process in book.handbook.process_list:
        for step_ in process.steps:
            for limit in _limits(book, step_.authority):
                yield limit, step_.where / "authority"


def _limits(book: Book, authority: str | None) -> Iterator[Value]:
    """The limits of an authority, one for all bands of the same currency."""
    parameter = book.handbook.parameters.get((authority or "").partition(".")[0])
    if parameter is None:
        return
    limits = [each.up_to for each in parameter.bands]
    limits += [each.up_to for each in parameter.authority]
    seen: set[str | None] = set()
    for each in filter(None, limits):
        if each.currency not in seen:
            seen.add(each.currency)
            yield each
