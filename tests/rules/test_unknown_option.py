"""HB307 holds the ways of a decision against the options of a field, and against conclusions."""

from __future__ import annotations

import pytest
from overlay import checked, laid_over, starter
from small import step, steps

from generator.rules.unknown_option import RULE


def told(decide: str, ways: str) -> list[str]:
    form = "forms: [{approve: order-sheet.release}]"
    flow = steps(
        step("take", form, f"decide: order-sheet.{decide}", f"choose: [{ways}]"),
        step("send", "end: sent"),
    )
    result = checked(laid_over(starter(), flow))
    return [str(each.args["option"]) for each in result.diagnostics if each.rule is RULE]


@pytest.mark.parametrize(
    ("decide", "one", "other"),
    [("kind", "stock", "custom"), ("manager_sign", "released", "refused")],
)
def test_a_way_needs_an_option_or_a_conclusion_that_there_is(
    decide: str, one: str, other: str
) -> None:
    right = f"{{when: {one}, next: send}}, {{when: {other}, end: over}}"
    assert told(decide, right) == []
    assert told(decide, right.replace(other, "lost")) == ["lost"]
    assert told(decide, right.replace(other, one)) == [one]
