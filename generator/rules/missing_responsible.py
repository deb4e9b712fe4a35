"""HB401: steps that nobody does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.base.diagnostics import N_, Diagnostic, Rule
from generator.rules.book import Book
from generator.rules.examples import TAKE_ORDER, step, steps

RULE = Rule(
    code="HB401",
    name="missing-responsible",
    message=N_("Step “{title}” does not say who does it."),
    keys=("responsible",),
    hint=N_("Add a line “responsible: role”."),
    why=N_("A step has exactly one role that does it; without it nobody does."),
    wrong=TAKE_ORDER
    + "steps:\n  - {step: take, title: Take, accountable: manager, due: 2h, end: done}\n",
    right=steps(step("take", "end: done")),
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Find steps without a responsible role; in drafts they only warn."""
    for process in book.handbook.process_list:
        for step_ in process.steps:
            if step_.responsible is None and not step_.decision:
                found = RULE.at((step_.where / "step").key, title=step_.title.source)
                yield replace(found, severity=book.severity(RULE, step_.where))
