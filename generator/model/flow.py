"""The flow of a process, worked out from what stands at the end of each step."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from generator.base.diagnostics import Locator
from generator.model.ids import ProcessId, StepId
from generator.model.process import Onward, Outcome, Process, Step
from generator.model.text import NOWHERE, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Exit:
    """One way out of a step: first `call` (which comes back), then to the targets or to an end.

    Several targets start together and meet at `join`. `inclusive` marks the ways of
    `choose-any`, of which one or more are taken. `stated` is False where the flow goes to the
    following step because nothing is said.
    """

    source: StepId
    when: tuple[Text, ...] = ()
    call: ProcessId | None = None
    targets: tuple[StepId, ...] = ()
    join: StepId | None = None
    hand_over: ProcessId | None = None
    end: Text | None = None
    inclusive: bool = False
    stated: bool = True
    where: Locator = field(default=NOWHERE, compare=False, repr=False)

    @property
    def parallel(self) -> bool:
        """Whether several steps start together."""
        return len(self.targets) > 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Steps that start together (or ways of `choose-any`) and the step where they meet.

    `body` holds the steps between the members and the join; going elsewhere ends the group.
    """

    source: StepId
    members: tuple[StepId, ...]
    join: StepId
    inclusive: bool
    body: frozenset[StepId]
    where: Locator = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """The ways between the steps of one process, forwards and backwards, and its groups.

    `astray` tells that a way names a step that does not exist; the way (or join) is left out.
    """

    exits: Mapping[StepId, tuple[Exit, ...]]
    entries: Mapping[StepId, tuple[Exit, ...]]
    groups: tuple[Group, ...]
    start: StepId
    astray: bool = False

    def successors(self, step: StepId) -> tuple[StepId, ...]:
        """The steps that may come right after a step, in the order they are written."""
        return tuple(
            dict.fromkeys(target for way in self.exits.get(step, ()) for target in way.targets)
        )

    def reachable(
        self, starts: tuple[StepId, ...], *, without: frozenset[StepId] = frozenset()
    ) -> frozenset[StepId]:
        """The steps that can be reached from `starts` without entering those of `without`."""
        seen: set[StepId] = set()
        waiting = [step for step in starts if step not in without]
        while waiting:
            step = waiting.pop()
            if step in seen:
                continue
            seen.add(step)
            waiting += [each for each in self.successors(step) if each not in without]
        return frozenset(seen)


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
    start = process.steps[0].id
    bare = Flow(exits=exits, entries={}, groups=(), start=start)
    return Flow(
        exits=exits,
        entries={step: tuple(ways) for step, ways in entries.items()},
        groups=tuple(_groups(bare)),
        start=start,
        astray=exits != written,
    )


def _existing(way: Exit, known: set[StepId]) -> Exit:
    if all(target in known for target in (*way.targets, way.join) if target):
        return way
    return replace(
        way,
        targets=tuple(target for target in way.targets if target in known),
        join=way.join if way.join in known else None,
    )


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
    targets = onward.together or ((onward.next,) if onward.next else ())
    ends = onward.end is not None or onward.hand_over is not None
    stated = bool(targets) or ends
    if not stated and following:
        targets = (following,)
    return Exit(
        source=step.id,
        when=onward.when if isinstance(onward, Outcome) else (),
        call=onward.call,
        targets=targets,
        join=inclusive or (onward.join if onward.together else None),
        hand_over=onward.hand_over,
        end=onward.end,
        inclusive=inclusive is not None,
        stated=stated,
        where=where,
    )


def _groups(flow: Flow) -> Iterator[Group]:
    for ways in flow.exits.values():
        together = [way for way in ways if way.parallel and way.join and not way.inclusive]
        for way in together:
            yield _group(flow, way.targets, way)
        inclusive = [way for way in ways if way.inclusive and way.join]
        if inclusive:
            members = tuple(dict.fromkeys(each for way in inclusive for each in way.targets))
            yield _group(flow, members, inclusive[0])


def _group(flow: Flow, members: tuple[StepId, ...], way: Exit) -> Group:
    join = way.join or way.source
    outside = frozenset({join, way.source})
    forwards = flow.reachable(members, without=outside)
    body = frozenset(step for step in forwards if _reaches(flow, step, join, way.source))
    return Group(
        source=way.source,
        members=members,
        join=join,
        inclusive=way.inclusive,
        body=body,
        where=way.where,
    )


def _reaches(flow: Flow, step: StepId, join: StepId, splitter: StepId) -> bool:
    return join in flow.reachable((step,), without=frozenset({splitter}))
