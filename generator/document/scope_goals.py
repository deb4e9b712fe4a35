"""Where a way leads to: a step, the members of a group, or an end of the process."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from generator.model.flow import Flow
from generator.model.groups import Group, Thread
from generator.model.ids import StepId
from generator.model.process import Step
from generator.model.regions import Region
from generator.model.ways import Exit


@dataclass(frozen=True, slots=True)
class ToStep:
    """A step."""

    step: StepId


@dataclass(frozen=True, slots=True)
class ToGroup:
    """The members of a group, which start together."""

    group: Group


@dataclass(frozen=True, slots=True)
class ToEnd:
    """An end of the process, or another process."""

    way: Exit


@dataclass(frozen=True, slots=True)
class Departure:
    """Where a way begins: at a node, after a step, with the answers that lead there.

    `index` is the number of the way among those of the step; `direct` is set on the ways of
    `choose-any` themselves.
    """

    node: str
    step: Step
    answers: tuple[str, ...] = ()
    index: int = 0
    direct: bool = field(default=False, kw_only=True)


Goal: TypeAlias = "ToStep | ToGroup | ToEnd"


def key_of(goal: Goal) -> str:
    """Return a name for a goal, the same for the same one."""
    match goal:
        case ToStep():
            return goal.step
        case ToGroup():
            return f"group-{goal.group.number + 1}"
        case ToEnd():
            return goal.way.hand_over or f"end-{goal.way.source}"


def lies_in(goal: Goal, region: Region) -> bool:
    """Whether a goal is inside a region, or is the step where it meets."""
    match goal:
        case ToStep():
            return goal.step in region.steps or goal.step == region.join
        case ToGroup():
            return {*goal.group.members} <= {*region.steps, region.join}
        case ToEnd():
            return False


def stopped_before(
    flow: Flow, group: Group, step: StepId, target: StepId
) -> tuple[str, frozenset[StepId]]:
    """Return what has to stop before work of a group moves from a step to another one.

    That is the work of the sibling to which it moves, or, where several may choose the target,
    work at the target itself: its name and its steps, none where nothing has to stop.
    """
    if step not in group.body or target not in group.body:
        return "", frozenset()
    if target in group.common:
        return f"again-{target}", frozenset({target})
    for number, thread in enumerate(group.threads, start=1):
        if target in thread.own and step not in thread.own:
            elsewhere = (_places(flow, group, each) for each in group.threads if each != thread)
            alone = _places(flow, group, thread).difference(thread.own, *elsewhere)
            return f"again-{group.number + 1}-{number}", thread.own | alone
    return "", frozenset()


def _places(flow: Flow, group: Group, thread: Thread) -> frozenset[StepId]:
    """The steps where work of a thread can be; at a step of another one it is that one's work."""
    others = frozenset(step for each in group.threads if each != thread for step in each.own)
    return flow.reachable(thread.starts, without=others | {group.join, group.source})
