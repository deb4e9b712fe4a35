"""HB503: forms that no step uses."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Rule, Severity
from generator.model.control import Status
from generator.rules.book import Book

_FORM = (
    "# processes/sales/forms/{id}.yml\n"
    "code: {code}\ntitle: Note\nowner: manager\nkeep: 3y\n"
    "revisions:\n  - {{version: V1.0, date: 2026-01-01, approved: 2026-01-01, "
    "effective: 2026-01-01, change: First issue}}\n"
    "sections:\n  - section: order\n    title: Order\n    fields:\n"
    "      - {{field: kind, label: Kind, type: choice, options: [stock, custom]}}\n"
    "  - section: release\n    title: Release\n    fields:\n"
    "      - {{field: manager_sign, label: Manager, type: signature, by: manager}}\n"
)
RULE = Rule(
    code="HB503",
    name="idle-form",
    message=N_("No step uses the form “{title}”."),
    hint=N_("Name it under “forms:” of the step where it is filled, or retire it."),
    why=N_("A form that no process asks for is filled by nobody, or for nothing."),
    severity=Severity.WARNING,
    wrong=_FORM.format(id="note", code="FM-01-02"),
    right=_FORM.format(id="order-sheet", code="FM-01-01"),
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Find forms without a step."""
    idle = [
        form
        for form in book.handbook.form_list
        # A draft may wait for the step that will use it.
        if form.revision.status is Status.APPROVED
        and form.id not in book.handbook.uses_by_form
        and not book.unjudged.may_name(form.id)
    ]
    renamed = book.renamed("form", [form.id for form in idle]) if idle else ()
    for form in idle:
        if form.id not in renamed:
            yield RULE.at((form.where / "title").key, title=form.title.source)
