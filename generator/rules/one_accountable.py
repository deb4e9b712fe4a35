"""HB402: steps for which nobody, or more than one, answers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.base.diagnostics import N_, Diagnostic, Rule
from generator.rules.book import Book
from generator.rules.examples import TAKE_ORDER, step, steps

RULE = Rule(
    code="HB402",
    name="one-accountable",
    message=N_("Step “{title}” must have exactly one of “accountable:” and “authority:”."),
    keys=("accountable", "authority"),
    hint=N_("Name the role that answers for it, or the parameter whose bands decide."),
    why=N_("Exactly one role answers for a step; approval by amount is the one exception."),
    wrong=TAKE_ORDER
    + "steps:\n  - {step: take, title: Take, responsible: clerk, due: 2h, end: done}\n",
    right=steps(step("take", "end: done")),
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Find steps with none or both of the two keys; in drafts a missing one only warns."""
    for process in book.handbook.process_list:
        for step_ in process.steps:
            if step_.decision or bool(step_.accountable) != bool(step_.authority):
                continue
            key = "authority" if step_.authority else "step"
            found = RULE.at((step_.where / key).key, title=step_.title.source)
            yield (
                found
                if step_.authority
                else replace(found, severity=book.severity(RULE, step_.where))
            )
