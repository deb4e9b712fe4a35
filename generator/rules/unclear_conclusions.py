"""HB507: signatures with conclusions of which none is said to be a refusal."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Rule, Severity
from generator.rules.book import Book
from generator.rules.examples import signed_sheet

_SIGN = "type: signature, by: manager, conclusions: [granted, sent back]"
RULE = Rule(
    code="HB507",
    name="unclear-conclusions",
    message=N_("“{label}” does not say which of its conclusions is no approval."),
    hint=N_("Add a line such as “refuses: [{last}]” with the conclusions that refuse."),
    why=N_("Without it a form that was sent back counts as approved when it is collected."),
    severity=Severity.WARNING,
    wrong=signed_sheet(_SIGN),
    right=signed_sheet(_SIGN + ", refuses: [sent back]"),
)
_CHOICE = 2


def check(book: Book) -> Iterator[Diagnostic]:
    """Find signatures with a choice of conclusions and no refusal among them."""
    for form in book.handbook.form_list:
        for field in form.fields:
            if len(field.conclusions) >= _CHOICE and not field.refuses:
                yield RULE.at(
                    field.where / "conclusions",
                    label=field.label.source,
                    last=field.conclusions[-1].source,
                )
