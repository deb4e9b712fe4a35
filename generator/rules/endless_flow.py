"""HB304: steps from which no end can be reached."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Locator, Rule
from generator.model.flow import Flow
from generator.model.ids import StepId
from generator.rules.book import Book
from generator.rules.examples import step, steps
from generator.rules.unsound_group import lost_member

RULE = Rule(
    code="HB304",
    name="endless-flow",
    message=N_("These steps go round and never end: {path}."),
    hint=N_("Give one of the steps of the loop a way out."),
    why=N_("A process that cannot end is never done."),
    wrong=steps(step("take"), step("send", "next: take")),
    right=steps(
        step("take"), step("send", "choose: [{when: wrong, next: take}, {when: right, end: sent}]")
    ),
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Find a loop without a way out in each process, and tell it at the way that closes it."""
    for process in book.handbook.process_list:
        flow = book.handbook.flows[process.id]
        open_ended = {
            name
            for name, ways in flow.exits.items()
            if any(way.end or way.hand_over or not way.targets for way in ways)
        }
        for step_ in process.steps:
            loop = () if flow.reachable((step_.id,)) & open_ended else _loop(flow, step_.id)
            if loop and not _in_lost_group(flow, loop):
                titles = {step.id: step.title.source for step in process.steps}
                path = " → ".join(titles[name] for name in (*loop, loop[0]))
                yield RULE.at(_closing(flow, loop), path=path)
                break


def _in_lost_group(flow: Flow, loop: tuple[StepId, ...]) -> bool:
    """Whether a loop is told already: as what keeps a member of a group from its join."""
    lost = (lost_member(flow, group) for group in flow.groups)
    return any(step and set(loop) <= flow.reachable((step,)) for step in lost)


def _loop(flow: Flow, start: StepId) -> tuple[StepId, ...]:
    """The steps of a shortest way from a step back to itself; empty where there is none."""
    waiting: deque[tuple[StepId, ...]] = deque([(start,)])
    seen = {start}
    while waiting:
        path = waiting.popleft()
        for target in flow.successors(path[-1]):
            if target == start:
                return path
            if target not in seen:
                seen.add(target)
                waiting.append((*path, target))
    return ()


def _closing(flow: Flow, loop: tuple[StepId, ...]) -> Locator:
    """The place of the way that leads from the last step of a loop to its first."""
    ways = flow.exits[loop[-1]]
    closing = next(way for way in ways if loop[0] in way.targets)
    return (closing.where / "next").key
