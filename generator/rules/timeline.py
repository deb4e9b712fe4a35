"""Adds up the time that steps may take: along a path from a start, and along days of a calendar.

Where a sum is compared, what is unknown counts as nothing: a day in words, a milestone, a wait.
So a finding is never made of what is only guessed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from math import ceil
from typing import TypeAlias

from generator.model.control import Deadline, DueCase
from generator.model.handbook import Handbook
from generator.model.process import Process, Step
from generator.model.settings import Calendar
from generator.model.ways import Exit
from generator.model.year_plan import filled
from generator.notation.due_kinds import Due, Every, Offset, Weekly, Within
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


def waited(moment: float, due: Weekly) -> float:
    """Return the moment at which a day of the week has come; hours do not count."""
    ahead = min((WEEK.index(day.value) - int(moment)) % 7 for day in due.days)
    return int(moment) + float(ahead) if ahead else moment


def bounds(span: Duration, week: frozenset[int]) -> tuple[float, float]:
    """Return how many calendar days a span is at the least and at the most."""
    lengths = [later(day, span, week) - day for day in sorted(week)]
    return min(lengths), max(lengths)


@dataclass(frozen=True, slots=True)
class Leg:
    """A step on a way, and the limit that holds there: a length of time, or a day waited for."""

    step: Step
    limit: Duration | Due | None


@dataclass(frozen=True, slots=True)
class LatestEnd:
    """When a step may be done at the latest, and the way that takes so long."""

    moment: float
    way: tuple[Leg, ...]


# How long a called process takes from a day of the week on, and the way: worked out once.
Lengths: TypeAlias = "dict[tuple[str, int], tuple[float, tuple[Leg, ...]]]"
_DEEPEST = 20  # calls within calls that are followed
_LONGEST = 12  # steps of a called process that are told one by one


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
    inside: frozenset[str] = frozenset()
    known: Lengths = field(default_factory=dict, compare=False, repr=False)

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
        """What a called process has promised is waited for, else what its steps may take."""
        called = self.book.processes.get(way.call) if way.call else None
        if called is None or called.id in self.inside or self.book.flows[called.id].astray:
            return arrival
        longest = arrival
        promised = promised_ends(self.book, called, arrival.moment, self.week)
        for moment, span in promised:
            if moment > longest.moment:
                legs = (*arrival.way, Leg(arrival.way[-1].step, span))
                longest = LatestEnd(moment, legs)
        if promised or len(self.inside) > _DEEPEST:
            return longest
        length, legs = self._length(called, int(arrival.moment) % 7)
        if length > 0:
            longest = LatestEnd(arrival.moment + length, (*arrival.way, *legs))
        return longest

    def _length(self, called: Process, day: int) -> tuple[float, tuple[Leg, ...]]:
        """The days that a called process may take from a day of the week on."""
        key = (called.id, day)
        if key not in self.known:
            inside = self.inside | {self.process.id, called.id}
            race = Race(self.book, called, None, None, self.week, float(day), inside, self.known)
            end = race.latest(None)
            length, way = (end.moment - day, end.way) if end else (0.0, ())
            if len(way) > _LONGEST:
                way = (Leg(way[-1].step, Duration(ceil(length), TimeUnit.DAY)),)
            self.known[key] = (length, way)
        return self.known[key]

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
            if span is None and not isinstance(due, Weekly):
                continue
            moment = waited(start, due) if isinstance(due, Weekly) else start
            limit: Duration | Due | None = span or due
            if span is not None:
                moment = later(start, span, self.week)
            if moment > longest.moment:
                longest = LatestEnd(moment, (*way, Leg(step, limit)))
        return longest


def called_span(
    book: Handbook, called: Process, week: frozenset[int], known: Lengths
) -> tuple[float, float, str]:
    """Return how many days a process may take at the least and most, and in words; "" for none.

    What it has promised counts, else the only way through it; one of several ways, or one that
    begins by the calendar, takes no time that is known.
    """
    branches = any(len(ways) > 1 for ways in book.flows[called.id].exits.values())
    if called.every or (branches and not called.promises):
        return 0.0, 0.0, ""
    lengths: list[tuple[float, str]] = []
    for day in sorted(week):
        ends = promised_ends(book, called, float(day), week)
        race = Race(book, called, week=week, begin=float(day), known=known)
        end = max(ends, key=lambda each: each[0]) if ends else None
        latest = None if end else race.latest(None)
        if end:
            lengths.append((end[0] - day, str(end[1])))
        elif latest:
            said = " + ".join(str(leg.limit) for leg in latest.way if leg.limit)
            lengths.append((latest.moment - day, said))
    if not lengths:
        return 0.0, 0.0, ""
    days = [length for length, _ in lengths]
    return min(days), max(days), lengths[0][1]


def promised_ends(
    book: Handbook, process: Process, moment: float, week: frozenset[int]
) -> list[tuple[float, Duration]]:
    """Return when a process that begins at a moment has promised to be done, for each case."""
    return [
        (later(moment, due.duration, week), due.duration)
        for promise in process.promises
        if not (promise.from_ or promise.to)
        for case in promise.promise.cases
        if isinstance(due := settled(book, case.due), Within)
    ]


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
