"""The authority of the workbook: a row for each level of each matter."""

from __future__ import annotations

from approvals import approvals_book
from pages import context, table

from generator.document.registers.authority import authority


def test_a_row_for_each_level() -> None:
    register = authority(context(approvals_book()))
    assert (register.name, register.table.caption) == ("Authority", "Table of authority")
    assert [row[:6] for row in table(register.table)] == [
        ("PA-03", "Discounts", "1", "up to 500 EUR", "Either desk", "Of the list price."),
        ("PA-03", "Discounts", "2", "above 500 EUR", "Shop manager", "Of the list price."),
        ("PA-04", "Territory", "1", "", "Shop manager or Owner", ""),
        ("PA-04", "Leases", "1", "up to 900 EUR", "Shop manager", "Together with the bank."),
        ("PA-04", "Leases", "2", "above 900 EUR", "Owner", "Together with the bank."),
        ("PA-04", "Use of the seal", "1", "", "Owner", ""),
    ]
