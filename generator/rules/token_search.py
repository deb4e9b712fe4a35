"""Follows every token through a flow to see whether its groups always come together in turn."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.flow import Exit, Flow, Group
from generator.model.ids import StepId


@dataclass(frozen=True, slots=True)
class FlowToken:
    """A step at work and the numbers of the groups that it belongs to, outermost first."""

    step: StepId
    groups: tuple[int, ...] = ()


class OutOfTurnError(Exception):
    """A token came to the join of a group while it was still in a group inside that one."""

    def __init__(self, group: Group) -> None:
        super().__init__(group.join)
        self.group = group


def stuck_group(flow: Flow) -> Group | None:
    """Return a group whose join can be reached out of turn, or None when there is none.

    Whether a token comes out of turn follows from its own way alone: what the others do can
    stop it or make it wait, but not lead it elsewhere. So each token is followed by itself, as
    if the others always arrived; that is a walk over pairs of a step and the groups around it,
    where playing all orders of events would be one over sets of those.
    """
    numbers = {(group.source, group.join, group.members): n for n, group in enumerate(flow.groups)}
    seen: set[FlowToken] = set()
    waiting = [FlowToken(flow.start)]
    try:
        while waiting:
            token = waiting.pop()
            if token not in seen:
                seen.add(token)
                for way in flow.exits[token.step]:
                    waiting += _follow(flow, token, way, numbers)
    except OutOfTurnError as fault:
        return fault.group
    return None


def _follow(
    flow: Flow,
    token: FlowToken,
    way: Exit,
    numbers: dict[tuple[StepId, StepId, tuple[StepId, ...]], int],
) -> Iterator[FlowToken]:
    """The tokens that a way makes of one."""
    if way.parallel and way.join and not way.inclusive:
        number = numbers[token.step, way.join, way.targets]
        if number in token.groups:
            # Begun again from inside itself, it would never be through.
            raise OutOfTurnError(flow.groups[number])
        for target in way.targets:
            yield FlowToken(_in_turn(flow, token.groups, target), (*token.groups, number))
    else:
        # The join of choose-any passes the ways that were taken.
        for target in way.targets:
            yield _arrive(flow, token.groups, target)


def _arrive(flow: Flow, groups: tuple[int, ...], target: StepId) -> FlowToken:
    while groups:
        inner = flow.groups[groups[-1]]
        if target == inner.join:
            groups = groups[:-1]
            # The join may be that of the group around it as well, where it is reached again.
            continue
        if target in inner.body:
            return FlowToken(_in_turn(flow, groups[:-1], target), groups)
        # The way leads out of the group: what the others are doing stops.
        groups = groups[:-1]
    return FlowToken(target, groups)


def _in_turn(flow: Flow, groups: tuple[int, ...], target: StepId) -> StepId:
    """Return the target, unless it is the join of a group further out."""
    for number in groups:
        if flow.groups[number].join == target:
            raise OutOfTurnError(flow.groups[number])
    return target
