"""HB306: a decision by a field that leaves out one of its options."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Rule
from generator.model.process import Step
from generator.rules.book import Book
from generator.rules.examples import step, steps

_DECIDE = ("forms: [{fill: order-sheet.order}]", "decide: order-sheet.kind")
RULE = Rule(
    code="HB306",
    name="uncovered-option",
    message=N_("Nothing says where it goes when {field} is “{option}”."),
    hint=N_("Add an outcome “- when: {option}”."),
    why=N_("Whoever ticks this option would not know what comes next."),
    wrong=steps(
        step("take", *_DECIDE, "choose-any: [{when: stock, next: send}]", "join: send"),
        step("send", "end: sent"),
    ),
    right=steps(
        step(
            "take", *_DECIDE, "choose: [{when: stock, next: send}, {when: custom, end: passed on}]"
        ),
        step("send", "end: sent"),
    ),
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Find options of the deciding field that no outcome names."""
    for process in book.handbook.process_list:
        for step_ in process.steps:
            yield from _options(book, step_)


def _options(book: Book, step_: Step) -> Iterator[Diagnostic]:
    if step_.decide is None:
        return
    field = book.field(step_.decide.form, step_.decide.field)
    outcomes = (*step_.choose, *step_.choose_any)
    if field is None or not outcomes:
        return
    answers = [each.source for outcome in outcomes for each in outcome.when]
    if len(answers) > len(set(answers)):
        return  # the option that stands twice stands once in place of this one
    covered = {each.source for outcome in outcomes for each in outcome.when}
    options = field.options or field.conclusions
    if covered - {"else"} - {each.source for each in options}:
        return  # the option that nobody covers is mostly the one that is misspelt here
    for option in options:
        if option.source not in covered and "else" not in covered:
            yield RULE.at(
                (step_.where / "decide").key, field=field.label.source, option=option.source
            )
