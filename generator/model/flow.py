"""The flow of a process, worked out from what stands at the end of each step."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from generator.base.diagnostics import Locator
from generator.model.groups import Group, groups_of
from generator.model.ids import StepId
from generator.model.process import InnerGroup, Onward, Outcome, Process, Step
from generator.model.ways import Exit, Member, reachable, starts, successors


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """The ways between the steps of one process, forwards and backwards, and its groups.

    `astray` tells that a way names a step that does not exist; the way (or join) is left out. Two
    steps of one id lead astray too.
    """

    exits: Mapping[StepId, tuple[Exit, ...]]
    entries: Mapping[StepId, tuple[Exit, ...]]
    groups: tuple[Group, ...]
    start: StepId
    astray: bool = False

    def successors(self, step: StepId) -> tuple[StepId, ...]:
        """The steps that may come right after a step, in the order they are written."""
        return successors(self.exits, step)

    def reachable(
        self, begin: tuple[StepId, ...], *, without: frozenset[StepId] = frozenset()
    ) -> frozenset[StepId]:
        """The steps that can be reached from some without entering those of `without`."""
        return reachable(self.exits, begin, without=without)


def flow_of(process: Process) -> Flow:
    """Return the flow of a process; targets that do not exist are left out."""
    known = {step.id for step in process.steps}
    written = {step.id: tuple(_exits(process, index)) for index, step in enumerate(process.steps)}
    exits = {step: tuple(_existing(way, known) for way in ways) for step, ways in written.items()}
    entries: dict[StepId, list[Exit]] = defaultdict(list)
    for ways in exits.values():
        for way in ways:
            for target in way.targets:
                entries[target].append(way)
    return Flow(
        exits=exits,
        entries={step: tuple(ways) for step, ways in entries.items()},
        groups=groups_of(exits),
        start=process.steps[0].id,
        astray=exits != written or len(known) < len(process.steps),
    )


def _existing(way: Exit, known: set[StepId]) -> Exit:
    if all(step in known for step in (*way.targets, *way.joins)):
        return way
    members = tuple(member for each in way.members for member in _known_members(each, known))
    return replace(
        way,
        targets=tuple(target for target in way.targets if target in known),
        members=members,
        join=way.join if way.join in known else None,
    )


def _known_members(member: Member, known: set[StepId]) -> Iterator[Member]:
    """Yield a member if all of it exists, else what exists of the steps that it begins with."""
    if isinstance(member, InnerGroup) and member.join in known:
        inner = tuple(each for one in member.together for each in _known_members(one, known))
        if len(inner) > 1:
            yield replace(member, together=inner)
            return
    yield from (step for step in starts(member) if step in known)


def _exits(process: Process, index: int) -> Iterator[Exit]:
    step = process.steps[index]
    following = process.steps[index + 1].id if index + 1 < len(process.steps) else None
    if step.choose:
        for number, outcome in enumerate(step.choose):
            yield _exit(step, outcome, following, step.where / "choose" / number)
    elif step.choose_any:
        for number, outcome in enumerate(step.choose_any):
            where = step.where / "choose-any" / number
            yield _exit(step, outcome, following, where, inclusive=step.join)
    else:
        yield _exit(step, step, following, step.where)


def _exit(
    step: Step,
    onward: Onward,
    following: StepId | None,
    where: Locator,
    *,
    inclusive: StepId | None = None,
) -> Exit:
    members: tuple[Member, ...] = onward.together or ((onward.next,) if onward.next else ())
    ends = onward.end is not None or onward.hand_over is not None
    stated = bool(members) or ends
    if not stated and following:
        members = (following,)
    if inclusive and onward.together and onward.join:
        # Inside `choose-any` what starts together and meets is a group within the group.
        members = (InnerGroup(together=onward.together, join=onward.join, where=where),)
    return Exit(
        source=step.id,
        when=onward.when if isinstance(onward, Outcome) else (),
        call=onward.call,
        targets=tuple(target for member in members for target in starts(member)),
        members=members,
        join=inclusive or (onward.join if onward.together else None),
        hand_over=onward.hand_over,
        end=onward.end,
        inclusive=inclusive is not None,
        stated=stated,
        where=where,
    )
