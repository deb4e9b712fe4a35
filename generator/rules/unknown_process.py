"""HB203: calls, hand-overs and successors that lead to no process."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Rule
from generator.rules.book import Book, unknown
from generator.rules.examples import step, steps

RULE = Rule(
    code="HB203",
    name="unknown-process",
    message=N_("There is no process “{id}”."),
    hint=N_("Name a process that is there: its id is the name of its file."),
    why=N_("The reader would be sent to a page that does not exist."),
    wrong=steps(step("take", "hand-over: ship-goods")),
    right=steps(step("take", "hand-over: ship-order")),
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Find calls, hand-overs and successors (of forms: forms) that do not exist."""
    yield from unknown(book, RULE, "process")
    yield from unknown(book, RULE, "successor")
