"""Plays the groups of a flow: what one piece of work, moving on, does to the rest.

The state of a process is the work that is under way. Work inside groups carries the runs that it
belongs to. The meaning of groups is told in the docs: a join fires once, when no work of that run
is left; work that is sent to a sibling moves there; a way out of a group ends its run.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import combinations, takewhile
from typing import NamedTuple, TypeAlias

from generator.model.flow import Flow
from generator.model.groups import Group, begun_by
from generator.model.ids import StepId
from generator.model.ways import Exit

MOST_COMBINED = 4
"""Outcomes of `choose-any` up to this number are tried in all combinations, more in pairs."""


class ThreadRun(NamedTuple):
    """A thread of a running group."""

    group: int
    thread: int


Runs: TypeAlias = "tuple[ThreadRun, ...]"


class Work(NamedTuple):
    """A step at work, and the runs of groups that it belongs to, outermost first."""

    step: StepId
    runs: Runs = ()


class Passed(NamedTuple):
    """A thread of a run that has come to a step which other threads of it must pass too."""

    step: StepId
    runs: Runs


class Situation(NamedTuple):
    """All work under way, and the passages that matter for what comes."""

    work: frozenset[Work]
    passed: frozenset[Passed] = frozenset()


class Trouble(Enum):
    """What can go wrong with a group."""

    TWICE = "twice"
    WAITS = "waits"
    ENTERED = "entered"
    OUTSIDE = "outside"


class TroubleError(Exception):
    """Something goes wrong with a group at a step."""

    def __init__(self, trouble: Trouble, group: Group, step: StepId) -> None:
        super().__init__(trouble, group.number, step)
        self.trouble, self.group, self.step = trouble, group, step


@dataclass(frozen=True)
class Play:
    """The rules of the game for one flow; `met` collects the groups whose join has fired."""

    flow: Flow
    met: set[int]

    def choices(self, work: Work) -> Iterator[tuple[Exit, ...]]:
        """Yield the ways that may be taken when a step is done."""
        ways = self.flow.exits[work.step]
        if not ways[0].inclusive:
            yield from ((way,) for way in ways)
            return
        sizes = range(1, len(ways) + 1) if len(ways) <= MOST_COMBINED else (1, 2, len(ways))
        for size in sizes:
            yield from combinations(ways, size)

    def move(self, state: Situation, work: Work, ways: tuple[Exit, ...]) -> Situation:
        """Return the state after a step is done and goes on by a way, or by several ways."""
        rest = Situation(state.work - {work}, state.passed)
        if not all(way.targets for way in ways):
            # An end reached inside a group is a way out of all groups around it.
            return _ended(rest, work.runs[:1])
        group = next(begun_by(self.flow.groups, ways[0]), None)
        if group is None:
            return self._arrive(rest, work.runs, ways[0].targets[0])
        exits = self.flow.exits[work.step]
        numbers = [exits.index(way) for way in ways] if group.inclusive else [0]
        return self._begin(rest, work.runs, group, {n for i in numbers for n in group.ways[i]})

    def _begin(
        self, state: Situation, runs: Runs, group: Group, threads: Iterable[int]
    ) -> Situation:
        """Start threads of a group; one that begins at the join has arrived."""
        begun = sorted(threads)
        for depth, place in enumerate(runs):
            outer = self.flow.groups[place.group]
            begins = [step for number in begun for step in group.threads[number].starts]
            if not {*begins} & {*outer.body, outer.join}:
                # The way that starts the group leads out of the one around it.
                return self._begin(_ended(state, runs[: depth + 1]), runs[:depth], group, begun)
        for number in begun:
            inside = (*runs, ThreadRun(group.number, number))
            thread = group.threads[number]
            if thread.inner is not None:
                inner = self.flow.groups[thread.inner]
                state = self._begin(state, inside, inner, range(len(inner.threads)))
                continue
            step = thread.starts[0]
            if step == group.join and not group.inclusive:
                raise TroubleError(Trouble.TWICE, group, step)
            if step not in group.body and step != group.join:
                raise TroubleError(Trouble.OUTSIDE, group, step)
            if step != group.join:
                state = self._put(self._side_by_side(state, runs, step), Work(step, inside))
        if not _of_run(state.work, runs, group.number):
            return self._fire(state, runs, group)
        return state

    def _side_by_side(self, state: Situation, runs: Runs, step: StepId) -> Situation:
        """A group begins with a step: no group around it may wait for it or do it elsewhere."""
        for depth, place in enumerate(runs):
            group = self.flow.groups[place.group]
            if group.join == step:
                raise TroubleError(Trouble.WAITS, group, step)
            if step not in group.body:
                raise TroubleError(Trouble.OUTSIDE, group, step)
            if step in group.common:
                state = self._again(state, runs[: depth + 1], step)
            elif group.thread_of(step, place.thread) != place.thread:
                raise TroubleError(Trouble.TWICE, group, step)
        return state

    def _arrive(self, state: Situation, runs: Runs, target: StepId) -> Situation:
        """Let work arrive at a step: inside its groups, at a join, or outside a group."""
        groups = [self.flow.groups[place.group] for place in runs]
        for depth, group in enumerate(groups):
            if target == group.join:
                if any(target in inner.body for inner in groups[depth + 1 :]):
                    raise TroubleError(Trouble.WAITS, group, target)
                here = takewhile(lambda group: group.join == target, groups[depth:])
                return self._meet(state, runs[: depth + len(list(here))])
            if target not in group.body:
                return self._arrive(_ended(state, runs[: depth + 1]), runs[:depth], target)
        return self._place(state, runs, target)

    def _meet(self, state: Situation, runs: Runs) -> Situation:
        """Let a thread arrive at its join; the last one sets the join going."""
        *outer, (number, _) = runs
        around = tuple(outer)
        rest = frozenset(each for each in state.work if each.runs[: len(runs)] != runs)
        state = Situation(rest, state.passed)
        if _of_run(rest, around, number):
            return state
        return self._fire(state, around, self.flow.groups[number])

    def _fire(self, state: Situation, around: Runs, group: Group) -> Situation:
        self.met.add(group.number)
        ended = _ended(state, (*around, ThreadRun(group.number, 0)))
        return self._arrive(ended, around, group.join)

    def _place(self, state: Situation, runs: Runs, target: StepId) -> Situation:
        """Put work at a step inside all its groups, in the thread whose own the step is."""
        for depth, (number, thread) in enumerate(runs):
            group = self.flow.groups[number]
            around = runs[:depth]
            owner = group.thread_of(target, thread)
            if target in group.common:
                state = self._again(state, runs[: depth + 1], target)
            if owner != thread:
                state = self._sent(state, runs[: depth + 1], target)
                return self._put(state, Work(target, (*around, ThreadRun(number, owner))), thread)
        self._not_running(state.work, runs, target)
        return self._put(state, Work(target, runs))

    def _again(self, state: Situation, runs: Runs, target: StepId) -> Situation:
        """Let a step that is common to several threads begin anew if it is at work in another."""
        *outer, (number, thread) = runs
        around = tuple(outer)
        for sibling in set(range(len(self.flow.groups[number].threads))) - {thread}:
            self._not_running(state.work, (*around, ThreadRun(number, sibling)), target)
        same = {each for each in _of_run(state.work, around, number) if each.step == target}
        return Situation(state.work - same, state.passed)

    def _sent(self, state: Situation, runs: Runs, target: StepId) -> Situation:
        """Withdraw what a thread and the sibling to which its work is sent are doing."""
        *outer, (number, thread) = runs
        owner = self.flow.groups[number].thread_of(target, thread)
        sibling = (*outer, ThreadRun(number, owner))
        self._not_running(state.work, sibling, target)
        gone = {each for each in state.work if each.runs[: len(runs)] in (runs, sibling)}
        return Situation(state.work - gone, state.passed)

    def _not_running(self, work: frozenset[Work], runs: Runs, target: StepId) -> None:
        """A way into a group from outside must not lead into one that is running."""
        for each in work:
            if each.runs[: len(runs)] == runs:
                for number, _ in each.runs[len(runs) :]:
                    if target in self.flow.groups[number].body:
                        raise TroubleError(Trouble.ENTERED, self.flow.groups[number], target)

    def _put(self, state: Situation, work: Work, sender: int | None = None) -> Situation:
        """Add work at a step; nobody's choice must have led there for the second time."""
        passed = set(state.passed)
        for depth, (number, thread) in enumerate(work.runs):
            group = self.flow.groups[number]
            if work.step in group.twice:
                mine = thread if sender is None else sender
                here = Passed(work.step, (*work.runs[:depth], ThreadRun(number, mine)))
                others = {each for each in passed if each.step == here.step} - {here}
                if any(_in_run(each.runs, here.runs[:-1], number) for each in others):
                    raise TroubleError(Trouble.TWICE, group, work.step)
                passed.add(here)
        return Situation(state.work | {work}, frozenset(passed))


def _in_run(runs: Runs, around: Runs, number: int) -> bool:
    depth = len(around)
    return runs[:depth] == around and len(runs) > depth and runs[depth].group == number


def _of_run(work: Iterable[Work], around: Runs, number: int) -> frozenset[Work]:
    """The work of one run of a group."""
    return frozenset(each for each in work if _in_run(each.runs, around, number))


def _ended(state: Situation, runs: Runs) -> Situation:
    """The state when the innermost of some runs has ended."""
    if not runs:
        return Situation(frozenset())
    around, number = runs[:-1], runs[-1].group
    passed = (each for each in state.passed if not _in_run(each.runs, around, number))
    return Situation(state.work - _of_run(state.work, around, number), frozenset(passed))
