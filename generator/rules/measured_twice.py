"""HB235: one indicator that two processes work out in different ways."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Message, Related, Rule, Severity
from generator.model.process import Kpi, Process
from generator.rules.book import Book
from generator.rules.examples import step, steps
from generator.rules.unready_form import REPORT

_KPI = (
    "kpis:\n  - {{kpi: Orders kept, formula: {formula}, target: 90%, every: month, owner: clerk}}\n"
)
_SELL = steps(step("take", "forms: [{fill: order-sheet}]", "end: taken", due="monthly 23"))
RULE = Rule(
    code="HB235",
    name="measured-twice",
    message=N_("“{title}” is worked out here as {one}, in “{process}” as {other}."),
    hint=N_("Give the two indicators names of their own, or work both out in the same way."),
    why=N_("Two figures of one name are compared, and nobody sees that they are not the same."),
    severity=Severity.WARNING,
    wrong=_SELL
    + _KPI.format(formula="kept / sold")
    + REPORT
    + _KPI.format(formula="kept / promised"),
    right=_SELL + _KPI.format(formula="kept / sold") + REPORT + _KPI.format(formula="kept / sold"),
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Find indicators of one name with formulas that read otherwise."""
    seen: dict[str, tuple[Process, Kpi]] = {}
    for process in book.handbook.process_list:
        for kpi in process.kpis:
            name = _plain(kpi.kpi.source)
            first, known = seen.setdefault(name, (process, kpi))
            if first is process or _plain(known.formula.source) == _plain(kpi.formula.source):
                continue
            note = Message("worked out here as {other}", {"other": known.formula.source})
            yield RULE.at(
                kpi.where / "kpi",
                related=(Related(known.where, note),),
                title=kpi.kpi.source,
                one=kpi.formula.source,
                process=first.title.source,
                other=known.formula.source,
            )


def _plain(text: str) -> str:
    """Return a text without what differs only to the eye: spaces and capitals."""
    return "".join(text.casefold().split())
