"""What is due for review, and what processes measure, risk, keep and hand over."""

from __future__ import annotations

from pages import page_at, section, table
from small import TAKE_ORDER, step, steps


def test_reviews_are_sorted_by_day_and_leave_out_what_is_retired() -> None:
    example = TAKE_ORDER + "review: 6mo\n"
    assert table(section(page_at("reviews", example), "list")) == [
        ("2026-07-01", "P-01-01 Take an order", "Shop manager", "Shop manager"),
        ("2027-01-01", "P-01-02 Ship an order", "Shop manager", "Shop manager"),
    ]
    retired = TAKE_ORDER + (
        "revisions: [{version: V2.0, date: 2026-06-01, approved: 2026-06-01, "
        "retired: 2026-07-01, change: x}]\n"
    )
    (left,) = table(section(page_at("reviews", retired), "list"))
    assert left[1] == "P-01-02 Ship an order"


def test_the_indicators_page_names_calls_and_hand_overs_with_their_conditions() -> None:
    rows = table(section(page_at("indicators"), "hand-overs"))
    assert rows[0] == (
        "P-01-01 Take an order",
        "1 Take the order",
        "hands over to",
        "P-01-02 Ship an order",
        "up to 5,000 EUR",
    )
    calls = steps(step("take", "call: ship-order", "end: done"))
    assert "calls" in table(section(page_at("indicators", calls), "hand-overs"))[0]
