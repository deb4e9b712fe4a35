"""HB308: `decide:` with a field that offers no choice, or without outcomes."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Rule
from generator.rules.book import Book
from generator.rules.examples import step, steps

_CHOOSE = "choose: [{when: stock, next: send}, {when: custom, end: passed on}]"
_FILL = "forms: [{fill: order-sheet.order}]"
RULE = Rule(
    code="HB308",
    name="undecidable-field",
    message=N_("“{field}” cannot decide: it is of type {type}, or no outcomes follow."),
    hint=N_(
        "Name a field of type choice or choices, or a signature with conclusions; "
        "and list the outcomes under “choose:”."
    ),
    why=N_("Only a field with options can lead to one way or another."),
    wrong=steps(
        step("take", _FILL, "decide: order-sheet.amount", _CHOOSE), step("send", "end: sent")
    ),
    right=steps(
        step("take", _FILL, "decide: order-sheet.kind", _CHOOSE), step("send", "end: sent")
    ),
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Find fields without options that are to decide."""
    for process in book.handbook.process_list:
        for step_ in process.steps:
            field = book.field(step_.decide.form, step_.decide.field) if step_.decide else None
            if field is None:
                continue
            able = field.type in {"choice", "choices"} or bool(field.conclusions)
            if not able or not (step_.choose or step_.choose_any):
                yield RULE.at(step_.where / "decide", field=field.label.source, type=field.type)
