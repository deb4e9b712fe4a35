"""The report gathers what a change is to each role, and the classes that have changes."""

from __future__ import annotations

from changed import report
from small import step, steps

TWO = steps(step("take"), step("send", "end: Gone"))
MORE = steps(
    step("take").replace("due: 2h", "due: 3h"), step("check", role="manager").replace(
        "accountable: manager", "accountable: clerk"), step("send", "end: Gone")
)  # fmt: skip


def test_a_role_has_one_row_with_all_that_reaches_it() -> None:
    made = report(MORE, TWO)
    clerk, manager = sorted(made.people, key=lambda each: each.role)
    assert (clerk.role, manager.role) == ("clerk", "manager")
    assert [said for said, _ in clerk.duties] == ["newly accountable", "relearns"]
    assert [said for said, _ in manager.duties] == ["takes over"]
    assert manager.duties[0][1][0].endswith("· 2 Check")


def test_only_classes_with_changes_are_there() -> None:
    assert [each.impact.value for each in report(MORE, TWO).classes] == ["relearn"]
    assert list(report(TWO, TWO).classes) == []
    assert report(TWO, TWO).rows == ()
