"""How often a step comes again decides under which title it stands."""

from __future__ import annotations

from role_pages import page, work
from small import step, steps


def test_a_recurring_step_stands_where_its_due_or_its_process_says() -> None:
    example = steps(
        step("take"),
        step("tell").replace("due: 2h", "due: weekly mon 10:00"),
        step("count", "end: done").replace("due: 2h", "due: 2wd"),
    )
    clerk = page("clerk", example)
    assert [row[0] for row in work(clerk, "weekly")] == ["2 Tell"]
    assert "3 Count" in [row[0] for row in work(clerk, "on-occasion")]
    monthly = page("clerk", example + "every: monthly 3\n")
    assert [row[0] for row in work(monthly, "monthly")] == ["1 Take", "3 Count"]
    assert [row[0] for row in work(monthly, "weekly")] == ["2 Tell"]
