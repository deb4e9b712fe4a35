"""Plays a flow through, state by state, to see whether its groups always come together."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.flow import Exit, Flow, Group
from generator.model.ids import StepId

# Enough for every process that people can read; a larger one is taken as sound.
MOST_STATES = 20_000


@dataclass(frozen=True, slots=True)
class Token:
    """A step at work: the groups that it belongs to, outermost first, and whether it waits."""

    step: StepId
    groups: tuple[int, ...] = ()
    waiting: bool = False


State = frozenset[Token]


def stuck_group(flow: Flow) -> Group | None:
    """Return a group whose join can be reached out of turn, or None when the flow is sound.

    Every group is a place where all its members must arrive (the rule of joins): a member that
    leaves the body ends the group. The search goes through all states that tokens can reach.
    """
    numbers = {(group.source, group.join, group.members): n for n, group in enumerate(flow.groups)}
    first: State = frozenset({Token(flow.start)})
    seen = {first}
    waiting = [first]
    while waiting and len(seen) < MOST_STATES:
        state = waiting.pop()
        for token in state:
            if token.waiting:
                continue
            for way in flow.exits[token.step]:
                follow = _fire(state, token, way, flow, numbers)
                if isinstance(follow, Group):
                    return follow
                if follow is not None and follow not in seen:
                    seen.add(follow)
                    waiting.append(follow)
    return None


def _fire(
    state: State,
    token: Token,
    way: Exit,
    flow: Flow,
    numbers: dict[tuple[StepId, StepId, tuple[StepId, ...]], int],
) -> State | Group | None:
    rest = state - {token}
    if not way.targets:
        return _leave(rest, token.groups, 0)
    if way.parallel and way.join and not way.inclusive:
        number = numbers[(token.step, way.join, way.targets)]
        inside = (*token.groups, number)
        return rest | {Token(each, inside) for each in way.targets}
    # An inclusive split plays one branch at a time: its join passes the branches taken.
    return _arrive(rest, token.groups, way.targets[0], flow)


def _arrive(rest: State, groups: tuple[int, ...], target: StepId, flow: Flow) -> State | Group:
    kept = groups
    while kept and target != flow.groups[kept[-1]].join:
        if target in flow.groups[kept[-1]].body:
            break
        # The way leads out of the group: what the others are doing stops.
        rest = _leave(rest, kept, len(kept) - 1)
        kept = kept[:-1]
    if not kept or target != flow.groups[kept[-1]].join:
        outer = next((n for n in kept[:-1] if flow.groups[n].join == target), None)
        if outer is not None:
            return flow.groups[outer]
        return rest | {Token(target, kept)}
    return _meet(rest, kept, target, flow)


def _meet(rest: State, groups: tuple[int, ...], join: StepId, flow: Flow) -> State | Group:
    group = flow.groups[groups[-1]]
    depth = len(groups)
    still = [
        each
        for each in rest
        if each.groups[:depth] == groups and not (each.waiting and each.step == join)
    ]
    if still:
        return rest | {Token(join, groups, waiting=True)}
    met = {each for each in rest if each.groups[:depth] == groups}
    rest = frozenset(rest - met)
    return _arrive(rest, groups[:-1], join, flow) if depth > 1 else rest | {Token(group.join)}


def _leave(state: State, groups: tuple[int, ...], depth: int) -> State:
    """Drop the tokens of the group at `depth` and of all groups inside it."""
    inside = groups[: depth + 1]
    if not inside:
        return state
    return frozenset(each for each in state if each.groups[: len(inside)] != inside)
