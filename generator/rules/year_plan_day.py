"""HB350: days of the year plan that are none, and dues from which no day can be derived."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Message, Rule, Severity
from generator.model.year_plan import filled, planned_days
from generator.notation.due_kinds import Offset, Relative
from generator.rules.book import Book
from generator.rules.examples import step, steps

_PLAN = "# processes/handbook.yml\nyear-plan: [{{day: closing, title: Closing, due: {due}}}]\n"
_STEPS = steps(step("count", "end: counted", due="{due}"))
RULE = Rule(
    code="HB350",
    name="year-plan-day",
    message=N_("No calendar can show this day: {reason}"),
    hint=N_(
        "Count in days from a day of every month, quarter, year or week, or plan a day for it."
    ),
    why=N_("Days derive from the year plan so that they move together when it changes."),
    severity=Severity.WARNING,
    wrong=_PLAN.format(due="monthly 3") + _STEPS.format(due="9d before closing"),
    right=_PLAN.format(due="monthly 3") + _STEPS.format(due="9d after closing"),
)
_NO_DAY = N_("“{due}” is no day that comes again.")
_NOT_DERIVED = N_("“{due}” is no fixed day, counted from “{title}”.")


def check(book: Book) -> Iterator[Diagnostic]:
    """Find planned days without a day, and dues that hang on one and come to none."""
    plan = planned_days(book.handbook)
    for planned in plan.values():
        case = planned.due.cases[0]
        known = filled(book.handbook, case.due)
        if known is None and case.text is None:
            continue  # what cannot be read is told where it stands
        if len(planned.due.cases) > 1 or case.due is None or (known and not known.recurring):
            said = str(case.due or case.text or "")
            yield RULE.at(case.where, reason=Message(_NO_DAY, {"due": said}))
    for process in book.handbook.process_list:
        for each in process.steps:
            for case in each.due.cases if each.due else ():
                due = case.due
                if not isinstance(due, Offset | Relative) or process.anchor_title(due.anchor.id):
                    continue
                known = filled(book.handbook, due)
                title = plan.get(due.anchor.id)
                if title and filled(book.handbook, title.due.cases[0].due) is None:
                    continue  # the day that it hangs on is told
                if title and known and not known.recurring:
                    args = {"due": str(due), "title": title.title.source}
                    yield RULE.at(case.where, reason=Message(_NOT_DERIVED, args))
