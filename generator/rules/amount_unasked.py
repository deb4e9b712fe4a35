"""HB424: approvals by amount in a form that does not go by it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Rule, Severity
from generator.model.approvals import Approvals
from generator.rules.book import Book
from generator.rules.examples import ASK, DISCOUNT, by_authority, signed_sheet, step, steps

_PRICE = "      - {field: price, label: Price, type: money}\n"
_STEPS = DISCOUNT + steps(
    ASK,
    by_authority(step("release", "forms: [{approve: order-sheet.release}]", "end: done")),
)
RULE = Rule(
    code="HB424",
    name="amount-unasked",
    message=N_("“{title}” decides by the amounts of “{authority}”, section “{section}” does not."),
    hint=N_("Give its signature “band: {id}” and the field that holds the amount as “amount:”."),
    why=N_("Which level has to sign could not be told from the form, by people or by programs."),
    severity=Severity.WARNING,
    wrong=signed_sheet("type: signature, by: [manager, owner]", _PRICE) + _STEPS,
    right=signed_sheet("type: signature, band: discount, amount: price", _PRICE) + _STEPS,
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Find steps that decide by amount where no signature goes by an authority."""
    if book.unjudged.may_hold("forms"):
        return
    for process in book.handbook.process_list:
        approvals = Approvals(book.handbook, process)
        for step_ in process.steps:
            authority = book.handbook.authorities.get(step_.authority or "")
            rulings = approvals.rulings(step_) if authority else ()
            amounts = authority and (
                authority.by_amount or any(each.up_to for each in authority.matters)
            )
            banded = any(field.band for each in rulings for field in each.section.fields)
            signed = any(each.signers for each in rulings)
            if authority and amounts and signed and not banded:
                yield RULE.at(
                    step_.where / "authority",
                    title=step_.title.source,
                    authority=authority.title.source,
                    section=rulings[0].section.title.source,
                    id=authority.id,
                )
