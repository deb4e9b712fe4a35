"""HB806: a process whose review is overdue on a given day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.base.diagnostics import N_, Diagnostic, Rule, Severity
from generator.model.handbook import Handbook
from generator.model.reviews import next_review
from generator.rules.examples import TAKE_ORDER

RULE = Rule(
    code="HB806",
    name="overdue-review",
    message=N_("The review of “{title}” was due on {due}; {owner} owns the process."),
    hint=N_("Review the process, and put a new entry on top of “revisions:”."),
    why=N_("A process that nobody looks at drifts away from what is done."),
    wrong=TAKE_ORDER + "review: 6mo\n",
    right=TAKE_ORDER + "review: 24mo\n",
    severity=Severity.WARNING,
)


def overdue(handbook: Handbook, today: date) -> Iterator[Diagnostic]:
    """Find the processes whose next review lies before a day."""
    for process in handbook.process_list:
        if process.review is None or process.revision.retired:
            continue
        due = next_review(process)
        if due < today:
            owner = handbook.roles.get(process.owner)
            yield RULE.at(
                process.where / "review",
                title=process.title.source,
                due=due.isoformat(),
                owner=owner.title.source if owner else process.owner,
            )
