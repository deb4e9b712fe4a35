"""What stands behind the steps of a process: records, indicators, risks, neighbours, parameters."""

from __future__ import annotations

from pages import has, links, page_at, section, table, texts
from small import TAKE_ORDER, step, steps

from generator.document.blocks import Target

ANNEX = (
    TAKE_ORDER
    + """records:
  - {record: Call list, keep: 1y, keeper: clerk, note: in the drawer}
kpis:
  - {kpi: Answered in time, formula: answered / all, target: 95 %, every: weekly, owner: manager}
risks:
  - {risk: An order is lost, control: Orders are numbered, at: [take]}
exceptions:
  - {when: The phone is dead, do: Use the mobile., to: [manager, clerk]}
"""
)


def test_records_indicators_risks_and_exceptions() -> None:
    page = page_at("processes/take-order", ANNEX)
    assert table(section(page, "records")) == [
        ("Call list", "", "1 year", "Sales clerk", "in the drawer")
    ]
    assert table(section(page, "indicators")) == [
        ("Answered in time", "answered / all", "95 %", "weekly", "Shop manager")
    ]
    assert table(section(page, "risks")) == [
        ("An order is lost", "Orders are numbered", "1 Take the order")
    ]
    assert table(section(page, "exceptions")) == [
        ("The phone is dead", "Use the mobile.", "Shop manager, Sales clerk")
    ]


def test_without_them_there_is_no_section() -> None:
    page = page_at("processes/take-order")
    for anchor in ("records", "indicators", "risks", "exceptions"):
        assert not has(page, anchor)


def test_neighbours_before_and_behind() -> None:
    before = texts(section(page_at("processes/ship-order"), "neighbours"))
    assert "It is started by:" in before
    assert "It leads to:" not in before
    behind = section(page_at("processes/take-order"), "neighbours")
    assert "It leads to:" in texts(behind)
    assert " (handed over at step " in texts(behind)
    assert links(behind)["Take the order"] == Target("process", "take-order", "step-take")


def test_a_call_is_no_hand_over() -> None:
    example = steps(step("take", "call: ship-order", "end: done"))
    behind = texts(section(page_at("processes/take-order", example), "neighbours"))
    assert " (called at step " in behind


def test_parameters_that_are_cited_here_with_their_values() -> None:
    page = page_at("processes/take-order")
    assert table(section(page, "parameters")) == [
        ("PA-02 Time to answer an order", "2 hours", ""),
        ("PA-01 Orders the clerk may release", "5,000 EUR", ""),
    ]
