"""The groups of a flow: what starts together, which steps belong to which member, where it meets.

A group has one thread of work for each member. A step that a thread passes whatever is chosen is
that thread's own; another thread that leads there sends its work to a sibling. A step that each of
several threads may choose belongs to all of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from generator.base.diagnostics import Locator
from generator.model.ids import StepId
from generator.model.process import InnerGroup
from generator.model.text import NOWHERE
from generator.model.ways import Exit, Exits, Member, reachable, starts


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """The work of one member: the steps it begins with, and its own steps.

    `inner` is the number of the group that the member is, where it is one.
    """

    starts: tuple[StepId, ...]
    own: frozenset[StepId]
    inner: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Steps that start together (or ways of `choose-any`) and the step where they meet.

    `body` holds the steps between the members and the join; going elsewhere ends the group, and so
    does going back to a step that every way to the start of the group passes.
    `common` are the steps of the body that several threads may choose, `twice` those that more
    than one thread passes whatever is chosen. `ways` has the threads that each outcome of
    `choose-any` starts; elsewhere it has one entry with all.
    """

    number: int
    source: StepId
    join: StepId
    inclusive: bool = False
    inside: int | None = None
    threads: tuple[Thread, ...]
    ways: tuple[tuple[int, ...], ...]
    body: frozenset[StepId]
    common: frozenset[StepId] = frozenset()
    twice: frozenset[StepId] = frozenset()
    where: Locator = field(default=NOWHERE, compare=False, repr=False)

    @property
    def members(self) -> tuple[StepId, ...]:
        """The steps that start together."""
        return tuple(dict.fromkeys(step for each in self.threads for step in each.starts))

    def thread_of(self, step: StepId, coming_from: int) -> int:
        """Return the thread that goes on at a step of the body when another one leads there."""
        owner = (n for n, each in enumerate(self.threads) if step in each.own)
        return coming_from if step in self.threads[coming_from].own else next(owner, coming_from)


def groups_of(exits: Exits) -> tuple[Group, ...]:
    """Return the groups that start at the ends of steps, each before those inside it."""
    made: list[Group] = []
    for source, ways in exits.items():
        for way in ways:
            if way.parallel and way.join and not way.inclusive:
                every = (tuple(range(len(way.members))),)
                place = _Place(source, way.join, way.where / "together")
                _add(exits, made, place, way.members, every)
        inclusive = [way for way in ways if way.inclusive and way.join]
        if inclusive:
            members, numbers = _members_of(inclusive)
            place = _Place(source, inclusive[0].join or source, inclusive[0].where / "when")
            _add(exits, made, place, members, numbers, inclusive=True)
    return tuple(sorted(made, key=lambda group: group.number))


def _members_of(ways: Sequence[Exit]) -> tuple[tuple[Member, ...], tuple[tuple[int, ...], ...]]:
    """Return the members of `choose-any`, each once, and which of them each way starts."""
    members = list(dict.fromkeys(member for way in ways for member in way.members))
    return tuple(members), tuple(
        tuple(members.index(member) for member in way.members) for way in ways
    )


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a group starts and meets."""

    source: StepId
    join: StepId
    where: Locator
    inside: int | None = None

    def outside(self, exits: Exits, begin: Sequence[StepId]) -> frozenset[StepId]:
        """The steps at which the group ends: its start, and those that come before it always."""
        first = next(iter(exits))
        ahead = reachable(exits, (first,))
        before = (
            step
            for step in (ahead if self.source in ahead else ())
            if step not in {*begin, self.join}
            and self.source not in reachable(exits, (first,), without={step})
        )
        return frozenset({self.source, *before})


def _add(
    exits: Exits,
    made: list[Group],
    place: _Place,
    members: Sequence[Member],
    ways: tuple[tuple[int, ...], ...],
    *,
    inclusive: bool = False,
) -> int:
    """Add a group and those inside it; return its number."""
    number = len(made)
    begin = tuple(step for each in members for step in starts(each))
    outside = place.outside(exits, begin)
    ahead = reachable(exits, begin, without={place.join, *outside})
    body = frozenset(step for step in ahead if _reaches(exits, (step,), place.join, outside))
    made.append(
        Group(
            number=number,
            source=place.source,
            join=place.join,
            threads=(),
            ways=ways,
            body=body,
        )
    )
    inner = [_add_inner(exits, made, place, number, each) for each in members]
    passing = _Passing(exits, place.join, outside, [starts(each) for each in members], body)
    owners = {step: passing.owner(step) for step in body}
    made[number] = Group(
        number=number,
        source=place.source,
        join=place.join,
        inclusive=inclusive,
        inside=place.inside,
        threads=tuple(
            Thread(
                starts=starts(member),
                own=frozenset(step for step, owner in owners.items() if owner == index),
                inner=inner[index],
            )
            for index, member in enumerate(members)
        ),
        ways=ways,
        body=body,
        common=frozenset(step for step, owner in owners.items() if owner is None),
        twice=passing.twice(),
        where=place.where,
    )
    return number


def _add_inner(
    exits: Exits, made: list[Group], place: _Place, outer: int, member: Member
) -> int | None:
    if not isinstance(member, InnerGroup):
        return None
    where = member.where / "together"
    own = _Place(place.source, member.join, where, outer)
    return _add(exits, made, own, member.together, (tuple(range(len(member.together))),))


def _reaches(
    exits: Exits, begin: tuple[StepId, ...], join: StepId, without: frozenset[StepId]
) -> bool:
    """Whether the join can be reached without entering some steps; it may start the group too."""
    return join in reachable(exits, begin, without=without - {join})


class _Passing:
    """Which threads of a group can come to a step, and which pass it whatever is chosen."""

    def __init__(
        self,
        exits: Exits,
        join: StepId,
        outside: frozenset[StepId],
        begin: Sequence[tuple[StepId, ...]],
        body: frozenset[StepId],
    ) -> None:
        self.exits, self.join, self.outside = exits, join, outside
        self.begin, self.body = begin, body
        self.ahead = [reachable(exits, each, without={join, *outside}) & body for each in begin]

    def coming(self, step: StepId) -> list[int]:
        """The threads that can come to a step."""
        return [number for number, steps in enumerate(self.ahead) if step in steps]

    def sure(self, step: StepId) -> list[int]:
        """The threads that pass a step on every way to the join."""
        return [number for number in self.coming(step) if self._passes(number, step)]

    def _passes(self, number: int, step: StepId) -> bool:
        begin = self.begin[number]
        if step in begin:
            return True
        return any(
            not _reaches(self.exits, (each,), self.join, self.outside | {step})
            for each in begin
            if each in self.body
        )

    def owner(self, step: StepId) -> int | None:
        """The thread whose own a step is; None where several threads may choose it."""
        first = next((n for n, each in enumerate(self.begin) if step in each), None)
        if first is not None:
            return first
        coming = self.coming(step)
        return next(iter(coming if len(coming) == 1 else self.sure(step)), None)

    def twice(self) -> frozenset[StepId]:
        """The steps that more than one thread passes whatever is chosen."""
        return frozenset(
            step for step in self.body if len(self.coming(step)) > 1 and len(self.sure(step)) > 1
        )


def begun_by(groups: Sequence[Group], way: Exit) -> Iterator[Group]:
    """Yield the group that a way starts or belongs to, if there is one."""
    members = tuple(starts(each) for each in way.members)
    for group in groups:
        if group.source == way.source and group.inside is None and group.join == way.join:
            same = tuple(each.starts for each in group.threads) == members
            if way.inclusive if group.inclusive else same and not way.inclusive:
                yield group
