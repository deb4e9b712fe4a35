"""HB206: fields that a form does not have."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Rule
from generator.rules.book import Book, did_you_mean, fix_meant
from generator.rules.examples import step, steps

RULE = Rule(
    code="HB206",
    name="unknown-field",
    message=N_("Form “{form}” has no field “{id}”."),
    hint=N_("Name a field that stands in the form, or add it there."),
    why=N_("The decision or the date would come from nowhere."),
    wrong=steps(step("take", "end: done", due="by order-sheet.placed_at")),
    right=steps(step("take", "end: done", due="by order-sheet.placed_on")),
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Find references to fields that do not exist."""
    for reference in book.references("field"):
        form_id, _, name = reference.id.partition(".")
        form = book.form(form_id)
        if form and book.field(form_id, name) is None:
            titles = {one.field: one.label.source for one in form.fields}
            hint = did_you_mean(name, titles)
            fix = fix_meant(reference.where, name, hint, f"{form_id}.{{close}}")
            yield RULE.at(reference.where, hint=hint, fix=fix, form=form_id, id=name)
