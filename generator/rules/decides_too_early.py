"""HB318: a decision by a field that nobody has filled yet."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Rule, Severity
from generator.model.process import Process, Step
from generator.rules.book import Book
from generator.rules.examples import step, steps

_CHOOSE = ("decide: order-sheet.kind", "choose: [{when: stock, end: a}, {when: custom, end: b}]")
RULE = Rule(
    code="HB318",
    name="decides-too-early",
    message=N_("“{field}” decides here, but no step up to here fills section “{section}”."),
    hint=N_("Let this or an earlier step fill the section: “fill: {form}.{id}”."),
    why=N_("The answer that decides would stand nowhere."),
    severity=Severity.WARNING,
    wrong=steps(step("take", *_CHOOSE)),
    right=steps(step("take", "forms: [{fill: order-sheet.order}]", *_CHOOSE)),
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Find deciding fields in sections that no step has filled, signed or added to."""
    if book.unjudged.may_hold("forms"):
        return  # the use that fills the section may stand there in another shape
    for process in book.handbook.process_list:
        for number, each in enumerate(process.steps):
            yield from _decision(book, process, number, each)


def _decision(book: Book, process: Process, number: int, step_: Step) -> Iterator[Diagnostic]:
    form = book.form(step_.decide.form) if step_.decide else None
    if form is None or step_.decide is None or book.renamed("form", [form.id]):
        return
    home = next(
        (s for s in form.sections if any(f.field == step_.decide.field for f in s.fields)), None
    )
    if home is None:
        return
    for earlier in process.steps[: number + 1]:
        for use in earlier.forms:
            if (
                use.form == form.id
                and use.section in {None, home.section}
                and use.kind not in {"file", "read"}
            ):
                return
    label = next(f.label.source for f in home.fields if f.field == step_.decide.field)
    yield RULE.at(
        step_.where / "decide",
        field=label,
        section=home.title.source,
        form=form.id,
        id=home.section,
    )
