"""HB417: approvals of a section that nobody signs."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Rule, Severity
from generator.model.approvals import Approvals
from generator.rules.book import Book
from generator.rules.examples import step, steps

RULE = Rule(
    code="HB417",
    name="approves-nothing",
    message=N_("“approve: {use}” names a part of the form that has no signature."),
    hint=N_("Add a signature of the approver to it, or write “fill:” where nobody approves."),
    why=N_("The paper would name an approver and leave no place to sign."),
    severity=Severity.WARNING,
    wrong=steps(step("take", "forms: [{approve: order-sheet.order}]", "end: done")),
    right=steps(step("take", "forms: [{approve: order-sheet.release}]", "end: done")),
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Find uses that approve a section, or a whole form, without any signature."""
    if book.unjudged.may_hold("forms") or book.unjudged.may_hold("type"):
        return  # a signature may be a field whose type is not known
    for process in book.handbook.process_list:
        approvals = Approvals(book.handbook, process)
        for step_ in process.steps:
            for use in step_.forms:
                sections = [each for each in approvals.rulings(step_) if each.use is use]
                if use.kind == "approve" and sections and not any(s.signers for s in sections):
                    name = f"{use.form}.{use.section}" if use.section else use.form
                    yield RULE.at(use.where, use=name)
