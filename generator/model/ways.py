"""The ways out of the steps of a process, and what can be reached along them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from generator.base.diagnostics import Locator
from generator.model.ids import ProcessId, StepId
from generator.model.process import InnerGroup
from generator.model.text import NOWHERE, Text

Member: TypeAlias = "StepId | InnerGroup"


@dataclass(frozen=True, slots=True, kw_only=True)
class Exit:
    """One way out of a step: first `call` (which comes back), then to the targets or to an end.

    Several targets start together and meet at `join`. `inclusive` marks the ways of
    `choose-any`, of which one or more are taken. `members` says which of the targets are groups
    of their own. `stated` is False where the flow goes to the following step because nothing is
    said.
    """

    source: StepId
    when: tuple[Text, ...] = ()
    call: ProcessId | None = None
    targets: tuple[StepId, ...] = ()
    members: tuple[Member, ...] = ()
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

    @property
    def joins(self) -> tuple[StepId, ...]:
        """The steps that wait for what starts here, the one of the outermost group first."""
        inner = (join for member in self.members for join in _joins(member))
        return (*((self.join,) if self.join else ()), *inner)


def starts(member: Member) -> tuple[StepId, ...]:
    """Return the steps that a member of a group begins with."""
    if isinstance(member, str):
        return (member,)
    return tuple(step for each in member.together for step in starts(each))


def _joins(member: Member) -> Iterator[StepId]:
    if not isinstance(member, str):
        yield member.join
        for each in member.together:
            yield from _joins(each)


Exits: TypeAlias = "Mapping[StepId, tuple[Exit, ...]]"


def successors(exits: Exits, step: StepId) -> tuple[StepId, ...]:
    """Return the steps that may come right after a step, in the order they are written."""
    return tuple(dict.fromkeys(target for way in exits.get(step, ()) for target in way.targets))


def reachable(
    exits: Exits, begin: Collection[StepId], *, without: Collection[StepId] = ()
) -> frozenset[StepId]:
    """Return the steps that can be reached from some without entering those of `without`."""
    seen: set[StepId] = set()
    waiting = [step for step in begin if step not in without]
    while waiting:
        step = waiting.pop()
        if step not in seen:
            seen.add(step)
            waiting += [each for each in successors(exits, step) if each not in without]
    return frozenset(seen)
