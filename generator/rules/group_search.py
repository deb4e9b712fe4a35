"""Tries the orders of events of a flow, to see whether its groups always come together."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from generator.model.flow import Flow
from generator.model.groups import Group
from generator.model.ids import StepId
from generator.rules.group_play import Play, Situation, Trouble, TroubleError, Work

MOST_STATES = 5_000
"""So many states of one process are tried; that takes about a second."""


@dataclass(frozen=True, slots=True)
class Trace:
    """What goes wrong with a group (None: it can never meet), and the steps that lead there."""

    group: Group
    trouble: Trouble | None
    step: StepId
    path: tuple[StepId, ...] = ()


@dataclass
class Search:
    """The states of a flow, from the nearest on; the first trouble of each group is kept."""

    flow: Flow
    most: int = MOST_STATES
    troubles: dict[int, Trace] = field(default_factory=dict)
    met: set[int] = field(default_factory=set)
    begun: set[int] = field(default_factory=set)
    before: dict[Situation, tuple[Situation, StepId] | None] = field(default_factory=dict)

    @property
    def whole(self) -> bool:
        """Whether all states were tried."""
        return len(self.before) <= self.most

    @cached_property
    def alone(self) -> frozenset[tuple[int, int]]:
        """The threads (group, number) that neither send work to a sibling nor get any.

        In what order they go on beside the others makes no difference: one order is enough.
        """
        return frozenset(
            (group.number, number)
            for group in self.flow.groups
            for number in range(len(group.threads))
            if self._alone(group, number)
        )

    def _alone(self, group: Group, number: int) -> bool:
        own = group.threads[number].own
        crossing = any(
            (step in own) != (target in own)
            for step in group.body
            for target in self.flow.successors(step)
            if target in group.body
        )
        return not crossing and not own & group.twice

    def run(self) -> Search:
        """Try all states, or as many as are allowed."""
        play = Play(self.flow, self.met)
        first = Situation(frozenset({Work(self.flow.start)}))
        self.before[first] = None
        waiting = deque([first])
        while waiting and self.whole:
            state = waiting.popleft()
            for work in self._next(state):
                self.begun |= {place.group for place in work.runs}
                for follower in self._followers(play, state, work):
                    if follower not in self.before:
                        self.before[follower] = (state, work.step)
                        waiting.append(follower)
        if self.whole and not self.troubles:
            for number in sorted(self.begun - self.met):
                group = self.flow.groups[number]
                self.troubles[number] = Trace(group, None, group.source)
        return self

    def _followers(self, play: Play, state: Situation, work: Work) -> Iterator[Situation]:
        for ways in play.choices(work):
            try:
                yield play.move(state, work, ways)
            except TroubleError as error:
                path = (*self._path(state), work.step)
                found = Trace(error.group, error.trouble, error.step, path)
                self.troubles.setdefault(error.group.number, found)

    def _next(self, state: Situation) -> list[Work]:
        """The work whose next move has to be tried, in a fixed order."""
        chosen, depth = sorted(state.work), 0
        while any(len(each.runs) > depth for each in chosen):
            places = dict.fromkeys(each.runs[depth] for each in chosen if len(each.runs) > depth)
            free = next((place for place in places if place in self.alone), None)
            if free is None:
                return chosen
            chosen = [each for each in chosen if each.runs[depth : depth + 1] == (free,)]
            depth += 1
        return chosen

    def _path(self, state: Situation) -> tuple[StepId, ...]:
        """The steps that were done on the way to a state."""
        path: list[StepId] = []
        came = self.before[state]
        while came is not None:
            state, step = came
            path.append(step)
            came = self.before[state]
        return tuple(reversed(path))
