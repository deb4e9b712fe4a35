"""HB339: a process that hands over to itself."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Rule
from generator.rules.book import Book
from generator.rules.examples import step, steps

RULE = Rule(
    code="HB339",
    name="hands-to-itself",
    message=N_("“{title}” hands over to itself."),
    hint=N_(
        "Name the process that goes on; write “next:” and a step to go back, or “end:” to end."
    ),
    why=N_("A process that begins again whenever it ends is never done."),
    wrong=steps(step("take", "hand-over: take-order")),
    right=steps(step("take", "hand-over: ship-order")),
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Find ways that hand over to the process in which they stand."""
    for each in book.handbook.neighbours:
        if each.kind == "hand-over" and each.target is each.source:
            yield RULE.at(each.exit.where / "hand-over", title=each.source.title.source)
