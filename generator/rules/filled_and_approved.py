"""HB422: one step that fills in a form and has it approved at once."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Rule, Severity
from generator.model.approvals import Approvals
from generator.model.hands import same_hand
from generator.rules.book import Book
from generator.rules.examples import step, steps

_BOTH = "forms: [{fill: order-sheet.order}, {approve: order-sheet.release}]"
RULE = Rule(
    code="HB422",
    name="filled-and-approved",
    message=N_("“{title}” is done by “{role}”, who fills in “{form}” and would approve it too."),
    hint=N_("Make two steps of it: one that fills it in, one in which “{signer}” approves."),
    why=N_("A step is done by one person; two persons and two dates need two steps."),
    severity=Severity.WARNING,
    wrong=steps(step("take", _BOTH, "end: done")),
    right=steps(
        step("take", "forms: [{fill: order-sheet.order}]"),
        step("release", "forms: [{approve: order-sheet.release}]", "end: done", role="manager"),
    ),
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Find steps that write on a form and approve it, done by somebody who does not sign."""
    for process in book.handbook.process_list:
        approvals = Approvals(book.handbook, process)
        for step_ in process.steps:
            written = {use.form for use in step_.forms if use.kind in {"fill", "add"}}
            for ruling in approvals.rulings(step_):
                if ruling.use is None or ruling.use.kind != "approve":
                    continue
                signers = [book.handbook.roles.get(role) for role in ruling.signers]
                inside = [each for each in signers if each and not each.external]
                if ruling.form.id not in written or not inside or not step_.responsible:
                    continue
                if not same_hand(book.handbook, step_.responsible, ruling.signers):
                    role = book.handbook.roles.get(step_.responsible)
                    yield RULE.at(
                        ruling.use.where,
                        title=step_.title.source,
                        role=role.title.source if role else step_.responsible,
                        form=ruling.form.title.source,
                        signer=inside[0].title.source,
                    )
