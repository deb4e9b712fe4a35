"""The forms and the parameters of the workbook, each with where it is used."""

from __future__ import annotations

from pages import context, table
from small import book

from generator.document.registers.papers import forms, parameters

PARAMETERS = """# processes/parameters.yml
parameters:
  - {parameter: approval-limit, code: PA-01, title: Limit, is: 5000 EUR, note: per order}
  - parameter: reply-time
    code: PA-02
    title: Time to answer
    is: 2h
  - parameter: discount
    code: PA-03
    title: Discounts
    bands:
      - {up-to: 500 EUR, role: clerk}
      - {role: manager}
  - parameter: colours
    title: Colours
    values:
      - {value: new, label: New bicycles, is: red}
      - {value: old, label: Old ones, is: blue}
"""


def test_forms_chapter_by_chapter() -> None:
    register = forms(context(book()))
    assert (register.name, register.table.caption) == ("Forms", "All forms")
    assert table(register.table) == [
        ("Sales", "FM-01-01 Order sheet", "V1.0 for trial", "Sales clerk, Shop manager",
         "P-01-01 Take an order; P-01-02 Ship an order", "3 years", "Shop manager"),
    ]  # fmt: skip


def test_a_row_for_each_value_and_each_band() -> None:
    found = book(PARAMETERS)
    rows = table(parameters(context(found)).table)
    assert [row[:6] for row in rows] == [
        ("PA-01", "Limit", "", "5,000 EUR", "", "per order"),
        ("PA-02", "Time to answer", "", "2 hours", "", ""),
        ("PA-03", "Discounts", "", "up to 500 EUR", "Sales clerk", ""),
        ("PA-03", "Discounts", "", "above 500 EUR", "Shop manager", ""),
        ("", "Colours", "New bicycles", "red", "", ""),
        ("", "Colours", "Old ones", "blue", "", ""),
    ]
    assert rows[0][7] == "P-01-01 Take an order; P-01-02 Ship an order"
    groups = [row.group for row in parameters(context(found)).table.rows]
    assert groups == ["approval-limit", "reply-time", "discount", "discount", "colours", "colours"]
