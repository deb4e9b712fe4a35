"""HB316: dues written in words, which no calendar and no checklist can work with."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Rule, Severity
from generator.rules.book import Book
from generator.rules.examples import step, steps

RULE = Rule(
    code="HB316",
    name="due-in-words",
    message=N_("This due is in words."),
    hint=N_(
        "Say it in the due language where it can be said: 2h, 3wd after take, monthly last-wd."
    ),
    why=N_("Calendars, checklists and reminders can only use dues that they understand."),
    severity=Severity.INFO,
    wrong=steps(step("take", "end: done", due="{text: when the customer is ready}")),
    right=steps(step("take", "end: done", due="on demand")),
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Find dues of the last resort."""
    for case in book.due_cases:
        if case.text is not None:
            yield RULE.at(case.where)
