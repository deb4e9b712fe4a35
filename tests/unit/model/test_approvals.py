"""Which steps approve: what the keys say, what a signature says, and where the outcomes lead."""

from __future__ import annotations

import pytest
from approvals import approvals_book
from pages import context, real

from generator.document.blocks import text_of
from generator.document.process_page import form_uses
from generator.model.approvals import Approvals
from generator.model.handbook import StepUse
from generator.model.hands import hands
from generator.rules.examples import ORDER_SHEET, step, steps

SHEET = (
    ORDER_SHEET + "sections:\n"
    "  - section: order\n    title: Order\n    fields:\n"
    "      - {field: customer, label: Customer, type: text}\n"
    "      - {field: kind, label: Kind, type: choice, options: [stock, custom]}\n"
    "      - {field: verdict, label: Verdict, type: choice, options: [fine, not agreed]}\n"
    "  - section: release\n    title: Release\n    fields:\n"
    "      - {field: sign, label: Signature, type: signature, by: manager,\n"
    "         conclusions: [released, refused], refuses: [refused]}\n"
)
VERDICT = "decide: order-sheet.verdict"
FILL = "forms: [{fill: order-sheet.order}]"


def approving(*more: str, role: str = "clerk", sheet: str = SHEET) -> dict[str, list[str]]:
    """The outcomes that grant, by the steps that approve, with `more` as the middle step."""
    book = approvals_book(
        sheet + steps(step("ask", FILL), step("say", *more, role=role), step("go", "end: gone"))
    )
    process = book.processes["take-order"]
    found = Approvals(book, process)
    return {
        each.id: [
            "/".join(text.source for text in way.when)
            for way in book.flows[process.id].exits[each.id]
            if found.grants(each, way)
        ]
        for each in found.steps
    }


def choose(first: str, second: str) -> str:
    return f"choose: [{{when: {first}}}, {{when: {second}}}]"


@pytest.mark.parametrize(
    ("lines", "grants"),
    [
        # Only how to go on.
        (("decide: order-sheet.kind", choose("stock, next: go", "custom, end: made")), None),
        ((choose("yes, next: go", "not agreed, end: over"),), None),
        # Ends with a word of refusal, or sends work back to somebody else.
        (
            ("decide: order-sheet.verdict", choose("fine, next: go", "not agreed, end: over")),
            ["fine"],
        ),
        # The keys say it.
        (("forms: [{approve: order-sheet.release}]", "next: go"), [""]),
        # The decider fills in a section with a signature that can refuse.
        (
            (
                "forms: [{fill: order-sheet.release}]",
                choose("released, next: go", "refused, end: over"),
            ),
            ["released"],
        ),
    ],
)
def test_what_approves_and_which_outcomes_grant(
    lines: tuple[str, ...], grants: list[str] | None
) -> None:
    assert approving(*lines) == ({} if grants is None else {"say": grants})


def test_a_signature_that_cannot_refuse_is_no_approval() -> None:
    lines = ("forms: [{fill: order-sheet.release}]", choose("a, next: go", "b, end: over"))
    assert approving(*lines) == {"say": ["a", "b"]}
    assert approving(*lines, sheet=SHEET.replace(", refuses: [refused]", "")) == {}


def test_work_sent_back_to_somebody_else_was_refused_and_own_rework_is_none() -> None:
    back = (VERDICT, choose("fine, next: go", "not agreed, next: ask"))
    assert approving(*back, role="manager") == {"say": ["fine"]}
    assert approving(*back, role="clerk") == {}
    quiet = ("decide: order-sheet.kind", choose("stock, next: go", "custom, next: ask"))
    assert approving(*quiet, role="manager") == {"say": ["stock"]}


def test_who_prepared_is_who_wrote_on_the_form_before() -> None:
    book = approvals_book(
        SHEET
        + steps(
            step("ask", FILL),
            step("look"),
            step("say", "forms: [{approve: order-sheet.release}]"),
            step("later", "forms: [{add: order-sheet.order}]", choose("a, next: ask", "b, end: b")),
        )
    )
    process = book.processes["take-order"]
    found = Approvals(book, process)
    (said,) = found.steps
    assert [each.id for each in found.preparing(said)] == ["ask"]


def test_every_approval_of_the_handbook_is_printed_with_the_signers_of_its_section() -> None:
    book = real()
    ctx = context(book)
    count = 0
    for process in book.process_list:
        for each in process.steps:
            for use in each.forms:
                if use.kind != "approve":
                    continue
                sections = book.forms[use.form].sections
                signers = {
                    role
                    for section in sections
                    if use.section in {None, section.section}
                    for field in section.fields
                    for role in field.by
                }
                who = hands(book, StepUse(process, each, use))
                assert set(who) <= signers, (process.id, each.id)
                said = text_of(form_uses(ctx, process, each))
                titles = [text_of(ctx.links.role(role)) for role in who]
                assert who == (each.responsible,) or all(title in said for title in titles)
                count += 1
    assert count >= 4
