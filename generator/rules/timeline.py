"""Adds up the time that steps may take: along a path from a start, and along days of a calendar.

Where a sum is compared, what is unknown counts as nothing: a day in words, a milestone, a wait.
So a finding is never made of what is only guessed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from generator.model.control import Deadline, DueCase
from generator.model.handbook import Handbook
from generator.model.process import Process, Step
from generator.model.settings import Calendar
from generator.model.ways import Exit
from generator.model.year_plan import filled
from generator.notation.due_kinds import Due, Every, Offset, Within
from generator.notation.duration import Duration, TimeUnit

WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAYS = {
    TimeUnit.MINUTE: 1 / 1440,
    TimeUnit.HOUR: 1 / 24,
    TimeUnit.DAY: 1.0,
    TimeUnit.WEEK: 7.0,
    TimeUnit.MONTH: 30.0,
    TimeUnit.YEAR: 365.0,
}
_NONE = frozenset[str]()


def settled(book: Handbook, due: Due | None) -> Due | None:
    """Return a due as it is kept: with its parameters, as the day that the year plan makes it."""
    return filled(book, due)


def working_week(calendar: Calendar) -> frozenset[int]:
    """Return the days of the week that are worked, Monday = 0."""
    return frozenset(WEEK.index(day) for day in calendar.workdays) or frozenset(range(7))


def later(moment: float, span: Duration, week: frozenset[int]) -> float:
    """Return the moment a span after another, in days since a Monday; holidays do not count."""
    if span.unit is not TimeUnit.WORKING_DAY:
        return moment + span.amount * _DAYS[span.unit]
    whole, rest = divmod(span.amount, len(week))
    moment += 7.0 * whole
    while rest:
        moment += 1
        rest -= int(moment) % 7 in week
    return moment


def bounds(span: Duration, week: frozenset[int]) -> tuple[float, float]:
    """Return how many calendar days a span is at the least and at the most."""
    lengths = [later(day, span, week) - day for day in sorted(week)]
    return min(lengths), max(lengths)


@dataclass(frozen=True, slots=True)
class Leg:
    """A step on a way, and the limit that holds there, if it is a length of time."""

    step: Step
    limit: Duration | None


@dataclass(frozen=True, slots=True)
class LatestEnd:
    """When a step may be done at the latest, and the way that takes so long."""

    moment: float
    way: tuple[Leg, ...]


@dataclass(frozen=True)
class Race:
    """The longest way through a process from one step, for one case of its decision.

    Work that is sent back is not counted: only ways to steps further down.
    """

    book: Handbook
    process: Process
    case: str | None = None
    start: str | None = None
    week: frozenset[int] = field(default=frozenset(range(5)))
    begin: float = 0.0

    @cached_property
    def arrivals(self) -> Mapping[str, LatestEnd]:
        """The latest end of each step that can be reached."""
        exits = self.book.flows[self.process.id].exits
        order = {step.id: number for number, step in enumerate(self.process.steps)}
        first = self.start or self.process.steps[0].id
        reached: dict[str, LatestEnd] = {first: LatestEnd(self.begin, ())}
        done: dict[str, LatestEnd] = {}
        for step in self.process.steps:
            if step.id not in reached:
                continue
            done[step.id] = self._done(step, reached[step.id], done)
            for way in self._open(exits[step.id]):
                after = self._called(way, done[step.id])
                for target in way.targets:
                    known = reached.get(target)
                    if order[target] > order[step.id] and (
                        not known or known.moment < after.moment
                    ):
                        reached[target] = after
        return done

    def latest(self, to: str | None) -> LatestEnd | None:
        """The latest end of a step, or of the whole process."""
        if to:
            return self.arrivals.get(to)
        ends = [
            arrival
            for step in self.process.steps
            if (arrival := self.arrivals.get(step.id))
            and any(way.end or way.hand_over for way in self._open(self._exits(step)))
        ]
        return max(ends, key=lambda each: each.moment, default=None)

    def _exits(self, step: Step) -> tuple[Exit, ...]:
        return self.book.flows[self.process.id].exits[step.id]

    def _open(self, ways: tuple[Exit, ...]) -> tuple[Exit, ...]:
        """The ways that the case may take: where it is one of the answers, only its own."""
        if self.case is None:
            return ways
        own = tuple(way for way in ways if self.case in {text.source for text in way.when})
        return own or ways

    def _called(self, way: Exit, arrival: LatestEnd) -> LatestEnd:
        """What a called process has promised is waited for."""
        called = self.book.processes.get(way.call) if way.call else None
        longest = arrival
        for promise in called.promises if called else ():
            if promise.from_ or promise.to:
                continue
            for case in promise.promise.cases:
                due = settled(self.book, case.due)
                if isinstance(due, Within):
                    moment = later(arrival.moment, due.duration, self.week)
                    if moment > longest.moment:
                        legs = (*arrival.way, Leg(arrival.way[-1].step, due.duration))
                        longest = LatestEnd(moment, legs)
        return longest

    def _done(self, step: Step, reached: LatestEnd, done: Mapping[str, LatestEnd]) -> LatestEnd:
        longest = LatestEnd(reached.moment, (*reached.way, Leg(step, None)))
        for case in cases_of(step.due, self.case):
            due = settled(self.book, case.due)
            start, way, span = reached.moment, reached.way, None
            if isinstance(due, Within):
                span = due.duration
            elif isinstance(due, Offset) and due.relation == "after" and due.anchor.id in done:
                anchor = done[due.anchor.id]
                span = due.span if isinstance(due.span, Duration) else None
                start, way = anchor.moment, anchor.way
            if span is None:
                continue
            moment = later(start, span, self.week)
            if moment > longest.moment:
                longest = LatestEnd(moment, (*way, Leg(step, span)))
        return longest


def cases_of(deadline: Deadline | None, case: str | None) -> Iterator[DueCase]:
    """Yield the dues that may hold: all, or those of one case where the due tells cases apart."""
    cases = deadline.cases if deadline else ()
    own = [each for each in cases if case is not None and each.case == case]
    rest = [each for each in cases if each.case == "else"]
    yield from own or (rest if case is not None and rest else cases)


def spans_of(book: Handbook, deadline: Deadline | None) -> Iterator[Duration]:
    """Yield the lengths of time that stand in a due, whatever they count from."""
    for case in deadline.cases if deadline else ():
        match settled(book, case.due):
            case Within(duration=duration):
                yield duration
            case Offset(span=Duration() as span) | Every(span=Duration() as span):
                yield span
