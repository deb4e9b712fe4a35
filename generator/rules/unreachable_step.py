"""HB302: unreachable steps."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Rule
from generator.rules.book import Book
from generator.rules.examples import step, steps

RULE = Rule(
    code="HB302",
    name="unreachable-step",
    message=N_("Step “{title}” is unreachable."),
    hint=N_("Lead there with “next:” or “choose:”, or take the step out."),
    why=N_("A step that nobody reaches is work that nobody does."),
    wrong=steps(step("take", "next: send"), step("note", "next: send"), step("send", "end: sent")),
    right=steps(step("take"), step("note"), step("send", "end: sent")),
)

_LEADING = frozenset({"next", "together"})


def check(book: Book) -> Iterator[Diagnostic]:
    """Find steps that cannot be reached from the first step."""
    for process in book.handbook.process_list:
        flow = book.handbook.flows[process.id]
        if flow.astray:
            # The step that cannot be reached is mostly the one whose name is misspelt elsewhere.
            continue
        if not _LEADING.isdisjoint(book.unjudged.keys.get(process.where.file, ())):
            continue  # what lies in the hole may lead to any step
        # Where the way on stands in a hole, the steps that are named there may be reached.
        unsure = (
            each.id
            for each in process.steps
            if book.unjudged.may_define("step", each.id, process.where.file)
        )
        reached = flow.reachable((flow.start, *unsure))
        # A group that never meets is another finding.
        joins = (group.join for group in flow.groups if group.source in reached)
        reached |= flow.reachable(tuple(joins))
        for step_ in process.steps:
            if step_.id not in reached:
                key = "decision" if step_.decision else "step"
                yield RULE.at(step_.where / key, title=step_.title.source)
