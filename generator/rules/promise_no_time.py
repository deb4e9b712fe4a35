"""HB347: promises that are no length of time."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Rule
from generator.notation.due_kinds import Within
from generator.rules.book import Book
from generator.rules.examples import step, steps
from generator.rules.timeline import settled

_STEPS = steps(step("take", "end: taken")) + "promises:\n  - {{promise: {promise}}}\n"
RULE = Rule(
    code="HB347",
    name="promise-no-time",
    message=N_("A promise is a length of time, such as 7d; “{due}” is none."),
    hint=N_("Write how long it takes from the first step to the last: 3wd, or a parameter."),
    why=N_("The limits of the steps are added up and compared with it."),
    wrong=_STEPS.format(promise="monthly 5"),
    right=_STEPS.format(promise="5wd"),
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Find promises that name a day, or say something else."""
    for process in book.handbook.process_list:
        for promise in process.promises:
            for case in promise.promise.cases:
                due = settled(book.handbook, case.due)
                if case.text is not None:
                    yield RULE.at(case.where, due=case.text.source)
                elif due is not None and not isinstance(due, Within):
                    yield RULE.at(case.where, due=str(due))
