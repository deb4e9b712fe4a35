"""HB204: uses of forms that do not exist."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Rule
from generator.rules.book import Book, unknown
from generator.rules.examples import step, steps

RULE = Rule(
    code="HB204",
    name="unknown-form",
    message=N_("There is no form “{id}”."),
    hint=N_("Name a form that is there: its id is the name of its file."),
    why=N_("The step would have nothing to fill in."),
    wrong=steps(step("take", "forms: [{fill: order-form}]", "end: done")),
    right=steps(step("take", "forms: [{fill: order-sheet}]", "end: done")),
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Find uses of forms that do not exist."""
    yield from unknown(book, RULE, "form")
