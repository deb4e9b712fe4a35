"""HB314: dues by case that name an unknown case, or leave one out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.base.diagnostics import N_, Diagnostic, Message, Rule, Severity
from generator.model.process import Process, Step
from generator.rules.book import Book, did_you_mean, fix_meant
from generator.rules.examples import TAKE_ORDER

_STEPS = (
    TAKE_ORDER + "steps:\n  - step: take\n    title: Take\n    responsible: clerk\n"
    "    accountable: manager\n    forms: [{{fill: order-sheet.order}}]\n"
    "    due: {{stock: 2h, {case}: 2d}}\n    decide: order-sheet.kind\n"
    "    choose: [{{when: stock, end: sent}}, {{when: custom, end: passed on}}]\n"
)
RULE = Rule(
    code="HB314",
    name="due-case",
    message=N_("The dues do not fit the cases: {says}"),
    hint=N_("Give a due for each option of the field, or “else” for the rest."),
    why=N_("In one of the cases nobody would know by when."),
    wrong=_STEPS.format(case="special"),
    right=_STEPS.format(case="custom"),
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Compare the cases of dues with the options of the fields decided by so far."""
    for process in book.handbook.process_list:
        for number, each in enumerate(process.steps):
            if each.due and each.due.cases[0].case:
                yield from _cases(book, process, number)


def unknown_outcomes(book: Book, process: Process) -> frozenset[str]:
    """The answers that outcomes of a process name and the deciding field does not have."""
    return frozenset(
        when.source
        for step in process.steps
        if (options := _options(book, step))
        for outcome in (*step.choose, *step.choose_any)
        for when in outcome.when
        if when.source not in {*options, "else"}
    )


def _cases(book: Book, process: Process, number: int) -> Iterator[Diagnostic]:
    step = process.steps[number]
    cases = {each.case: each.where for each in step.due.cases if each.case} if step.due else {}
    deciders = [_options(book, earlier) for earlier in process.steps[: number + 1]]
    options = max(deciders, key=lambda each: len(each & set(cases)))
    if not options & set(cases):
        hidden = book.unjudged.may_hold("decide") or _hidden(book, process, number)
        if hidden or set(cases) <= unknown_outcomes(book, process):
            return
        says = Message("they are in free words, options of no field that decides up to here.")
        yield replace(RULE.at((step.where / "due").key, says=says), severity=Severity.INFO)
        return
    unknown = [case for case in cases if case not in options and case != "else"]
    told = unknown_outcomes(book, process)
    for case in unknown:
        if case not in told:
            close = did_you_mean(case, dict.fromkeys(sorted(options), ""))
            says = Message("“{case}” is no option.", {"case": case})
            yield RULE.at(
                cases[case].key, hint=close, fix=fix_meant(cases[case].key, case, close), says=says
            )
    if unknown:
        return  # the option that has no due is mostly the one that is misspelt here
    for option in sorted(options - set(cases)):
        if "else" not in cases:
            says = Message("“{case}” is missing; add it, or “else”.", {"case": option})
            yield RULE.at((step.where / "due").key, says=says)


def _hidden(book: Book, process: Process, number: int) -> bool:
    """Whether a field decides whose form could not be bound: its options are not known."""
    fields = [each.decide for each in process.steps[: number + 1]]
    return any(each and book.field(each.form, each.field) is None for each in fields)


def _options(book: Book, step: Step) -> set[str]:
    field = book.field(step.decide.form, step.decide.field) if step.decide else None
    return {each.source for each in (field.options or field.conclusions)} if field else set()
