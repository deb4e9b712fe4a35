"""Dues derive from the days of the year plan, and move with them."""

from __future__ import annotations

import pytest
from pages import context
from small import book

from generator.document.duties import recurring_duties
from generator.model.year_plan import derived, filled
from generator.notation.due import parse_due
from generator.rules.examples import step, steps

DAYS = {
    "closing": "monthly 3",
    "market": "weekly sat 18:00",
    "fair": "yearly 12-28",
    "q": "quarterly 5",
}


@pytest.mark.parametrize(
    ("due", "comes_to"),
    [
        ("on closing", "monthly 3"),
        ("on closing 09:00", "monthly 3 09:00"),
        ("before market", "weekly sat 18:00"),
        ("2d after closing", "monthly 5"),
        ("1w after closing", "monthly 10"),
        ("2d before closing", "monthly 1"),
        ("3d before closing", None),
        ("26d after closing", None),
        ("2d after market", "weekly mon 18:00"),
        ("5d after fair", "yearly 01-02"),
        ("30d before fair", "yearly 11-28"),
        ("5d after q", "quarterly 10"),
        ("2wd after closing", None),
        ("on nothing", None),
        ("monthly 4", None),
    ],
)
def test_what_a_due_comes_to(due: str, comes_to: str | None) -> None:
    value = parse_due(due).value
    assert value is not None
    found = derived(value, lambda name: parse_due(DAYS[name]).value if name in DAYS else None)
    assert (str(found) if found else None) == comes_to


def test_one_day_moves_all_that_counts_from_it() -> None:
    example = steps(step("take", "end: done", due="2d after closing"))
    plan = "# processes/handbook.yml\nyear-plan: [{day: closing, title: Closing, due: DUE}]\n"
    for written, comes_to in (("monthly 3", "monthly 5"), ("monthly 10", "monthly 12")):
        handbook = book(example + plan.replace("DUE", written))
        process = handbook.processes["take-order"]
        due = process.steps[0].due
        assert due is not None
        assert str(filled(handbook, due.cases[0].due)) == comes_to
        (duty,) = recurring_duties(handbook, handbook.roles["clerk"])
        assert str(duty.due) == comes_to
        said = context(handbook).phrases.deadline(due, process)
        assert "Closing" in str(said)
        assert f"day {comes_to.removeprefix('monthly ')} of every month" in str(said)
