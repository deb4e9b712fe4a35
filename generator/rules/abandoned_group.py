"""HB310: an outcome that leads out of a group before its join."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Rule, Severity
from generator.rules.book import Book
from generator.rules.examples import step, steps

_END = "choose: [{{when: paid, next: send}}, {{when: refused, {way}}}]"
_PARTS = (step("take", "together: [pick, bill]", "join: send"), step("pick", "next: send"))
RULE = Rule(
    code="HB310",
    name="abandoned-group",
    message=N_(
        "This way leads out of the group that meets at “{join}”; the other steps of it stop."
    ),
    hint=N_("Lead it to the join, or say in “do:” what becomes of the work of the others."),
    why=N_("Colleagues who work at the same time must hear that their work has become void."),
    severity=Severity.INFO,
    wrong=steps(
        *_PARTS, step("bill", _END.format(way="end: cancelled")), step("send", "end: sent")
    ),
    right=steps(*_PARTS, step("bill", "next: send"), step("send", "end: sent")),
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Find ways from inside a group that lead neither on inside it nor to its join."""
    for process in book.handbook.process_list:
        flow = book.handbook.flows[process.id]
        titles = {each.id: each.title.source for each in process.steps}
        for group in flow.groups:
            for name in sorted(group.body):
                for way in flow.exits[name]:
                    inside = {*group.body, group.join}
                    # A way without an end is another finding, as is one to an unknown step.
                    leads = way.targets or way.end or way.hand_over
                    if leads and not set(way.targets) & inside:
                        yield RULE.at(way.where, join=titles.get(group.join, group.join))
