"""Who has a hand in a form: the signer where it is approved, else who does the step."""

from __future__ import annotations

import pytest
from small import book, step, steps

from generator.model.handbook import Handbook
from generator.model.hands import deciders, hands, same_hand, signers_of

_FORM = """# processes/sales/forms/order-sheet.yml
code: FM-01-01
title: Order sheet
owner: manager
revisions:
  - {version: V1.0, date: 2026-06-01, approved: 2026-06-15, effective: 2026-07-01, change: First}
sections:
  - section: order
    title: Order
    fields:
      - {field: customer, label: Customer, type: text}
  - section: release
    title: Release
    fields:
      - {field: sign, label: Signature, type: signature, by: [customer, manager]}
"""


def _used(*lines: str) -> tuple[Handbook, tuple[str, ...]]:
    handbook = book(_FORM + steps(step("take", *lines, "end: done")))
    use = handbook.uses_by_form["order-sheet"][0]
    return handbook, hands(handbook, use)


def test_filling_is_done_by_who_is_responsible() -> None:
    assert _used("forms: [{fill: order-sheet.order}]")[1] == ("clerk",)


def test_approving_is_the_signers_who_takes_part_in_the_step() -> None:
    assert _used("forms: [{approve: order-sheet.release}]")[1] == ("manager",)


def test_a_signer_from_outside_is_named_only_when_taking_part() -> None:
    handbook, found = _used("consulted: [customer]", "forms: [{approve: order-sheet.release}]")
    assert found == ("manager", "customer")
    assert signers_of(handbook, handbook.forms["order-sheet"], None) == ("manager", "customer")


def test_without_a_signature_approving_is_done_by_who_decides() -> None:
    assert _used("forms: [{approve: order-sheet.order}]")[1] == ("manager",)


def test_who_decides_by_amount_stands_in_the_bands() -> None:
    handbook = book(
        "# processes/parameters.yml\nparameters:\n"
        "  - {parameter: approval-limit, code: PA-01, title: Limit, is: 5000 EUR}\n"
        "  - {parameter: reply-time, code: PA-02, title: Time to answer, is: 2h}\n"
        "  - parameter: discount\n    code: PA-03\n    title: Discounts\n"
        "    bands: [{up-to: 500 EUR, role: clerk}, {role: manager}]\n"
        + steps(step("take", "end: done").replace("accountable: manager", "authority: discount"))
    )
    assert deciders(handbook, handbook.process_list[0].steps[0]) == ("clerk", "manager")


@pytest.mark.parametrize(("other", "same"), [("clerk", True), ("manager", False)])
def test_a_collective_role_may_be_the_same_person(other: str, same: bool) -> None:
    handbook = book(
        "# processes/organization.yml\nunits: [{unit: shop, title: Shop}]\nroles:\n"
        "  - {role: manager, title: Manager, unit: shop}\n"
        "  - {role: clerk, title: Clerk, unit: shop, reports-to: manager}\n"
        "  - {role: buyer, title: Buyer, unit: shop, reports-to: manager}\n"
        "  - {role: customer, title: Customer, unit: shop, external: true}\n"
        "  - {role: any-seller, title: A seller, any-of: [clerk, buyer]}\n"
    )
    assert same_hand(handbook, "any-seller", [other]) is same
