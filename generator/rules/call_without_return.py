"""HB312: a called process that may end by handing over, so that it does not come back."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Rule, Severity
from generator.rules.book import Book
from generator.rules.examples import step, steps

RULE = Rule(
    code="HB312",
    name="call-without-return",
    message=N_("“{title}” can end by handing over; then it does not come back here."),
    hint=N_("Say in “do:” what happens then, or hand over instead of calling."),
    why=N_("A call comes back when the called process ends; a hand-over never does."),
    severity=Severity.WARNING,
    wrong="# processes/sales/ship-order.yml\nsteps:\n"
    + step("pack", "call: take-order", "end: sent"),
    right=steps(step("take", "call: ship-order", "end: sent")),
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Find calls of processes that have a hand-over."""
    hands_over = {each.source.id for each in book.handbook.neighbours if each.kind == "hand-over"}
    for neighbour in book.handbook.neighbours:
        if neighbour.kind == "call" and neighbour.target.id in hands_over:
            yield RULE.at(neighbour.exit.where / "call", title=neighbour.target.title.source)
