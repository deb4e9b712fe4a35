"""Where the work goes on with somebody else: between steps, and between processes."""

from __future__ import annotations

from pages import context, links, table
from small import book, step, steps

from generator.document.blocks import Target
from generator.document.registers.hand_overs import hand_overs


def rows(example: str = "") -> list[tuple[str, ...]]:
    return table(hand_overs(context(book(example))).table)


def test_who_passes_what_to_whom() -> None:
    order = "FM-01-01 Order sheet"
    assert rows() == [
        ("Sales clerk", "P-01-01 1 Take the order", order, "up to 5,000 EUR", "hands over to",
         "Sales clerk", "P-01-02 1 Pack the goods"),
        ("Sales clerk", "P-01-01 1 Take the order", order, "more", "passes on to",
         "Shop manager", "P-01-01 2 Release the order"),
        ("Shop manager", "P-01-01 2 Release the order", order, "", "hands over to",
         "Sales clerk", "P-01-02 1 Pack the goods"),
    ]  # fmt: skip


def test_within_a_process_it_is_one_only_where_another_role_goes_on() -> None:
    example = steps(step("take"), step("check"), step("tell", "end: done", role="manager"))
    assert [(row[1], row[4], row[6]) for row in rows(example)] == [
        ("P-01-01 2 Check", "passes on to", "P-01-01 3 Tell")
    ]


def test_a_call_says_so_and_steps_are_links() -> None:
    example = steps(step("take", "call: ship-order", "end: done"))
    register = hand_overs(context(book(example)))
    assert [row[4] for row in table(register.table)] == ["calls"]
    assert links(register.table)["P-01-01 1 Take"] == Target("process", "take-order", "step-take")
    assert register.table.rows[0].group == "take-order"
