"""Values before and after are said as on the pages: titles for ids, dues in words."""

from __future__ import annotations

from changed import report
from small import step, steps


def rows(after: str, before: str = "") -> list[tuple[str, str, str]]:
    return [(row.what, row.before, row.after) for row in report(after, before).rows]


TWO = steps(step("take"), step("send", "end: Gone"))


def test_a_due_and_a_role_are_said_in_words() -> None:
    changed = steps(step("take").replace("due: 2h", "due: 3wd"), step("send", "end: Gone"))
    assert rows(changed, TWO) == [("step: due changed", "within 2 hours", "within 3 working days")]
    other = step("take", role="manager").replace("accountable: manager", "accountable: clerk")
    changed = steps(other, step("send", "end: Gone"))
    found = rows(changed, TWO)
    assert [each[0] for each in found] == ["step: accountable changed", "step: responsible changed"]
    assert found[0][1:] == tuple(reversed(found[1][1:]))


def test_a_new_step_says_who_and_by_when() -> None:
    more = steps(step("take"), step("check"), step("send", "end: Gone"))
    ((what, before, after),) = rows(more, TWO)
    assert (what, before) == ("step new", "")
    assert after.startswith("Check; responsible: ")
    assert after.endswith("due: within 2 hours")


def test_where_a_step_leads_is_said_with_the_title_of_the_step() -> None:
    choice = "{when: small, next: check}, {when: large, next: send}"
    ways = steps(step("take", f"choose: [{choice}]"), step("check", "next: send"),
                 step("send", "end: Gone"))  # fmt: skip
    other = ways.replace("when: large, next: send", "when: large, end: Refused")
    assert rows(other, ways) == [("case: where it leads changed", "on to 3 Send", "ends: Refused")]
    assert rows(TWO.replace("Gone", "Lost"), TWO) == [
        ("step: where it leads changed", "ends: Gone", "ends: Lost")
    ]
