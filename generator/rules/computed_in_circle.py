"""HB510: computed fields that need each other's value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.base.diagnostics import N_, Diagnostic, Rule
from generator.model.form import Field, Form
from generator.notation.expression_tree import fields_of
from generator.rules.book import Book
from generator.rules.circles import in_circles
from generator.rules.examples import ORDER_SHEET

_FIELDS = (
    ORDER_SHEET + "sections:\n"
    "  - section: order\n    title: Order\n    fields:\n"
    "      - {{field: customer, label: Customer, type: text}}\n"
    "      - {{field: kind, label: Kind, type: choice, options: [stock, custom]}}\n"
    "      - {{field: net, label: Net, type: money{net}}}\n"
    "      - {{field: tax, label: Tax, type: money, computed: net * 0.2}}\n"
    "  - section: release\n    title: Release\n    fields:\n"
    "      - {{field: manager_sign, label: Manager, type: signature, by: manager}}\n"
)
RULE = Rule(
    code="HB510",
    name="computed-in-circle",
    message=N_("“{label}” is computed from itself, directly or through other fields: {circle}."),
    hint=N_("Let one of these fields be filled by hand, or compute it from others."),
    why=N_("None of the fields of a circle ever gets a value: they would stay empty on each form."),
    wrong=_FIELDS.format(net=", computed: tax * 5"),
    right=_FIELDS.format(net=""),
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Find computed fields and columns that lead back to themselves; each circle is told once."""
    for form in book.handbook.form_list:
        computed = dict(_computed(form))
        needed = {name: _needed(name, field, computed) for name, field in computed.items()}
        for circle in in_circles(needed):
            field = computed[circle[0]]
            if field.computed:
                yield RULE.at(
                    field.computed.where,
                    label=field.label.source,
                    circle=" → ".join((*circle, circle[0])),
                )


def _computed(form: Form) -> Iterator[tuple[str, Field]]:
    """Yield name and field of all that is computed; a column under `table.column`."""
    for field in form.fields:
        if field.computed:
            yield field.field, field
        for column in field.columns:
            if column.computed:
                yield f"{field.field}.{column.field}", column


def _needed(name: str, field: Field, computed: Mapping[str, Field]) -> tuple[str, ...]:
    """The computed fields whose values a field needs."""
    if field.computed is None or field.computed.expression is None:
        return ()
    named = [each.name for each in fields_of(field.computed.expression)]
    table = name.rpartition(".")[0]
    inside = [f"{table}.{each}" if table else each for each in named]
    # A column names others of its row by their names alone, before the fields of the form.
    meant = (near if near in computed else far for near, far in zip(inside, named, strict=True))
    return tuple(each for each in meant if each in computed)
