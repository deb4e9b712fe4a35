"""HB301: a step that runs on without saying so, although the next one is reached from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.base.diagnostics import N_, Diagnostic, Fix, Rule
from generator.rules.book import Book
from generator.rules.examples import step, steps

_CHOOSE = "choose: [{when: new, next: note}, {when: known, next: send}]"
RULE = Rule(
    code="HB301",
    name="silent-fall-through",
    message=N_(
        "“{title}” runs on silently into “{following}”, which is also reached from elsewhere."
    ),
    hint=N_("Write “next: {id}”, or where it really goes."),
    why=N_(
        "When the following step is reached from elsewhere too, nobody sees whether the "
        "step above was meant to lead there."
    ),
    wrong=steps(step("take", _CHOOSE), step("note"), step("send", "end: sent")),
    right=steps(step("take", _CHOOSE), step("note", "next: send"), step("send", "end: sent")),
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Find steps without a stated way onward above a step that is named as a target."""
    for process in book.handbook.process_list:
        flow = book.handbook.flows[process.id]
        if len(flow.exits) < len(process.steps):
            continue  # two steps of one id: where they lead cannot be told apart
        named = {
            target
            for ways in flow.exits.values()
            for way in ways
            if way.stated
            for target in (*way.targets, *way.joins)
        }
        for step_, following in pairwise(process.steps):
            for way in flow.exits[step_.id]:
                if not way.stated and following.id in named:
                    yield RULE.at(
                        (way.where / "step").key if way.where == step_.where else way.where,
                        fix=Fix.at(way.where / "next", following.id),
                        title=step_.title.source,
                        following=following.title.source,
                        id=following.id,
                    )
