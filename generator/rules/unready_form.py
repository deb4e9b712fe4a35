"""HB341: forms that a step needs before another process has written them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Locator, Rule, Severity
from generator.model.handbook import StepUse
from generator.model.process import Step
from generator.rules.book import Book
from generator.rules.due_places import DuePlaces, followed
from generator.rules.examples import TAKE_ORDER, step

SELL_ON = (
    TAKE_ORDER
    + "steps:\n"
    + step("take", "forms: [{fill: order-sheet}]", "end: taken", due="monthly {day}")
)
REPORT = (
    "# processes/sales/report-sales.yml\ncode: P-01-09\ntitle: Report sales\nowner: manager\n"
    "approver: manager\nrevisions: [{version: V1.0, date: 2026-01-05, approved: 2026-01-06, "
    "effective: 2026-01-07, change: First issue}]\npurpose: Tell what was sold.\nsteps:\n"
    + step("report", "forms: [{read: order-sheet.order}]", "end: told", due="monthly 25")
)
RULE = Rule(
    code="HB341",
    name="unready-form",
    message=N_(
        "This step needs {form} {due}, but it is only written {written}: “{step}” of “{process}”."
    ),
    hint=N_("Move this day back, or let the form be written earlier."),
    why=N_("Two processes agree on their days only where somebody compares them."),
    severity=Severity.WARNING,
    wrong=SELL_ON.replace("{day}", "28") + REPORT,
    right=SELL_ON.replace("{day}", "23") + REPORT,
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Compare the day on which a form is needed with the days on which others write it."""
    for process in followed(book.handbook):
        places = DuePlaces(book.handbook, process)
        for each in process.steps:
            for form, section, where in _needs(each):
                yield from _need(book, places, each, (form, section), where)


def _needs(each: Step) -> Iterator[tuple[str, str | None, Locator]]:
    for use in each.forms:
        if use.kind != "fill":
            yield use.form, use.section, use.where
    if each.decide:
        yield each.decide.form, None, each.decide.where


def _need(
    book: Book, places: DuePlaces, each: Step, part: tuple[str, str | None], where: Locator
) -> Iterator[Diagnostic]:
    own = places.own(each)
    written = [use for use in book.handbook.uses_by_form.get(part[0], ()) if _writes(use, part[1])]
    if (
        own is None
        or own.scale.startswith("from ")
        or any(use.process is places.process for use in written)
    ):
        return
    late: list[tuple[StepUse, str]] = []
    for use in written:
        others = DuePlaces(book.handbook, use.process)
        place = others.own(use.step)
        if place is None or place.scale != own.scale:
            continue  # what is written case by case is no part of the rhythm
        if not place.behind(own):
            return
        late.append((use, str(others.dues(use.step)[0])))
    if late:
        use, due = late[0]
        yield RULE.at(
            where,
            form=_title(book, part),
            due=str(places.dues(each)[0]),
            written=due,
            step=use.step.title.source,
            process=use.process.title.source,
        )


def _writes(use: StepUse, section: str | None) -> bool:
    parts = {None, section}
    return use.use.kind == "fill" and (section is None or use.use.section in parts)


def _title(book: Book, part: tuple[str, str | None]) -> str:
    form = book.form(part[0])
    return form.title.source if form else part[0]
