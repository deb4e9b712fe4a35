"""The registers say what the model says, each thing below its own heading."""

from __future__ import annotations

import pytest
from pages import context
from small import book, step, steps

from generator.document.blocks import Link, Row, Target, text_of
from generator.document.registers import Register, registers
from generator.document.registers.register import RegisterColumn, table_of
from generator.model.handbook import Handbook

TIME = "  - {parameter: reply-time, code: PA-02, title: Time, is: 2h}\n"
LIMIT = "  - {parameter: approval-limit, code: PA-01, title: Limit, is: 5000 EUR, note: Net}\n"
TWO = (
    "  - {parameter: notice, code: PA-03, title: Notice, values: ["
    "{value: long, label: Long, is: 30d}]}\n"
    "  - {parameter: discount, code: PA-04, title: Discount, bands: ["
    "{up-to: 50 EUR, role: clerk}, {role: manager}]}\n"
)


@pytest.fixture(scope="module")
def handbook() -> Handbook:
    return book()


def register(handbook: Handbook, name: str) -> Register:
    return next(each for each in registers(context(handbook)) if each.name == name)


def rows(handbook: Handbook, name: str) -> list[dict[str, str]]:
    """The rows of a register as heading → text, without what is empty."""
    table = register(handbook, name).table
    return [
        {
            heading: text_of(cell)
            for heading, cell in zip(table.columns, row.cells, strict=True)
            if cell
        }
        for row in table.rows
    ]


def test_a_part_stands_with_its_step_its_due_and_its_forms(handbook: Handbook) -> None:
    assert {
        "Role": "Sales clerk",
        "Unit": "Shop",
        "Part": "R",
        "Process": "P-01-01 Take an order",
        "Step": "1 Take the order",
        "By when": "within 2 hours",
        "Forms": "fill in FM-01-01 Order sheet, section Order",
    } in rows(handbook, "By role")


def test_the_steps_of_a_role_stand_below_the_letter_of_its_part(handbook: Handbook) -> None:
    assert {
        "Unit": "Shop",
        "Role": "Sales clerk",
        "Process": "P-01-01 Take an order",
        "R": "1",
        "I": "2",
    } in rows(handbook, "By unit")


def test_a_hand_over_says_from_whom_when_how_and_to_whom(handbook: Handbook) -> None:
    assert {
        "From": "Sales clerk",
        "Step": "P-01-01 1 Take the order",
        "What": "FM-01-01 Order sheet",
        "When": "more",
        "How": "passes on to",
        "To": "Shop manager",
        "Next step": "P-01-01 2 Release the order",
    } in rows(handbook, "Hand-overs")


def test_a_form_stands_with_who_fills_it_and_how_long_it_is_kept(handbook: Handbook) -> None:
    assert rows(handbook, "Forms") == [
        {
            "Chapter": "Sales",
            "Form": "FM-01-01 Order sheet",
            "Version": "V1.0 for trial",
            "Filled by": "Sales clerk, Shop manager",
            "Used in": "P-01-01 Take an order; P-01-02 Ship an order",
            "Kept": "3 years",
            "Owner": "Shop manager",
        }
    ]


def test_each_value_and_band_of_a_parameter_has_a_row() -> None:
    handbook = book("# processes/parameters.yml\nparameters:\n" + LIMIT + TIME + TWO)
    practice = "practice, to be confirmed by the company"
    limit, _, notice, below, above = rows(handbook, "Parameters")
    assert limit == {
        "Code": "PA-01",
        "Parameter": "Limit",
        "Value": "5,000 EUR",
        "Note": "Net",
        "Rests on": practice,
        "Cited in": "P-01-01 Take an order; P-01-02 Ship an order",
    }
    assert (notice["Which"], notice["Value"]) == ("Long", "30 days")
    assert (below["Value"], below["Decided by"]) == ("up to 50 EUR", "Sales clerk")
    assert (above["Value"], above["Decided by"]) == ("above 50 EUR", "Shop manager")


def test_what_nobody_has_confirmed_has_room_for_a_name_a_day_and_a_remark(
    handbook: Handbook,
) -> None:
    register_ = register(handbook, "Open points")
    assert register_.table.columns[-register_.blank :] == ("Confirmed by", "On", "Remark")
    assert rows(handbook, "Open points")[0] == {
        "Kind": "Step",
        "Document": "P-01-01 Take an order",
        "What": "1 Take the order",
        "It says": "Write down what the customer wants.",
        "Owner": "Shop manager",
        "Mark (leave it as it is)": "step/take-order/take@aa525dcc-d83d3d2d",
    }


def test_records_indicators_and_risks_are_those_of_their_page(handbook: Handbook) -> None:
    assert rows(handbook, "Records") == [
        {
            "Record": "Order file",
            "Forms": "FM-01-01 Order sheet",
            "Kept": "3 years",
            "Keeper": "Sales clerk",
            "Process": "P-01-02 Ship an order",
        }
    ]


def test_a_list_without_rows_is_left_out(handbook: Handbook) -> None:
    names = [each.name for each in registers(context(handbook))]
    assert names == [
        "By role", "By unit", "Hand-overs", "Forms", "Parameters", "Records", "Open points",
    ]  # fmt: skip


def test_a_heading_brings_what_stands_below_it() -> None:
    columns: tuple[RegisterColumn[str], ...] = (
        ("Word", lambda word: (Link(word, Target("term", word)),)),
        ("Empty", lambda _: ()),
    )
    table = table_of("Words", columns, ["a", "b"], group=str.upper)
    assert table.columns == ("Word", "Empty")
    assert table.rows[1] == Row(((Link("b", Target("term", "b")),), ()), group="B")


def test_who_decides_by_amount_has_a_starred_letter() -> None:
    decided = step("take", "authority: discount", "end: done").replace(
        "    accountable: manager\n", ""
    )
    parameters = "# processes/parameters.yml\nparameters:\n" + LIMIT + TIME + TWO
    parts = rows(book(parameters + steps(decided)), "By role")
    marks = {(each["Role"], each["Part"]) for each in parts if each["Step"] == "1 Take"}
    assert marks == {("Sales clerk", "R"), ("Sales clerk", "A*"), ("Shop manager", "A*")}
