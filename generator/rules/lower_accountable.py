"""HB421: people who would answer for what a post above them does."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Rule, Severity
from generator.rules.book import Book
from generator.rules.examples import step, steps
from generator.rules.lines import is_above

RULE = Rule(
    code="HB421",
    name="lower-accountable",
    message=N_("“{lower}” would answer here for what “{higher}” does, to whom this post reports."),
    hint=N_("Let the higher post answer for it, or let somebody below do it."),
    why=N_("Nobody can answer for what a superior does, nor decide over it."),
    severity=Severity.WARNING,
    wrong=steps(
        step("take", "end: done", role="manager").replace(
            "accountable: manager", "accountable: clerk"
        )
    ),
    right=steps(step("take", "end: done")),
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Find steps whose accountable role reports to the responsible one."""
    roles = book.handbook.roles
    for process in book.handbook.process_list:
        for step_ in process.steps:
            does, answers = step_.responsible or "", step_.accountable or ""
            if does not in roles or answers not in roles:
                continue
            people = (does, *roles[does].members)
            above = next((each for each in people if is_above(book.handbook, each, answers)), None)
            if above and above in roles:
                yield RULE.at(
                    step_.where / "accountable",
                    lower=roles[answers].title.source,
                    higher=roles[above].title.source,
                )
