"""HB505: choices that leave nothing to choose."""

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
    "      - {{field: way, label: Way, type: choice, options: {options}}}\n"
    "  - section: release\n    title: Release\n    fields:\n"
    "      - {{field: manager_sign, label: Manager, type: signature, by: manager}}\n"
)
RULE = Rule(
    code="HB505",
    name="few-options",
    message=N_("“{label}” has only one option to choose from."),
    hint=N_(
        "List the options one a line with “- ”, or in brackets parted by the comma “, ” of the "
        "English keyboard; for a yes or no use “type: check”."
    ),
    why=N_("Mostly several options were parted by another mark and have become one."),
    wrong=_SECTIONS.format(options="[post]"),
    right=_SECTIONS.format(options="[post, courier]"),
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Find fields of type choice with a single option."""
    for form in book.handbook.form_list:
        for field in form.fields:
            for each in (field, *field.columns):
                # Parted by the wrong mark, the one option has a finding of its own.
                if is_single(each) and not any(mark in each.options[0].source for mark in "，、；"):
                    yield RULE.at(each.options[0].where, label=each.label.source)


def is_single(field: Field) -> bool:
    """Whether a choice has one option alone: others may be lost, and are not told elsewhere."""
    return field.type == "choice" and len(field.options) == 1
