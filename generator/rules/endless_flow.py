"""HB304: steps from which no end can be reached."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Rule
from generator.rules.book import Book
from generator.rules.examples import step, steps

RULE = Rule(
    code="HB304",
    name="endless-flow",
    message=N_("From “{title}” no end can be reached."),
    hint=N_("Give one of the steps of the loop a way out."),
    why=N_("A process that cannot end is never done."),
    wrong=steps(step("take"), step("send", "next: take")),
    right=steps(
        step("take"), step("send", "choose: [{when: wrong, next: take}, {when: right, end: sent}]")
    ),
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Find the first step of each loop without a way out."""
    for process in book.handbook.process_list:
        flow = book.handbook.flows[process.id]
        open_ended = {
            name
            for name, ways in flow.exits.items()
            if any(way.end or way.hand_over or not way.targets for way in ways)
        }
        for each in process.steps:
            if not flow.reachable((each.id,)) & open_ended:
                key = "decision" if each.decision else "step"
                yield RULE.at(each.where / key, title=each.title.source)
                break
