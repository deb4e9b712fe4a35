"""The ways through a flow on which something is not approved, or is not any more."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from functools import cached_property
from typing import TypeAlias

from generator.model.flow import Flow
from generator.model.ids import StepId
from generator.model.ways import Exit

Trail: TypeAlias = "tuple[StepId, ...]"
_Place: TypeAlias = "tuple[StepId, Standing]"


class Standing(Enum):
    """How an approval stands at some place: not given, given, or used up by what it allowed."""

    OPEN = "open"
    GIVEN = "given"
    USED = "used"


@dataclass(frozen=True, slots=True)
class _At:
    """Where a walk is: the way so far, how the approval stands, and inside which groups."""

    path: Trail
    standing: Standing = Standing.OPEN
    stop: frozenset[StepId] = frozenset()
    inside: frozenset[tuple[StepId, StepId]] = frozenset()

    @property
    def place(self) -> _Place:
        return (self.path[-1], self.standing)

    def to(self, target: StepId) -> _At:
        return replace(self, path=(*self.path, target))

    def along(self, path: Trail) -> _At:
        return replace(self, path=path)

    def with_(self, standing: Standing) -> _At:
        return replace(self, standing=standing)

    def within(self, join: StepId, group: tuple[StepId, StepId]) -> _At:
        return replace(self, stop=self.stop | {join}, inside=self.inside | {group})


class Paths:
    """The ways from the start; a join waits for all that began.

    `ruled` says how the approval stands behind a way, from how it stood before.
    """

    def __init__(self, flow: Flow, ruled: Callable[[Exit, Standing], Standing]) -> None:
        self._flow, self._ruled = flow, ruled

    def to(self, step_: StepId, standing: Standing) -> Trail | None:
        """Return a way to a step on which the approval stands so, the start included."""
        return self._all.get((step_, standing))

    @cached_property
    def _all(self) -> Mapping[_Place, Trail]:
        return self._walk(_At((self._flow.start,)))

    def _walk(self, begin: _At) -> Mapping[_Place, Trail]:
        found: dict[_Place, Trail] = {}
        waiting = [begin]
        while waiting:
            at = waiting.pop(0)
            if at.place in found:
                continue
            found[at.place] = at.path
            if at.path[-1] in begin.stop and at != begin:
                continue
            for way in self._flow.exits[at.path[-1]]:
                waiting += self._onward(at.with_(self._ruled(way, at.standing)), way, found)
        return found

    def _onward(self, at: _At, way: Exit, found: dict[_Place, Trail]) -> list[_At]:
        join = way.join
        group = (way.source, join or way.source)
        if join is None or not way.parallel or way.inclusive or group in at.inside:
            return [at.to(target) for target in way.targets]
        branches = [self._walk(at.to(target).within(join, group)) for target in way.targets]
        ends: dict[Standing, Trail] = {}
        for branch in branches:
            for (name, standing), path in branch.items():
                if name == join:
                    ends.setdefault(standing, path)
                else:
                    found.setdefault((name, standing), path)
        # All branches are passed: it is enough that one of them changes how the approval stands.
        if not all((join, at.standing) in branch for branch in branches):
            ends.pop(at.standing, None)
        return [at.along(path).with_(standing) for standing, path in ends.items()]
