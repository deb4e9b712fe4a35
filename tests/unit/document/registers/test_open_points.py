"""What nobody has confirmed yet is listed statement by statement, with room to confirm it."""

from __future__ import annotations

from pages import context, table
from small import TAKE_ORDER, book

from generator.document.registers.open_points import open_points

SOURCES = """# processes/sources.yml
sources: [{source: survey, title: Survey, address: 'https://example.com/survey'}]
facts: [{fact: F001, source: survey, says: Orders come by phone., at: p. 3}]
"""
MEASURED = """kpis:
  - {kpi: In time, formula: a / b, target: 95 %, every: monthly, owner: manager, basis: [F001]}
  - {kpi: Complete, formula: c / d, target: 99 %, every: monthly, owner: manager}
risks:
  - {risk: Lost, control: Numbered, at: [take]}
records:
  - {record: Call list, keep: 1y, keeper: clerk}
"""


def rows(example: str = "") -> list[tuple[str, ...]]:
    return table(open_points(context(book(example))).table)


def test_every_kind_of_statement() -> None:
    found = rows(TAKE_ORDER + MEASURED.replace(", basis: [F001]", ""))
    take = "P-01-01 Take an order"
    mine = [row[:5] for row in found if row[1] == take]
    assert mine == [
        ("Step", take, "1 Take the order", "Write down what the customer wants.", "Shop manager"),
        ("Step", take, "2 Release the order", "Look at the customer's open bills.", "Shop manager"),
        ("Indicator", take, "In time", "95 %", "Shop manager"),
        ("Indicator", take, "Complete", "99 %", "Shop manager"),
        ("Risk", take, "Lost", "Numbered", "Shop manager"),
        ("Record", take, "Call list", "1 year", "Shop manager"),
    ]
    others = {row[0]: row for row in found}
    assert others["Form"][1:5] == (
        "FM-01-01 Order sheet", "Order sheet", "One sheet an order.", "Shop manager",
    )  # fmt: skip
    assert others["Parameter"][1:4] == ("PA-02", "Time to answer an order", "2 hours")
    assert others["Role"][1:3] == ("Customers", "Customer")


def test_what_rests_on_a_source_is_confirmed_and_a_statement_may_say_it_rests_on_nothing() -> None:
    example = SOURCES + TAKE_ORDER + "basis: [F001]\n" + MEASURED
    assert not [row for row in rows(example) if row[1] == "P-01-01 Take an order"]
    open_ = MEASURED.replace("basis: [F001]", "basis: []")
    found = rows(SOURCES + TAKE_ORDER + "basis: [F001]\n" + open_)
    assert [row[2] for row in found if row[1] == "P-01-01 Take an order"] == ["In time"]


def test_the_last_columns_are_there_to_fill_in() -> None:
    register = open_points(context(book()))
    assert register.blank == 3
    assert register.table.columns[-3:] == ("Confirmed by", "On", "Remark")
    assert {row[-3:] for row in table(register.table)} == {("", "", "")}
    assert register.hint.startswith("Practice of the trade")
