"""HB423: whole forms filled in by one step, with sections that absent people sign."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Rule, Severity
from generator.model.form import Form
from generator.model.handbook import Handbook
from generator.model.hands import same_hand
from generator.model.process import Process, Step
from generator.rules.book import Book
from generator.rules.examples import step, steps

RULE = Rule(
    code="HB423",
    name="whole-form",
    message=N_("“{use}” is the whole form, but “{title}” signs section “{section}” elsewhere."),
    hint=N_("Name the sections that this step fills in: “fill: {form}.{first}”."),
    why=N_("The form would tell this person to fill in what belongs to others."),
    severity=Severity.WARNING,
    wrong=steps(
        step("take", "forms: [{fill: order-sheet}]").replace(
            "accountable: manager", "accountable: clerk"
        ),
        step("release", "forms: [{fill: order-sheet.release}]", "end: done", role="manager"),
    ),
    right=steps(
        step("take", "forms: [{fill: order-sheet.order}]").replace(
            "accountable: manager", "accountable: clerk"
        ),
        step("release", "forms: [{fill: order-sheet.release}]", "end: done", role="manager"),
    ),
)
_TAKES_PART = "RAC"


def check(book: Book) -> Iterator[Diagnostic]:
    """Find steps that fill in a whole form while a signer of a section has no part in them."""
    for process in book.handbook.process_list:
        for step_ in process.steps:
            for use in step_.forms:
                form = book.handbook.forms.get(use.form)
                if form is None or use.kind not in {"fill", "add"} or use.section:
                    continue
                found = _absent(book.handbook, process, step_, form)
                if found:
                    section, title = found
                    yield RULE.at(
                        use.where,
                        use=f"{use.kind}: {use.form}",
                        title=title,
                        section=section,
                        form=form.id,
                        first=form.sections[0].section,
                    )


def _absent(
    handbook: Handbook, process: Process, step_: Step, form: Form
) -> tuple[str, str] | None:
    """Return the first section that only absent people of the company sign, and one of them."""
    here = [
        part.role
        for part in handbook.assignments_by_process.get(process.id, ())
        if part.step is step_ and part.letter in _TAKES_PART
    ]
    for section in form.sections:
        for field in section.fields:
            signers = [handbook.roles.get(role) for role in field.by]
            known = [each for each in signers if each is not None]
            outside = any(each.external for each in known)
            if (
                known
                and not outside
                and not any(same_hand(handbook, each.role, here) for each in known)
            ):
                return section.title.source, known[0].title.source
    return None
