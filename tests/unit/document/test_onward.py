"""Where the flow goes on after a step, in words."""

from __future__ import annotations

import pytest
from pages import context
from small import book, check, step, steps

from generator.document.blocks import plain, text_of
from generator.document.onward import either, onward


def ways(*lines: str) -> list[str]:
    """The lines below the first of three steps; those that nothing leads to are no matter here."""
    handbook = check(
        steps(step("take", *lines), step("second"), step("third", "end: done"))
    ).handbook
    assert handbook is not None
    found = handbook.processes["take-order"]
    return [text_of(line) for line in onward(context(handbook), found, found.steps[0])]


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ([], ["Next: 2 Second"]),
        (["next: third"], ["Next: 3 Third"]),
        (["end: all is done"], ["end: all is done"]),
        (["hand-over: ship-order"], ["Next: hand over to P-01-02 Ship an order"]),
        (["call: ship-order"], ["Next: run P-01-02 Ship an order, then 2 Second"]),
        (["call: ship-order", "end: done"], ["run P-01-02 Ship an order, end: done"]),
        (
            ["choose:", "  - {when: paid, next: third}", "  - {when: not paid, end: refused}"],
            ["paid → 3 Third", "not paid → end: refused"],
        ),
        (
            ["together: [{together: [second, third], join: take}, second]", "join: third"],
            [
                (
                    "Next: at the same time 2 Second, 3 Third (these meet at 1 Take), 2 Second; "
                    "they meet at 3 Third"
                )
            ],
        ),
        (
            [
                "choose:",
                "  - {when: [paid, known, trusted], next: third}",
                "  - {when: else, next: second}",
            ],
            ["paid, known or trusted → 3 Third", "else → 2 Second"],
        ),
    ],
)
def test_each_way_is_one_line(lines: list[str], said: list[str]) -> None:
    assert ways(*lines) == said


def test_of_several_ways_some_may_be_taken_together() -> None:
    assert ways(
        "choose-any:",
        "  - {when: heavy, next: second}",
        "  - {when: far, next: third}",
        "join: third",
    ) == [
        "One or more of these; they meet at 3 Third",
        "heavy → 2 Second",
        "far → 3 Third",
    ]


def test_one_of_several_conditions() -> None:
    words = context(book()).words
    assert text_of(either(words, [plain("a")])) == "a"
    assert text_of(either(words, [plain("a"), plain("b")])) == "a or b"
    assert text_of(either(words, [plain("a"), plain("b"), plain("c")])) == "a, b or c"
    assert either(words, []) == ()
