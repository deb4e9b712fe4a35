"""HB348: a promise that stands in the scope or purpose alone, where nobody adds up."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Rule, Severity
from generator.model.process import Process
from generator.model.text import Text
from generator.notation.inserts import StepInsert
from generator.rules.book import Book
from generator.rules.examples import step, steps
from generator.rules.spoken_time import spoken

_SCOPE = steps(step("take", "end: done")) + "scope: All orders, done within 3 days.\n"
RULE = Rule(
    code="HB348",
    name="promise-in-words",
    message=N_("“{span}” is promised here in words, so that nothing compares it with the steps."),
    hint=N_("Write it beside as well: promises: [{{promise: {span}}}]."),
    why=N_("The limits of the steps are added up and compared with promises only."),
    severity=Severity.WARNING,
    wrong=_SCOPE,
    right=_SCOPE + "promises: [{promise: 3d}]\n",
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Find times in the scope and purpose of processes that promise nothing."""
    for process in book.handbook.process_list:
        if process.promises:
            continue
        for text in _texts(process):
            told = text in {process.purpose, process.scope} or any(
                isinstance(part, StepInsert) for part in text.parts
            )
            for found in spoken(book.handbook, text):
                if found.whole or (found.limit and told):
                    yield RULE.at(text.where, span=str(found.duration))
                    break


def _texts(process: Process) -> Iterator[Text]:
    """Yield where promises are made in words: what a step does in passing is its own limit."""
    yield process.purpose
    if process.scope:
        yield process.scope
    yield from (each.do for each in process.steps if each.do)
    yield from (each.do for each in process.exceptions)
