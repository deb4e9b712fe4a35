"""The days of recurring duties are printed, so that the browser can tell which are near."""

from __future__ import annotations

from pages import section
from role_pages import page, rows_of
from small import book, step, steps

from generator.document.blocks import Day
from generator.document.duties import days_of, recurring_duties


def test_the_days_of_recurring_duties_are_printed_with_their_whole_dates() -> None:
    example = steps(
        step("take", "end: done").replace("due: 2h", "due: monthly 3"),
    )
    due = section(page("clerk", example), "due")
    (row,) = rows_of(due)
    days = [each for each in row.cells[2] if isinstance(each, Day)]
    handbook = book(example)
    (duty,) = recurring_duties(handbook, handbook.roles["clerk"])
    assert [each.day for each in days] == [each.day for each in days_of(handbook, duty)]
    assert len(days) > 10
    assert due.folded.startswith("All days of ")
