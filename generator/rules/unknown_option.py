"""HB307: an outcome for something that is no option of the deciding field, or named twice."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Locator, Message, Related, Rule
from generator.model.process import Process, Step
from generator.rules.book import Book, did_you_mean, fix_meant
from generator.rules.examples import step, steps
from generator.rules.few_options import is_single

_DECIDE = ("forms: [{fill: order-sheet.order}]", "decide: order-sheet.kind")
_ONCE = N_("Keep it in one of the two outcomes.")
RULE = Rule(
    code="HB307",
    name="unknown-option",
    message=N_("“{option}” cannot stand here for {field}: {says}"),
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
    if field is None or not (field.options or field.conclusions) or is_single(field):
        return
    options = {each.source: "" for each in field.options or field.conclusions}
    label = field.label.source
    first: dict[str, Locator] = {}
    for outcome in (*step_.choose, *step_.choose_any):
        for when in outcome.when:
            if when.source in first:
                place = Related(first[when.source], Message("It stands here first."))
                says, hint = Message(N_("it stands in two outcomes.")), Message(_ONCE)
                yield RULE.at(
                    when.where,
                    hint=hint,
                    related=(place,),
                    says=says,
                    option=when.source,
                    field=label,
                )
            elif when.source and when.source not in {*options, "else"}:
                hint = did_you_mean(when.source, options) or Message(
                    "Its options are: {known}.", {"known": ", ".join(options)}
                )
                yield RULE.at(
                    when.where,
                    hint=hint,
                    fix=fix_meant(when.where, when.source, hint),
                    related=tuple(_due_cases(process, when.source)),
                    says=Message(N_("it is no option.")),
                    option=when.source,
                    field=label,
                )
            first.setdefault(when.source, when.where)


def _due_cases(process: Process, word: str) -> Iterator[Related]:
    """The dues of a process that name the same case: the same option is meant there."""
    for step_ in process.steps:
        for case in step_.due.cases if step_.due else ():
            if case.case == word:
                yield Related(case.where.key, Message(N_("It stands here too.")))
