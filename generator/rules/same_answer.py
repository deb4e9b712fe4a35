"""HB311: two outcomes of a decision with the same words."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Message, Related, Rule
from generator.model.process import Step
from generator.model.text import Text
from generator.rules.book import Book
from generator.rules.examples import step, steps

RULE = Rule(
    code="HB311",
    name="same-answer",
    message=N_("The answer “{text}” stands in two outcomes of this step."),
    hint=N_("Say what is different, or make one outcome of the two."),
    why=N_("Whoever decides could not know which of the two ways to go."),
    wrong=steps(
        step("take", "choose: [{when: small, next: send}, {when: small, end: refused}]"),
        step("send", "end: sent"),
    ),
    right=steps(
        step("take", "choose: [{when: small, next: send}, {when: large, end: refused}]"),
        step("send", "end: sent"),
    ),
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Find the answers of free decisions that stand twice; fields have HB307."""
    for process in book.handbook.process_list:
        for step_ in process.steps:
            if step_.decide is None:
                yield from _answers(step_)


def _answers(step_: Step) -> Iterator[Diagnostic]:
    first: dict[str, Text] = {}
    for outcome in (*step_.choose, *step_.choose_any):
        for when in outcome.when:
            words = " ".join(when.source.split())
            if words in first:
                note = Related(first[words].where, Message(N_("It stands here first.")))
                yield RULE.at(when.where, related=(note,), text=when.source)
            first.setdefault(words, when)
