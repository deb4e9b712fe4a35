"""Where an answer leads is told once, also when the step is new or gone; silence is no change."""

from __future__ import annotations

import pytest
import small
from changed import said

from generator.model.changes import compared

ASK = """    decide: order-sheet.kind
    choose:
      - {when: stock%s}
      - {when: custom%s}
"""
NEW = small.step("new")
SEND = small.step("send", "end: Gone")


def told(before: tuple[str, ...], after: tuple[str, ...]) -> list[str]:
    one, two = (small.check(small.steps(*parts)).handbook for parts in (before, after))
    assert one is not None
    assert two is not None
    found = (said(each).partition(" |")[0] for each in compared(one, two).changes)
    return sorted(each.partition("process:take-order/")[2] for each in found)


def ask(one: str, two: str) -> str:
    leads = (f", next: {each}" if each else "" for each in (one, two))
    fill = small.step("ask", "forms: [{fill: order-sheet}]")
    return fill + ASK % tuple(leads)


@pytest.mark.parametrize(
    ("before", "after", "redirected"),
    [
        (("", ""), ("", ""), []),
        (("", "send"), ("", "new"), ["custom"]),
        (("", "send"), ("", "send"), []),
        (("", "send"), ("", ""), ["custom"]),
        (("send", "send"), ("new", "send"), ["stock"]),
        (("send", "send"), ("new", "new"), ["custom", "stock"]),
    ],
)
def test_an_answer_that_is_redirected_to_a_new_step_is_told(
    before: tuple[str, str], after: tuple[str, str], redirected: list[str]
) -> None:
    without, with_new = (ask(*before), SEND), (ask(*after), NEW, SEND)
    answers = [f"step:ask/outcome:{each} onward" for each in redirected]
    assert told(without, with_new) == [*answers, "step:new"]
    assert told(with_new, without) == [*answers, "step:new"]


def test_what_follows_anyway_may_be_written_out() -> None:
    for written in (("send", ""), ("", "send"), ("send", "send")):
        assert told((ask("", ""), SEND), (ask(*written), SEND)) == []


def test_a_step_that_names_the_next_one_tells_a_new_one() -> None:
    before = small.step("ask", "next: send"), SEND
    after = small.step("ask", "next: new"), NEW, SEND
    assert told(before, after) == ["step:ask onward", "step:new"]
    assert told((small.step("ask"), SEND), (small.step("ask"), NEW, SEND)) == ["step:new"]
