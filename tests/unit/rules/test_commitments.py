"""A commitment is found wherever a way goes round its approval, and nowhere else."""

from __future__ import annotations

import pytest
from small import check

from generator.rules.examples import ASK, DISCOUNT, ORDER_SHEET, by_authority, step, steps

SHEET = (
    ORDER_SHEET + "sections:\n"
    "  - section: order\n    title: Order\n    fields:\n"
    "      - {field: customer, label: Customer, type: text}\n"
    "      - {field: kind, label: Kind, type: choice, options: [stock, custom]}\n"
    "      - {field: price, label: Price, type: money}\n"
    "  - section: release\n    title: Release\n    fields:\n"
    "      - {field: sign, label: Signature, type: signature, band: discount, amount: price,\n"
    "         conclusions: [granted, refused], refuses: [refused]}\n"
)
SIGN = step("sign", "commits: discount", "end: signed")


def approve(*outcomes: str) -> str:
    lines = ", ".join(f"{{when: {each}}}" for each in outcomes)
    return by_authority(
        step("approve", "forms: [{fill: order-sheet.release}]", "decide: order-sheet.sign",
             f"choose: [{lines}]")
    )  # fmt: skip


def ways(*parts: str) -> list[list[str]]:
    """The ways round the approval: each as the titles of the steps that it passes."""
    found = check(DISCOUNT + SHEET + steps(*parts)).diagnostics
    told = [each for each in found if each.rule.code == "HB414"]
    return [str(each.args["path"]).split(" → ") for each in told]


EITHER = "choose: [{when: a, next: approve}, {when: b, next: sign}]"
GRANTED, REFUSED = "granted, next: sign", "refused, end: over"


@pytest.mark.parametrize(
    ("parts", "round_it"),
    [
        ((ASK, approve(GRANTED, REFUSED), SIGN), []),
        ((ASK, approve(GRANTED, "refused, next: sign"), SIGN), [["Take", "Approve", "Sign"]]),
        ((ASK, SIGN), [["Take", "Sign"]]),
        # A way back to before the approval, and round it from there.
        (
            (
                ASK.replace("forms:", f"{EITHER}\n    forms:"),
                approve(GRANTED, "refused, next: take"),
                SIGN,
            ),
            [["Take", "Sign"]],
        ),
    ],
)  # fmt: skip
def test_every_way_from_the_start_passes_a_granting_outcome(
    parts: tuple[str, ...], round_it: list[list[str]]
) -> None:
    assert ways(*parts) == round_it


def test_what_starts_together_waits_at_the_join_for_the_approval() -> None:
    start = ASK.replace("forms:", "together: [approve, look]\n    join: sign\n    forms:")
    look = step("look", "next: sign")
    assert ways(start, approve(GRANTED, REFUSED), look, SIGN) == []
    other = step("check", "next: sign")
    begin = ASK.replace("forms:", "together: [check, look]\n    join: sign\n    forms:")
    assert ways(begin, other, look, SIGN) == [["Take", "Check", "Sign"]]


def test_a_member_of_the_group_does_not_wait_for_another() -> None:
    start = ASK.replace("forms:", "together: [approve, look]\n    join: sign\n    forms:")
    look = step("look", "commits: discount", "next: sign")
    sign = step("sign", "end: signed")
    assert ways(start, approve(GRANTED, REFUSED), look, sign) == [["Take", "Look"]]


def test_an_approval_that_binds_at_once_covers_itself() -> None:
    both = approve("granted, end: signed", REFUSED).replace("due:", "commits: discount\n    due:")
    assert ways(ASK, both) == []


def test_a_later_refusal_takes_an_older_approval_back() -> None:
    again = approve("granted, next: sign", "refused, next: sign").replace("approve", "confirm", 1)
    again = again.replace("title: Approve", "title: Confirm")
    first = approve("granted, next: confirm", REFUSED)
    assert ways(ASK, first, again, SIGN) == [["Take", "Approve", "Confirm", "Sign"]]
    lead_away = again.replace("refused, next: sign", "refused, end: over")
    assert ways(ASK, first, lead_away, SIGN) == []


def test_what_is_approved_once_binds_once() -> None:
    sign = SIGN.replace("end: signed", "next: look")
    more = "choose: [{when: more, next: sign}, {when: enough, end: signed}]"
    assert ways(ASK, approve(GRANTED, REFUSED), sign, step("look", more)) == [
        ["Take", "Approve", "Sign", "Look", "Sign"]
    ]
    again = more.replace("next: sign", "next: approve")
    assert ways(ASK, approve(GRANTED, REFUSED), sign, step("look", again)) == []


def test_what_is_sent_back_is_done_again_and_binds_to_nothing_new() -> None:
    sign = SIGN.replace("end: signed", "next: look")
    look = step(
        "look", "decide: order-sheet.kind",
        "choose: [{when: custom, next: sign}, {when: stock, end: signed}]", role="manager",
    )  # fmt: skip
    assert ways(ASK, approve(GRANTED, REFUSED), sign, look) == []
