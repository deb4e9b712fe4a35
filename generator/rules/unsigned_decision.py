"""HB416: approvals that the decider does not sign in the form that records them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Locator, Rule, Severity
from generator.model.approvals import Approvals, Ruling
from generator.model.handbook import Handbook
from generator.model.hands import deciders, same_hand
from generator.model.process import Step
from generator.rules.book import Book
from generator.rules.examples import ORDER_SHEET, step, steps
from generator.rules.homeless_role import is_homeless

_SHEET = (
    ORDER_SHEET + "sections:\n"
    "  - section: order\n    title: Order\n    fields:\n"
    "      - {{field: customer, label: Customer, type: text}}\n"
    "      - {{field: kind, label: Kind, type: choice, options: [stock, custom]}}\n"
    "  - section: release\n    title: Release\n    fields:\n"
    "      - {{field: verdict, label: Verdict, type: choice, options: [granted, sent back]}}\n"
    "      - {{field: sign, label: Signature, type: signature, by: {who}}}\n"
)
_STEPS = steps(
    step("ask", "forms: [{fill: order-sheet.order}]"),
    step(
        "release",
        "forms: [{fill: order-sheet.release}]",
        "decide: order-sheet.verdict",
        "choose: [{when: granted, end: released}, {when: sent back, next: ask}]",
        role="manager",
    ),
)
RULE = Rule(
    code="HB416",
    name="unsigned-decision",
    message=N_("“{title}” decides here, but has no signature in section “{section}”."),
    hint=N_("Add a signature “by: {role}” to that section, or name who signs it as the decider."),
    why=N_("The record has to show who said yes or no; else nobody can tell whether it was right."),
    severity=Severity.WARNING,
    wrong=_SHEET.format(who="clerk") + _STEPS,
    right=_SHEET.format(who="manager") + _STEPS,
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Find deciders without a signature in any section in which their approval is recorded."""
    if any(map(book.unjudged.may_hold, ("forms", "external", "type"))):
        return
    for process in book.handbook.process_list:
        approvals = Approvals(book.handbook, process)
        for step_ in approvals.steps:
            rulings = [each for each in approvals.rulings(step_) if _counts(book, each)]
            if rulings:
                yield from _unsigned(book.handbook, step_, rulings)


def _unsigned(handbook: Handbook, step_: Step, rulings: list[Ruling]) -> Iterator[Diagnostic]:
    if any(_by_band(step_, each) for each in rulings):
        return
    signers = [role for each in rulings for role in each.signers]
    for role in deciders(handbook, step_):
        known = handbook.roles.get(role)
        if known and not same_hand(handbook, role, signers):
            yield RULE.at(
                _place(step_, rulings[0]),
                title=known.title.source,
                section=rulings[0].section.title.source,
                role=role,
            )
            return


def _place(step_: Step, ruling: Ruling) -> Locator:
    return ruling.use.where if ruling.use else step_.where / "decide"


def _by_band(step_: Step, ruling: Ruling) -> bool:
    """Whether a signature goes by an authority as the step does; a wrong one is told as such."""
    return bool(step_.authority) and any(each.band for each in ruling.section.fields)


def _counts(book: Book, ruling: Ruling) -> bool:
    """Whether a section is one that the decider has to sign.

    People from outside decide for themselves; what is approved without any signature is told.
    """
    if not ruling.signers:
        return ruling.use is None or ruling.use.kind != "approve"
    roles = [book.handbook.roles.get(role) for role in ruling.signers]
    if None in roles:
        return False  # who signs is told to be unknown
    # Whoever reports to nobody is told as that, and may be one of them.
    outside = [each is not None and (each.external or is_homeless(book, each)) for each in roles]
    return not (any(outside) if ruling.use else all(outside))
