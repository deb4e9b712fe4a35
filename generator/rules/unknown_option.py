"""HB307: an outcome for something that is no option of the deciding field, or named twice."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Message, Related, Rule
from generator.model.process import Process, Step
from generator.rules.book import Book, did_you_mean, fix_meant
from generator.rules.examples import step, steps

_DECIDE = ("forms: [{fill: order-sheet.order}]", "decide: order-sheet.kind")
RULE = Rule(
    code="HB307",
    name="unknown-option",
    message=N_("“{option}” is no option of {field}, or stands in two outcomes."),
    hint=N_("Name an option of the field, each in one outcome only."),
    why=N_("The way would never be taken, or it would be open which one is."),
    wrong=steps(
        step(
            "take",
            *_DECIDE,
            "choose: [{when: [stock, custom], next: send}, {when: special, end: refused}]",
        ),
        step("send", "end: sent"),
    ),
    right=steps(
        step("take", *_DECIDE, "choose: [{when: stock, next: send}, {when: custom, end: passed}]"),
        step("send", "end: sent"),
    ),
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Find outcomes that no option leads to, and options with two outcomes."""
    for process in book.handbook.process_list:
        for step_ in process.steps:
            yield from _outcomes(book, process, step_)


def _outcomes(book: Book, process: Process, step_: Step) -> Iterator[Diagnostic]:
    field = book.field(step_.decide.form, step_.decide.field) if step_.decide else None
    if field is None or not (field.options or field.conclusions):
        return
    options = {each.source: "" for each in field.options or field.conclusions}
    seen: set[str] = {""}
    listed = Message("Its options are: {known}.", {"known": ", ".join(options)})
    for outcome in (*step_.choose, *step_.choose_any):
        for when in outcome.when:
            if when.source in seen or when.source not in {*options, "else"}:
                hint = did_you_mean(when.source, options) or listed
                yield RULE.at(
                    when.where,
                    hint=hint,
                    fix=fix_meant(when.where, hint),
                    related=tuple(_due_cases(process, when.source)),
                    option=when.source,
                    field=field.label.source,
                )
            seen.add(when.source)


def _due_cases(process: Process, word: str) -> Iterator[Related]:
    """The dues of a process that name the same case: the same option is meant there."""
    for step_ in process.steps:
        for case in step_.due.cases if step_.due else ():
            if case.case == word:
                yield Related(case.where.key, Message(N_("It stands here too.")))
