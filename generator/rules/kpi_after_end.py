"""HB346: indicators that count a longer time than the process watches."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Rule, Severity
from generator.model.control import Deadline
from generator.model.process import Process
from generator.notation.due_kinds import Offset
from generator.rules.book import Book
from generator.rules.due_places import cyclic, followed
from generator.rules.examples import step, steps
from generator.rules.spoken_time import spoken
from generator.rules.timeline import bounds, settled, spans_of, working_week

_KPI = (
    steps(step("take", "end: done", due="{due}"))
    + "kpis:\n  - {{kpi: Kept after 42 days, formula: kept / sold, target: 90%, every: month, "
    + "owner: clerk}}\n"
)
RULE = Rule(
    code="HB346",
    name="kpi-after-end",
    message=N_(
        "The indicator counts {span}, but no step comes later than {longest}: who looks then?"
    ),
    hint=N_("Let a step look that late, or count a shorter time."),
    why=N_("An indicator that nobody can read off is filled by guessing."),
    severity=Severity.WARNING,
    wrong=_KPI.format(due="7d"),
    right=_KPI.format(due="42d"),
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Find times in indicators that are longer than all that the process waits for."""
    week = working_week(book.handbook.settings.calendar)
    for process in followed(book.handbook):
        if _comes_again(book, process):
            continue
        limits = [
            span
            for due in (*_dues(process), *(each.promise for each in process.promises))
            for span in spans_of(book.handbook, due)
        ]
        longest = max(limits, key=lambda span: bounds(span, week)[1], default=None)
        if longest is None:
            continue
        for kpi in process.kpis:
            for found in (*spoken(book.handbook, kpi.kpi), *spoken(book.handbook, kpi.formula)):
                if bounds(found.duration, week)[0] > bounds(longest, week)[1]:
                    span, most = str(found.duration), str(longest)
                    yield RULE.at(kpi.where / "kpi", span=span, longest=most)
                    break


def _dues(process: Process) -> Iterator[Deadline]:
    for each in process.steps:
        for case in each.due.cases if each.due else ():
            if each.due and not (isinstance(case.due, Offset) and case.due.relation == "before"):
                yield each.due


def _comes_again(book: Book, process: Process) -> bool:
    """Whether the process looks again by the calendar anyway."""
    dues = [process.every, *(each.due for each in process.steps)]
    return any(
        cyclic(settled(book.handbook, case.due)) for due in dues if due for case in due.cases
    )
