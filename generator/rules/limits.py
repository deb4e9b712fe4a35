"""HB506: limits of a field that no entry can keep."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Rule
from generator.model.form import Field
from generator.rules.book import Book
from generator.rules.examples import ORDER_SHEET

_SECTIONS = (
    ORDER_SHEET + "sections:\n"
    "  - section: order\n    title: Order\n    fields:\n"
    "      - {{field: customer, label: Customer, type: text}}\n"
    "      - {{field: kind, label: Kind, type: choice, options: [stock, custom]}}\n"
    "      - {{field: amount, label: Amount, type: money, min: {low}, max: {high}}}\n"
    "  - section: release\n    title: Release\n    fields:\n"
    "      - {{field: manager_sign, label: Manager, type: signature, by: manager}}\n"
)
RULE = Rule(
    code="HB506",
    name="limits",
    message=N_("“{low_key}: {low}” is above “{high_key}: {high}”."),
    hint=N_("Exchange the two, or mend the one that is wrong."),
    why=N_("No entry could keep both limits: every filled form would be found wrong."),
    wrong=_SECTIONS.format(low=100, high=10),
    right=_SECTIONS.format(low=10, high=100),
)
_PAIRS = (
    ("min", "max"),
    ("min-length", "max-length"),
    ("min-rows", "max-rows"),
    ("rows", "max-rows"),
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Compare the limits of every field and column, those of the common header too."""
    fields = list(book.handbook.settings.form_header)
    fields += [field for form in book.handbook.form_list for field in form.fields]
    for field in fields:
        for each in (field, *field.columns):
            yield from _limits(each)


def _limits(field: Field) -> Iterator[Diagnostic]:
    for low_key, high_key in _PAIRS:
        low = getattr(field, low_key.replace("-", "_"))
        high = getattr(field, high_key.replace("-", "_"))
        if low is not None and high is not None and low > high:
            yield RULE.at(
                field.where / low_key,
                low_key=low_key,
                high_key=high_key,
                low=str(low),
                high=str(high),
            )
