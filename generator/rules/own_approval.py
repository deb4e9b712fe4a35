"""HB415: people who approve what they prepared themselves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.base.diagnostics import N_, Diagnostic, Locator, Message, Related, Rule, Severity
from generator.model.approvals import Approvals
from generator.model.handbook import Handbook
from generator.model.hands import deciders, same_hand
from generator.model.process import Step
from generator.rules.book import Book
from generator.rules.examples import step, steps

_ASK = "forms: [{fill: order-sheet.order}]"
_SAY = "forms: [{approve: order-sheet.release}]"
RULE = Rule(
    code="HB415",
    name="own-approval",
    message=N_(
        "“{title}” would approve here what the same person does or answers for in “{step}”."
    ),
    hint=N_("Let somebody else prepare it, or let the next level approve."),
    why=N_("Nobody sees the own mistake, and nobody may grant the own request."),
    severity=Severity.WARNING,
    wrong=steps(step("ask", _ASK, role="manager"), step("approve", _SAY, "end: approved")),
    right=steps(step("ask", _ASK), step("approve", _SAY, "end: approved")),
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Find approvals by who did the work; by amount, by who answered for it too."""
    for process in book.handbook.process_list:
        approvals = Approvals(book.handbook, process)
        for each in approvals.steps:
            yield from _own(book.handbook, approvals, each)


def _own(handbook: Handbook, approvals: Approvals, step_: Step) -> Iterator[Diagnostic]:
    decide = deciders(handbook, step_)
    key = "authority" if step_.authority else "accountable"
    for before in approvals.preparing(step_):
        if before.responsible and same_hand(handbook, before.responsible, decide):
            yield _told(handbook, step_.where / key, before, before.responsible)
            return
        # An amount had better be approved by somebody else than who answers for the request.
        answers = before.accountable if step_.authority else None
        if answers and same_hand(handbook, answers, decide):
            found = _told(handbook, step_.where / key, before, answers)
            yield replace(found, severity=Severity.INFO)
            return


def _told(handbook: Handbook, where: Locator, before: Step, role: str) -> Diagnostic:
    known = handbook.roles.get(role)
    title = known.title.source if known else role
    said = (
        N_("done here by “{title}”")
        if role == before.responsible
        else N_("“{title}” answers for it here")
    )
    note = Message(said, {"title": title})
    related = (Related(before.where, note),)
    return RULE.at(where, related=related, title=title, step=before.title.source)
