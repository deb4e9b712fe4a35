"""What lies in a hole is not held against the rest, and the rest is judged."""

from __future__ import annotations

import pytest
from overlay import checked, found, laid_over, starter
from small import TAKE_ORDER, check

ORGANIZATION = "# processes/organization.yml\n"
HANDBOOK = "# processes/handbook.yml\n"
PROCESS = "processes/sales/take-order.yml"


def codes(files: dict[str, str]) -> list[str]:
    return [code for code, *_ in found(checked(files))]


def changed(path: str, old: str, new: str) -> dict[str, str]:
    files = starter()
    assert old in files[path]
    return {**files, path: files[path].replace(old, new, 1)}


@pytest.mark.parametrize(
    ("path", "old", "new", "code"),
    [
        ("processes/organization.yml", "role: clerk", "role: Sales Clerk", "HB105"),
        ("processes/organization.yml", "roles:", "rolls:", "HB101"),
        ("processes/parameters.yml", "parameter: reply-time", "parameter: [reply-time]", "HB103"),
        (PROCESS, "step: release", "step: Release", "HB105"),
        (PROCESS, "revisions:", "revisons:", "HB101"),
        ("processes/sales/forms/order-sheet.yml", "section: order", "section: Order", "HB105"),
        ("processes/handbook.yml", "chapter: sales", "chapter: Sales", "HB105"),
        ("processes/handbook.yml", "title:", "titel:", "HB101"),
    ],
)
def test_one_fault_is_one_finding(path: str, old: str, new: str, code: str) -> None:
    assert codes(changed(path, old, new)) == [code]


def test_a_broken_settings_file_leaves_the_rules_speaking() -> None:
    files = changed("processes/handbook.yml", "title:", "title: [")
    files[PROCESS] = files[PROCESS].replace("owner: manager", "owner: boss", 1)
    assert codes(files) == ["HB029", "HB201"]


def test_idle_roles_are_told_although_another_file_is_broken_elsewhere() -> None:
    idle = "  - {role: idler, title: Idler, unit: shop, reports-to: manager}\n"
    base = laid_over(starter(), "")
    base["processes/organization.yml"] = base["processes/organization.yml"].replace(
        "roles:\n", "roles:\n" + idle, 1
    )
    broken = {**base, PROCESS: base[PROCESS] + "no-such-key: 1\n"}
    assert codes(broken) == ["HB409", "HB101"]
    named = {**base, PROCESS: base[PROCESS] + "no-such-key: idler\n"}
    assert codes(named) == ["HB101"], "the role may have its part where nobody can read"


def test_a_step_with_a_broken_due_does_not_lack_one_but_may_lack_a_role() -> None:
    step = (
        "steps:\n  - step: take\n    title: Take\n    {who}accountable: manager\n    due: [2h]\n"
        "    forms: [{{fill: order-sheet}}]\n    next: send\n"
        "  - {{step: send, title: S, responsible: clerk, accountable: manager, due: 2h, end: x}}\n"
    )
    whole, lacking = (
        [each.rule.code for each in check(TAKE_ORDER + step.format(who=who)).diagnostics]
        for who in ("responsible: clerk\n    ", "")
    )
    assert whole == ["HB103"]
    assert sorted(lacking) == ["HB103", "HB401"]


_FLOW = """\
steps:
  - step: take
    {title}
    responsible: clerk
    accountable: manager
    {due}
    {forms}
    choose:
      - {{when: wanted, next: release}}
      - {{when: other, end: gone}}
  - step: lost
    title: Lost
    responsible: clerk
    accountable: manager
    due: 2h
    end: x
  - step: release
    title: Release
    responsible: clerk
    accountable: manager
    due: 2h
    end: x
"""
_RIGHT = {"title": "title: Take", "due": "due: 2h", "forms": "forms: [{fill: order-sheet}]"}


@pytest.mark.parametrize(
    ("hole", "code"),
    [
        ({"title": ""}, "HB102"),
        ({"title": "title:"}, "HB110"),
        ({"title": "title: Take\n    title: Took"}, "HB039"),
        ({"due": "due: 3"}, "HB103"),
        ({"due": "due: [2h]"}, "HB103"),
        ({"forms": "forms: [order-sheet.order]"}, "HB103"),
        (
            {"title": "title: A\n<<<<<<< HEAD\n    note: A\n=======\n    note: B\n>>>>>>> b"},
            "HB052",
        ),
    ],
)
def test_a_step_with_a_hole_still_has_its_ways(hole: dict[str, str], code: str) -> None:
    files = check(TAKE_ORDER + _FLOW.format(**{**_RIGHT, **hole})).diagnostics
    assert sorted(each.rule.code for each in files) == sorted([code, "HB302"])


def test_what_hangs_on_a_hole_is_not_judged() -> None:
    lost = _FLOW.replace("{{when: wanted, next: release}}", "{{when: wanted, next: 3}}")
    told = check(TAKE_ORDER + lost.format(**_RIGHT)).diagnostics
    assert "HB302" not in {each.rule.code for each in told}, "the way may lead to any step"
