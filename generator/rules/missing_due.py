"""HB315: steps that do not say by when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.base.diagnostics import N_, Diagnostic, Rule
from generator.rules.book import Book
from generator.rules.examples import TAKE_ORDER, step, steps

RULE = Rule(
    code="HB315",
    name="missing-due",
    message=N_("Step “{title}” does not say by when."),
    keys=("due",),
    hint=N_("Add a line such as “due: 2h”, “due: 3wd” or “due: monthly 5”."),
    why=N_("Work without a date is done last."),
    wrong=TAKE_ORDER + "steps:\n  - step: take\n    title: Take\n    responsible: clerk\n"
    "    accountable: manager\n    end: done\n",
    right=steps(step("take", "end: done")),
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Find steps without a due; in drafts they only warn."""
    for process in book.handbook.process_list:
        for step_ in process.steps:
            if step_.due is None and not step_.decision:
                found = RULE.at((step_.where / "step").key, title=step_.title.source)
                yield replace(found, severity=book.severity(RULE, step_.where))
