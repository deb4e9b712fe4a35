"""HB319: a `join:` where nothing is done together."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Fix, Rule
from generator.rules.book import Book
from generator.rules.examples import step, steps

RULE = Rule(
    code="HB319",
    name="idle-join",
    message=N_("“join:” has nothing to join here: no “together:” and no “choose-any:”."),
    hint=N_("Write “next:” where the flow only goes on there; or say what is done together."),
    why=N_("The line would be passed over, and the flow would go on to the next step."),
    wrong=steps(step("take", "join: send"), step("send", "end: sent")),
    right=steps(step("take", "next: send"), step("send", "end: sent")),
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Find joins without a group, in steps and in outcomes."""
    for process in book.handbook.process_list:
        for step_ in process.steps:
            ways = [(step_, step_.where), *((way, way.where) for way in step_.choose)]
            ways += [(way, way.where) for way in step_.choose_any]
            for way, where in ways:
                several = way.together or (way is step_ and step_.choose_any)
                if way.join and not several:
                    goes_on = way.next or way.call or way.hand_over or way.end
                    place = (where / "join").key
                    fix = Fix.at(where / "join", None) if goes_on else Fix.at(place, "next")
                    yield RULE.at(place, fix=fix)
