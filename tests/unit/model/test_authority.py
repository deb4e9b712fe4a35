"""Rights to decide: who may, up to which amount, and which right covers which."""

from __future__ import annotations

from approvals import approvals_book

from generator.model.authority import below, covers
from generator.rules.examples import step, steps


def test_bands_and_matters_are_cited_by_name() -> None:
    known = approvals_book().authorities
    assert {name: each.roles for name, each in known.items()} == {
        "discount": ("desk", "manager"),
        "approvals": ("manager", "owner"),
        "approvals.contract": ("manager", "owner"),
        "approvals.territory": ("manager", "owner"),
        "approvals.lease": ("manager", "owner"),
        "approvals.seal": ("owner",),
    }
    assert [name for name, each in known.items() if each.by_amount] == [
        "discount",
        "approvals.lease",
    ]
    assert [name for name, each in known.items() if not each.listed] == [
        "approvals",
        "approvals.contract",
    ]
    assert known["approvals.lease"].title.source == "Leases"


def test_a_whole_covers_its_parts_and_never_the_other_way_round() -> None:
    known = approvals_book().authorities
    assert covers(known, "approvals", "approvals.seal")
    assert covers(known, "approvals.contract", "approvals.lease")
    assert not covers(known, "approvals.lease", "approvals.contract")
    assert not covers(known, "approvals.lease", "approvals.territory")
    assert not covers(known, "discount", "approvals.seal")
    assert covers(known, "nobody-knows", "nobody-knows")


def test_parts_of_parts_are_below_too() -> None:
    table = approvals_book().parameters["approvals"].authority
    assert [each.matter for each in below(table, "contract")] == [
        "contract", "territory", "lease", "lease",
    ]  # fmt: skip


def test_a_step_decides_by_a_matter() -> None:
    line = "authority: approvals.lease"
    found = approvals_book(steps(step("take", line, "end: done").replace(
        "    accountable: manager\n", "")))  # fmt: skip
    parts = [(each.role, each.mark) for each in found.assignments_by_process["take-order"]]
    assert parts == [("clerk", "R"), ("manager", "A*"), ("owner", "A*")]
