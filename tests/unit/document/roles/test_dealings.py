"""What a role works with, who waits for it, and for whom it waits."""

from __future__ import annotations

from pages import facts
from role_pages import page
from small import step, steps


def test_who_waits_for_a_role_and_for_whom_it_waits() -> None:
    example = steps(
        step("take"), step("check", role="manager"), step("tell", "end: told", role="clerk")
    )
    assert facts(page("clerk", example))["Waits for me"] == "Shop manager"
    assert facts(page("clerk", example))["I wait for"] == "Shop manager"
    assert facts(page("manager", example))["Waits for me"] == "Sales clerk"
