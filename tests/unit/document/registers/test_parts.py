"""Who has a part in which step: by role, with dues and forms, and by unit in figures."""

from __future__ import annotations

from pages import context, table
from small import book, step, steps

from generator.document.registers.parts import by_role, by_unit

ROLES = """# processes/organization.yml
roles:
  - {role: manager, title: Shop manager, unit: shop, reports-to: shop}
  - {role: clerk, title: Sales clerk, unit: shop, reports-to: manager}
  - {role: customer, title: Customer, unit: market, external: true}
  - {role: anyone, title: Whoever is there, any-of: [manager, clerk]}
"""


def test_every_part_of_every_role() -> None:
    register = by_role(context(book()))
    assert register.name == "By role"
    rows = table(register.table)
    assert rows[0] == (
        "Shop manager", "Shop", "A", "P-01-01 Take an order", "1 Take the order",
        "within 2 hours", "fill in FM-01-01 Order sheet, section Order", "",
    )  # fmt: skip
    assert [(row[0], row[2], row[4]) for row in rows if row[0] == "Sales clerk"] == [
        ("Sales clerk", "R", "1 Take the order"),
        ("Sales clerk", "I", "2 Release the order"),
        ("Sales clerk", "R", "1 Pack the goods"),
        ("Sales clerk", "R", "2 Send the parcel"),
    ]
    assert [row.group for row in register.table.rows][:2] == ["manager", "manager"]


def test_a_part_through_a_collective_role_names_it() -> None:
    example = ROLES + steps(step("take", "end: done", role="anyone"))
    rows = table(by_role(context(book(example))).table)
    assert ("Sales clerk", "Whoever is there") in {(row[0], row[-1]) for row in rows}


def test_by_unit_the_numbers_of_the_steps_stand_under_their_letters() -> None:
    register = by_unit(context(book()))
    assert table(register.table) == [
        ("Shop", "Shop manager", "", "P-01-01 Take an order", "2", "1, 2", "", ""),
        ("Shop", "Shop manager", "", "P-01-02 Ship an order", "", "1, 2", "", ""),
        ("Shop", "Sales clerk", "", "P-01-01 Take an order", "1", "", "", "2"),
        ("Shop", "Sales clerk", "", "P-01-02 Ship an order", "1, 2", "", "", ""),
        ("Customers", "Customer", "", "P-01-01 Take an order", "", "", "1", ""),
        ("Customers", "Customer", "", "P-01-02 Ship an order", "", "", "1", "2"),
    ]
    assert register.table.columns[-4:] == ("R", "A", "C", "I")
    assert register.hint == "The figures are the numbers of the steps."


def test_collective_roles_stand_below_all_units() -> None:
    example = ROLES + steps(step("take", "end: done", role="anyone"))
    rows = table(by_unit(context(book(example))).table)
    assert rows[-1][:2] == ("Collective roles", "Whoever is there")
    assert ("Shop", "Sales clerk", "Whoever is there") in {row[:3] for row in rows}
