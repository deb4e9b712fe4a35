"""HB309: steps that start together but cannot properly come together again."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Message, Rule
from generator.model.flow import Flow, Group
from generator.model.process import Process
from generator.rules.book import Book
from generator.rules.examples import step, steps
from generator.rules.token_search import stuck_group

_PARTS = (step("pick", "next: send"), step("send", "end: sent"))
RULE = Rule(
    code="HB309",
    name="unsound-group",
    message=N_("The steps that start together here do not come together: {says}"),
    hint=N_("Lead every one of them to the step named by “join:”."),
    why=N_("The step where they meet waits for all of them: it would wait for ever, or run twice."),
    wrong=steps(
        step("take", "together: [pick, bill]", "join: send"),
        _PARTS[0],
        step("bill", "end: billed"),
        _PARTS[1],
    ),
    right=steps(
        step("take", "together: [pick, bill]", "join: send"),
        _PARTS[0],
        step("bill", "next: send"),
        _PARTS[1],
    ),
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Find groups that cannot reach their join in order."""
    for process in book.handbook.process_list:
        flow = book.handbook.flows[process.id]
        if flow.astray:
            # A way that seems to miss the join mostly has its name misspelt.
            continue
        faults = [(group, says) for group in flow.groups if (says := _fault(flow, group, process))]
        for group, says in faults:
            yield RULE.at((group.where / _word(group)).key, says=says)
        if flow.groups and not faults:
            stuck = stuck_group(flow)
            if stuck:
                says = Message("in some order of events the join is reached out of turn.")
                yield RULE.at((stuck.where / _word(stuck)).key, says=says)


def _word(group: Group) -> str:
    return "when" if group.inclusive else "together"


def _fault(flow: Flow, group: Group, process: Process) -> Message | None:
    if group.join in group.members and not group.inclusive:
        return Message("the join is itself one of them.")
    for member in group.members:
        # A way of choose-any may lead straight to the join.
        if member not in group.body and member != group.join:
            step_ = process.step(member)
            title = step_.title.source if step_ else member
            return Message("no way leads from “{title}” to the join.", {"title": title})
    return None if group.inclusive else _shared(flow, group, process)


def _shared(flow: Flow, group: Group, process: Process) -> Message | None:
    """Tell of a step to which two members lead: both would set it going."""
    without = frozenset({group.join, group.source})
    seen: set[str] = set()
    shared: set[str] = set()
    for member in group.members:
        reached = flow.reachable((member,), without=without) & group.body
        shared |= reached & seen
        seen |= reached
    # The first one in the order of the file: those after it are only its followers.
    first = next((each for each in process.steps if each.id in shared), None)
    if first is None:
        return None
    text = N_("“{title}” is reached from two of them: it would run twice.")
    return Message(text, {"title": first.title.source})
