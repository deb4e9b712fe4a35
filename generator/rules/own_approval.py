"""HB415: people who approve what they prepared themselves, in an earlier step or in the same."""

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
            yield from _at_once(book.handbook, approvals, each)


def _own(handbook: Handbook, approvals: Approvals, step_: Step) -> Iterator[Diagnostic]:
    decide = deciders(handbook, step_)
    key = "authority" if step_.authority else "accountable"
    for before in approvals.preparing(step_):
        if before.responsible and same_hand(handbook, before.responsible, decide):
            yield _told(handbook, step_.where / key, before, before.responsible)
            return
        # An amount had better be approved by somebody else than who answers for the request.
        answers = before.accountable if _by_amount(handbook, approvals, step_, decide) else None
        if answers and same_hand(handbook, answers, decide):
            found = _told(handbook, step_.where / key, before, answers)
            yield replace(found, severity=Severity.INFO)
            return


def _by_amount(
    handbook: Handbook, approvals: Approvals, step_: Step, decide: tuple[str, ...]
) -> bool:
    """Whether a step decides about money: by an authority, or alone and without a way to refuse."""
    if step_.authority:
        return True
    does = step_.responsible
    alone = does and not step_.choose and not step_.choose_any
    return bool(alone and same_hand(handbook, does or "", decide)) and any(
        each.type == "money" or any(column.type == "money" for column in each.columns)
        for ruling in approvals.rulings(step_)
        if ruling.use and ruling.use.kind == "approve"
        for each in ruling.section.fields
    )


def _at_once(handbook: Handbook, approvals: Approvals, step_: Step) -> Iterator[Diagnostic]:
    """Find a step in which one person writes on a form and is the only one to approve it."""
    does = handbook.roles.get(step_.responsible or "")
    if does is None or does.external:
        return
    for form in dict.fromkeys(use.form for use in step_.forms if use.kind == "approve"):
        rulings = [
            each
            for each in approvals.rulings(step_)
            if each.form.id == form and each.use and each.use.kind == "approve"
        ]
        signs = [field.by for each in rulings for field in each.section.fields if field.by]
        if not signs or not all(same_hand(handbook, does.role, by) for by in signs):
            continue
        written = {
            use.section for use in step_.forms if use.form == form and use.kind in {"fill", "add"}
        }
        signed = {each.section.section for each in rulings}
        others = any(
            each.responsible and not same_hand(handbook, each.responsible, (does.role,))
            for each in approvals.preparing(step_)
        )
        # Who fills in no more than his own verdict on what others wrote does what he should.
        if rulings[0].use and written and not (others and written <= signed):
            yield _told(handbook, rulings[0].use.where, step_, does.role)
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
