"""HB502: a form that uses the id of a field of the common form header."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Rule
from generator.rules.book import Book
from generator.rules.examples import ORDER_SHEET

_SECTIONS = (
    ORDER_SHEET + "sections:\n  - section: order\n    title: Order\n    fields:\n"
    "      - {{field: customer, label: Customer, type: text}}\n"
    "      - {{field: {field}, label: Taken by, type: person}}\n"
    "      - {{field: kind, label: Kind, type: choice, options: [stock, custom]}}\n"
    "  - section: release\n    title: Release\n    fields:\n"
    "      - {{field: manager_sign, label: Manager, type: signature, by: manager}}\n"
)
RULE = Rule(
    code="HB502",
    name="header-field-again",
    message=N_("“{id}” is a field of the common form header."),
    hint=N_("Take it out, or choose another id."),
    why=N_(
        "Every form has the header; two fields of one name cannot be told apart when a filled "
        "form comes back."
    ),
    wrong=_SECTIONS.format(field="filler"),
    right=_SECTIONS.format(field="taken_by"),
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Find fields with ids of the header."""
    header = {each.field for each in book.handbook.settings.form_header}
    for form in book.handbook.form_list:
        for field in form.fields:
            if field.field in header:
                yield RULE.at(field.where / "field", id=field.field)
