"""HB303: ways that stop without an end."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Locator, Rule
from generator.model.process import Step
from generator.model.ways import Exit
from generator.rules.book import Book
from generator.rules.examples import step, steps

RULE = Rule(
    code="HB303",
    name="dead-end",
    message=N_("After “{title}” nothing says how it goes on."),
    hint=N_("Write “end: …” with the state that is reached, or “next:”, or “hand-over:”."),
    why=N_("The reader must see that the process is over, and with what result."),
    wrong=steps(step("take"), step("send")),
    right=steps(step("take"), step("send", "end: sent")),
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Find ways that lead to no step and state no end."""
    for process in book.handbook.process_list:
        flow = book.handbook.flows[process.id]
        for step_ in process.steps:
            for way in flow.exits[step_.id]:
                if not way.stated and not way.targets:
                    yield RULE.at(_place(step_, way), title=step_.title.source)


def _place(step_: Step, way: Exit) -> Locator:
    if way.where != step_.where:
        return way.where
    return step_.where / ("decision" if step_.decision else "step")
