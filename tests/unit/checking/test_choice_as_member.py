"""A choice that is written as a member of a group is told once, with how it is written."""

from __future__ import annotations

import pytest
from flow_again import SEND, decision
from small import check, step, steps

_REST = (
    step("a", "next: c"),
    step("b", "next: c"),
    step("c", "next: send"),
    step("d", "next: send"),
    SEND,
)
_CHOICE = "[{when: x, next: a}, {when: y, next: b}]"


@pytest.mark.parametrize("key", ["choose", "choose-any"])
def test_a_choice_as_a_member_is_told_once_with_its_cure(key: str) -> None:
    take = step("take", f"together: [{{{key}: {_CHOICE}, join: c}}, d]", "join: send")
    (found,) = check(steps(take, *_REST)).diagnostics
    assert found.rule.code == "HB101"
    assert found.hint is not None
    assert "decision: id" in found.hint.id


def test_the_cure_is_accepted() -> None:
    take = step("take", "together: [which, d]", "join: send")
    which = decision("which", f"choose-any: {_CHOICE}", "join: c")
    assert check(steps(take, which, *_REST)).diagnostics == ()


def test_another_unknown_key_there_keeps_both_findings() -> None:
    take = step("take", "together: [{togehter: [a, b], join: c}, d]", "join: send")
    found = check(steps(take, *_REST)).diagnostics
    assert {each.rule.code for each in found} >= {"HB101"}
    assert not any("decision: id" in each.hint.id for each in found if each.hint)
