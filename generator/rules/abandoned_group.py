"""HB310: an outcome that leads out of a group before its join."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Locator, Rule, Severity
from generator.model.flow import Flow
from generator.model.groups import Group
from generator.model.ids import StepId
from generator.model.ways import Exit
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
    """Find ways that end a group before its join, each told once, of the outermost group.

    A way back to before the start of the group is none: the group is run anew.
    """
    for process in book.handbook.process_list:
        flow = book.handbook.flows[process.id]
        titles = {each.id: each.title.source for each in process.steps}
        told: set[Locator] = set()
        before: dict[StepId, frozenset[StepId]] = {}  # worked out once for each start of groups
        for group in flow.groups:
            for name in sorted(_choosing(group)):
                for way in flow.exits[name]:
                    if way.where not in told and _leaves(flow, group, way, before):
                        told.add(way.where)
                        yield RULE.at(way.where, join=titles.get(group.join, group.join))


def _choosing(group: Group) -> set[StepId]:
    """The steps whose ways can leave a group: those in it, and the one that starts it by choice."""
    # A way of `choose-any` that leads to an end stops what its other ways have started.
    return {*group.body, group.source} if group.inclusive else set(group.body)


def _leaves(flow: Flow, group: Group, way: Exit, before: dict[StepId, frozenset[StepId]]) -> bool:
    """Whether a way ends a group for good."""
    # A way without an end is another finding, as is one to an unknown step.
    if not way.targets:
        return way.end is not None or way.hand_over is not None
    # A member from which no way leads to the join is another finding too.
    if way.source == group.source or set(way.targets) & {*group.body, group.join}:
        return False
    if group.source not in before:
        before[group.source] = _before(flow, group.source)
    return _ends(flow, group, way.targets, before[group.source])


def _before(flow: Flow, source: StepId) -> frozenset[StepId]:
    """The steps from which the start of a group is reached, of those that come before it."""
    reached = flow.reachable((flow.start,), without=frozenset({source}))
    return frozenset(each for each in reached if source in flow.reachable((each,)))


def _ends(flow: Flow, group: Group, begin: tuple[StepId, ...], before: frozenset[StepId]) -> bool:
    """Whether the work can end, from some steps on, without beginning the group anew.

    Steps before the group may lead to ends of their own: that is no matter of the group.
    """
    passed = flow.reachable(begin, without=before | {group.source})
    return any(not way.targets for name in passed for way in flow.exits[name])
