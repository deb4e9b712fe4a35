"""HB345: one section that two recurring duties of different people write."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from generator.base.diagnostics import N_, Diagnostic, Rule, Severity
from generator.model.handbook import StepUse
from generator.rules.book import Book
from generator.rules.due_places import DuePlaces
from generator.rules.unready_form import REPORT, SELL_ON

RULE = Rule(
    code="HB345",
    name="written-twice",
    message=N_(
        "“{title}” is written here {due} and by “{other}” of “{process}” {written}: whose is it?"
    ),
    hint=N_("Let one of them fill it and the other add to it (add:) or read it (read:)."),
    why=N_("Where two write the same analysis, neither answers for it."),
    severity=Severity.WARNING,
    wrong=SELL_ON.replace("{day}", "23")
    + REPORT.replace("read:", "fill:").replace("clerk", "manager"),
    right=SELL_ON.replace("{day}", "23") + REPORT,
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Find sections that steps of two processes fill in the same cycle by different roles."""
    for uses in book.handbook.uses_by_form.values():
        filled = [use for use in uses if use.use.kind == "fill"]
        for first, second in combinations(filled, 2):
            if _same_section(first, second) and first.process is not second.process:
                yield from _twice(book, first, second)


def _same_section(first: StepUse, second: StepUse) -> bool:
    return first.use.section == second.use.section or None in {
        first.use.section,
        second.use.section,
    }


def _twice(book: Book, first: StepUse, second: StepUse) -> Iterator[Diagnostic]:
    places = [DuePlaces(book.handbook, use.process) for use in (first, second)]
    own, other = (place.own(use.step) for place, use in zip(places, (first, second), strict=True))
    if own is None or other is None or own.scale != other.scale or own.scale.startswith("from "):
        return
    if first.step.responsible == second.step.responsible:
        return
    yield RULE.at(
        second.use.where,
        title=_title(book, second),
        due=str(places[1].dues(second.step)[0]),
        other=first.step.title.source,
        process=first.process.title.source,
        written=str(places[0].dues(first.step)[0]),
    )


def _title(book: Book, use: StepUse) -> str:
    form = book.form(use.use.form)
    if form is None:
        return use.use.form
    titles = {each.section: each.title.source for each in form.sections}
    return titles.get(use.use.section or "", form.title.source)
