"""HB332: milestones whose day is written nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Rule, Severity
from generator.rules.book import Book
from generator.rules.examples import step, steps

_STEPS = steps(step("take", "end: done", due="2d before delivery"))
_MILESTONE = "milestones:\n  - {{milestone: delivery, title: Day of delivery{due}}}\n"
RULE = Rule(
    code="HB332",
    name="dateless-milestone",
    message=N_("Dues count from “{title}”, but nothing says which day that is."),
    hint=N_("Say it with “due:”: a fixed day, by form.field where it is written, or in words."),
    why=N_("Who has to be done three days before must be able to look up the day."),
    severity=Severity.INFO,
    wrong=_STEPS + _MILESTONE.format(due=""),
    right=_STEPS + _MILESTONE.format(due=", due: {text: day that the customer confirmed}"),
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Find milestones without a due."""
    for process in book.handbook.process_list:
        for milestone in process.milestones:
            if milestone.due is None:
                yield RULE.at(milestone.where / "milestone", title=milestone.title.source)
