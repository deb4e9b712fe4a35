"""Where dues lie on a calendar or beside a milestone, and which of two comes first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, time
from functools import cached_property

from generator.model.handbook import Handbook
from generator.model.process import Process, Step
from generator.notation.due_kinds import (
    AtOnce,
    DayOfMonth,
    Due,
    Monthly,
    Offset,
    Quarterly,
    Relative,
    SameDay,
    Timed,
    Weekly,
    Within,
    Yearly,
)
from generator.notation.duration import Duration
from generator.rules.timeline import WEEK, Lengths, bounds, called_span, settled, working_week

_CYCLES = {"weekly": 7, "monthly": 30, "quarterly": 90, "yearly": 365}
MOST_PLACES = 200
"""With how many places a step is reached at most."""
_ANY_YEAR = 2025  # of 365 days
_LEAP = (2, 29)


def followed(handbook: Handbook) -> Iterator[Process]:
    """Yield the processes whose flow can be followed."""
    for process in handbook.process_list:
        if not handbook.flows[process.id].astray:
            yield process


@dataclass(frozen=True, slots=True)
class DuePlace:
    """A day of a cycle, or days from a milestone or step; `least` and `most` tell weekends apart.

    `way` says where it comes from: step and due, then what was added on the way here.
    """

    scale: str
    least: float
    most: float
    way: tuple[str, ...]
    step: str | None = None
    at: time | None = None
    week: frozenset[int] = frozenset()

    def behind(self, other: DuePlace) -> bool:
        """Whether this is surely later than another; on a cycle the nearer way counts."""
        if self.scale != other.scale:
            return False
        cycle = _CYCLES.get(self.scale)
        if cycle is None:
            return self.least > other.most + 1e-6
        mine, its = (self.least - 1) % cycle, (other.most - 1) % cycle
        week = sorted(self.week)
        if self.scale == "weekly" and {mine, its} <= self.week:
            # Friday to Tuesday is two days of work, Tuesday to Friday three.
            cycle, mine, its = len(week), week.index(int(mine)), week.index(int(its))
        apart = mine - its  # 28 before 5 is the next month's
        if apart == 0 and self.at and other.at:
            return self.at > other.at
        return 0 < apart < cycle / 2

    def same_minute(self, other: DuePlace) -> bool:
        """Whether both name the same time of the same day."""
        return (
            self.at is not None
            and (self.scale, self.least, self.at) == (other.scale, other.least, other.at)
            and self.scale in _CYCLES
        )

    def until(self, other: DuePlace) -> float | None:
        """The days from here to another place of the same cycle; None where nobody can say."""
        cycle = _CYCLES.get(self.scale)
        if cycle is None or self.scale != other.scale:
            return None
        return (other.least - self.least) % cycle


def cyclic(due: Due | None) -> tuple[str, float] | None:
    """Return the cycle of a due and its day there; None where it names no one day."""
    match due:
        case Weekly(days=(day,)):
            return "weekly", 1.0 + WEEK.index(day.value)
        case Monthly(on=on):
            return "monthly", float(_day(on, 30))
        case Quarterly(on=on):
            return "quarterly", float(_day(on, 90))
        case Yearly(month=month, on=on):
            leap = (month, on) == _LEAP
            dated = date(_ANY_YEAR, month, on - leap)
            return "yearly", float(dated.timetuple().tm_yday)
        case _:
            return None


def _day(on: DayOfMonth, last: int) -> int:
    return on if isinstance(on, int) else last


def _differing(places: Iterable[DuePlace]) -> tuple[DuePlace, ...]:
    """Leave out places that lie where another lies; of very many keep the first and last days.

    What comes too late comes so by the longest way, of which one is among those.
    """
    found: dict[object, DuePlace] = {}
    for each in places:
        found.setdefault((each.scale, each.least, each.most, each.step, each.at), each)
    if len(found) <= MOST_PLACES:
        return tuple(found.values())
    days = sorted(found.values(), key=lambda each: each.least)
    return (*days[: MOST_PLACES // 2], *days[-MOST_PLACES // 2 :])


@dataclass(frozen=True)
class DuePlaces:
    """The places of the dues of one process, carried from step to step and through calls.

    `before` are places with which the process is entered from another.
    """

    book: Handbook
    process: Process
    before: tuple[DuePlace, ...] = ()
    known: Lengths = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def _week(self) -> frozenset[int]:
        return working_week(self.book.settings.calendar)

    @cached_property
    def _steps(self) -> frozenset[str]:
        return frozenset(step.id for step in self.process.steps)

    def dues(self, step: Step) -> tuple[Due, ...]:
        """The dues of a step, one for each case; empty where one of them is not known."""
        found = [settled(self.book, case.due) for case in (step.due.cases if step.due else ())]
        return tuple(each for each in found if each) if all(found) else ()

    def own(self, step: Step) -> DuePlace | None:
        """Where the due of a step lies; None where it is no day, or differs from case to case."""
        dues = self.dues(step)
        return self.of(dues[0], step.title.source, step.id) if len(dues) == 1 else None

    def of(self, due: Due, title: str, step: str | None = None) -> DuePlace | None:
        """Where a due lies, told with the title of what is due."""
        way = (f"{title} ({due})",)
        if found := cyclic(due):
            at = due.at if isinstance(due, Timed) else None
            return DuePlace(found[0], found[1], found[1], way, step, at, self._week)
        match due:
            case Offset(span=Duration() as span, relation=relation, anchor=anchor):
                least, most = bounds(span, self._week)
                if relation == "before" and anchor.id in self._steps:
                    return None  # before a step that is over: told as that
                if relation == "before":
                    least, most = -most, -least
                return DuePlace(f"from {anchor.id}", least, most, way, step)
            case Relative(relation="before" | "on", anchor=anchor) if anchor.id not in self._steps:
                return DuePlace(f"from {anchor.id}", 0.0, 0.0, way, step)
            case _:
                return None

    @cached_property
    def carried(self) -> Mapping[str, tuple[DuePlace, ...]]:
        """The places with which each step is reached, from steps above it.

        Of ways that come to the same the first counts: a flow has as many ways as it likes.
        """
        order = {step.id: number for number, step in enumerate(self.process.steps)}
        reached: dict[str, tuple[DuePlace, ...]] = {step.id: () for step in self.process.steps}
        for case in self.process.every.cases if self.process.every else ():
            due = settled(self.book, case.due)
            place = self.of(due, self.process.title.source) if due else None
            if place:
                reached[self.process.steps[0].id] = (place,)
        reached[self.process.steps[0].id] += self.before
        for step in self.process.steps:
            after = tuple(self.after(step, reached[step.id]))
            for way in self.book.flows[self.process.id].exits[step.id]:
                onward = self._through(way.call, after) if way.call else after
                for target in way.targets:
                    if order[target] > order[step.id]:
                        reached[target] = _differing((*reached[target], *onward))
        return reached

    def _through(self, call: str, places: tuple[DuePlace, ...]) -> tuple[DuePlace, ...]:
        """Return places as they are when a called process has come back."""
        called = self.book.processes.get(call)
        if called is None or called is self.process or self.book.flows[called.id].astray:
            return places
        least, most, told = called_span(self.book, called, self._week, self.known)
        if not told:
            return places
        said = f"{called.title.source} ({told})"
        return tuple(
            replace(
                each,
                least=each.least + least,
                most=each.most + most,
                way=(*each.way, said),
                at=None,
            )
            for each in places
        )

    def after(self, step: Step, before: tuple[DuePlace, ...]) -> Iterator[DuePlace]:
        """Yield the places that hold when a step is done."""
        title = step.title.source
        yield DuePlace(f"from {step.id}", 0.0, 0.0, (title,), step.id)
        if own := self.own(step):
            yield own
            return
        dues = self.dues(step)
        lasting = [due.duration for due in dues if isinstance(due, Within)]
        if dues and all(isinstance(due, AtOnce | SameDay) for due in dues):
            yield from before
        elif lasting and len(lasting) == len(dues):
            longest = max(lasting, key=lambda each: bounds(each, self._week)[1])
            least, most = bounds(longest, self._week)
            for place in before:
                way = (*place.way, f"{title} ({longest})")
                yield replace(
                    place, least=place.least + least, most=place.most + most, way=way, at=None
                )
