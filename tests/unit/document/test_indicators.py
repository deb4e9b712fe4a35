"""Indicators, risks, records and hand-overs of all processes stand in one place."""

from __future__ import annotations

from pages import has, page_at, section, table
from small import TAKE_ORDER, step, steps

MEASURED = (
    TAKE_ORDER
    + """kpis:
  - {kpi: Answered in time, formula: answered / all, target: 95 %, every: monthly, owner: manager}
risks:
  - {risk: An order is lost, control: Orders are numbered, at: [take, release]}
"""
)


def test_what_is_measured_and_what_may_go_wrong() -> None:
    page = page_at("indicators", MEASURED)
    assert table(section(page, "indicators")) == [
        ("Answered in time", "answered / all", "95 %", "monthly", "Shop manager",
         "P-01-01 Take an order"),
    ]  # fmt: skip
    assert table(section(page, "risks")) == [
        ("An order is lost", "Orders are numbered", "1 Take the order, 2 Release the order",
         "P-01-01 Take an order"),
    ]  # fmt: skip


def test_records_with_how_long_and_by_whom_they_are_kept() -> None:
    assert table(section(page_at("indicators"), "records")) == [
        ("Order file", "FM-01-01 Order sheet", "3 years", "Sales clerk", "P-01-02 Ship an order")
    ]


def test_calls_and_hand_overs_with_their_conditions() -> None:
    rows = table(section(page_at("indicators"), "hand-overs"))
    assert rows == [
        ("P-01-01 Take an order", "1 Take the order", "hands over to", "P-01-02 Ship an order",
         "up to 5,000 EUR"),
        ("P-01-01 Take an order", "2 Release the order", "hands over to", "P-01-02 Ship an order",
         ""),
    ]  # fmt: skip
    calls = steps(step("take", "call: ship-order", "end: done"))
    assert table(section(page_at("indicators", calls), "hand-overs"))[0][2] == "calls"


def test_what_is_nowhere_has_no_section() -> None:
    assert not has(page_at("indicators"), "risks")
    assert not has(page_at("indicators"), "indicators")
