"""HB305: a step or outcome that says twice where it goes."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Locator, Rule
from generator.model.process import Onward, Step
from generator.rules.book import Book
from generator.rules.examples import step, steps

RULE = Rule(
    code="HB305",
    name="two-ways-onward",
    message=N_("“{first}:” and “{second}:” both say where it goes on."),
    hint=N_("Keep one of them; several possible ways are written with “choose:”."),
    why=N_("At the end of a step there is exactly one word for what comes next."),
    wrong=steps(step("take", "next: send", "end: done"), step("send", "end: sent")),
    right=steps(step("take", "next: send"), step("send", "end: sent")),
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Find places where more than one word says what comes next."""
    for process in book.handbook.process_list:
        for step_ in process.steps:
            yield from _words(step_, step_.where)
            for number, outcome in enumerate(step_.choose):
                yield from _words(outcome, step_.where / "choose" / number)
            for number, outcome in enumerate(step_.choose_any):
                yield from _words(outcome, step_.where / "choose-any" / number)


def _words(onward: Onward, where: Locator) -> Iterator[Diagnostic]:
    stated = {
        "next": onward.next,
        "choose": onward.choose if isinstance(onward, Step) else (),
        "choose-any": onward.choose_any if isinstance(onward, Step) else (),
        "together": onward.together,
        "hand-over": onward.hand_over,
        "end": onward.end,
    }
    used = [name for name, value in stated.items() if value]
    # A call comes back and may go on with any of the words but a second process.
    if onward.call and onward.hand_over:
        used = ["call", *used]
    for second in used[1:]:
        yield RULE.at((where / second).key, first=used[0], second=second)
