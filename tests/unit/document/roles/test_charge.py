"""What a role owns, keeps, measures, gives and takes."""

from __future__ import annotations

from pages import facts, section
from role_pages import page


def test_what_a_role_is_in_charge_of() -> None:
    owned = facts(section(page("manager"), "owned"))
    assert owned["Owns the process"] == "P-01-01 Take an order; P-01-02 Ship an order"
    assert owned["Owns the form"] == "FM-01-01 Order sheet"
    assert facts(section(page("clerk"), "owned")) == {
        "Keeps the record": "Order file in Ship an order"
    }


def test_information_that_a_role_gives_and_takes() -> None:
    example = (
        "# processes/information.yml\nitems:\n"
        "  - {item: orders, code: IN-01, title: Orders of the day, kind: internal, "
        "from: [clerk], to: [manager]}\n"
    )
    assert facts(section(page("clerk", example), "information")) == {
        "It provides": "IN-01 Orders of the day"
    }
    assert facts(section(page("manager", example), "information")) == {
        "It receives": "IN-01 Orders of the day"
    }
