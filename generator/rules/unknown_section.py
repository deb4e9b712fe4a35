"""HB205: sections that a form does not have."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Rule
from generator.rules.book import Book, did_you_mean, fix_meant
from generator.rules.examples import step, steps

RULE = Rule(
    code="HB205",
    name="unknown-section",
    message=N_("Form “{form}” has no section “{id}”."),
    hint=N_("Name a section that stands in the form, or add it there."),
    why=N_("The step would have nothing to fill in."),
    wrong=steps(step("take", "forms: [{fill: order-sheet.orders}]", "end: done")),
    right=steps(step("take", "forms: [{fill: order-sheet.order}]", "end: done")),
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Find uses of sections that do not exist."""
    for reference in book.references("section"):
        form_id, _, section = reference.id.partition(".")
        form = book.form(form_id)
        titles = {one.section: one.title.source for one in form.sections} if form else {}
        if form and section not in titles:
            hint = did_you_mean(section, titles)
            fix = fix_meant(reference.where, section, hint, f"{form_id}.{{close}}")
            yield RULE.at(reference.where, hint=hint, fix=fix, form=form_id, id=section)
