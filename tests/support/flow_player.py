"""Plays a process in every order of events, as its words say; shares no code with the product."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.model.process import Process, Step

Group = tuple[str, str, tuple[str, ...]]  # where it starts, where it meets, who starts
MOST_STATES = 3_000


@dataclass(frozen=True, order=True)
class Piece:
    """Work at a step; `waits` when it has come to the meeting place of its innermost group."""

    step: str
    groups: tuple[Group, ...] = ()
    waits: bool = False


State = tuple[Piece, ...]


class Twice(Exception):
    """A step is set going a second time inside a group."""


class OutOfTurn(Exception):
    """Work reaches the meeting place of a group while inside a group within it."""


@dataclass
class Player:
    """Tells what can go wrong with the groups of a process."""

    process: Process
    begun: set[Group] = field(default_factory=set)
    met: set[Group] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.steps = {each.id: each for each in self.process.steps}
        self.insides: dict[Group, set[str]] = {}

    def faults(self) -> set[str]:
        """Return `twice`, `turn`, `waits` (for ever), `never` (meets), `states` (too many)."""
        first: State = (Piece(self.process.steps[0].id),)
        found: set[str] = set()
        seen, open_ = {first}, [first]
        while open_:
            state = open_.pop()
            if len(seen) > MOST_STATES:
                return {"states"}
            if state and all(piece.waits for piece in state):
                found.add("waits")
            for follow in self.follows(state, found):
                if follow not in seen:
                    seen.add(follow)
                    open_.append(follow)
        return found | ({"never"} if self.begun - self.met else set())

    def follows(self, state: State, found: set[str]) -> Iterator[State]:
        """The states that may come next; what goes wrong is added to what was found."""
        for piece in state:
            for option in () if piece.waits else options(self.steps[piece.step]):
                try:
                    yield self.play(state, piece, option)
                except Twice:
                    found.add("twice")
                except OutOfTurn:
                    found.add("turn")

    def play(self, state: State, piece: Piece, option: tuple[str, ...]) -> State:
        """Return the state after a piece of work took one of its ways."""
        rest = list(state)
        rest.remove(piece)
        if not option:
            return tuple(p for p in rest if not piece.groups or p.groups[:1] != piece.groups[:1])
        if len(option) > 1:
            *members, join = option
            group = (piece.step, join, tuple(members))
            if group in piece.groups:
                raise OutOfTurn
            self.begun.add(group)
            if join in members:
                raise Twice
            for member in members:
                if any(each[1] == member for each in piece.groups):
                    raise OutOfTurn
                rest = started(rest, Piece(member, (*piece.groups, group)))
            return tuple(sorted(rest))
        return self.arrive(rest, piece.groups, option[0])

    def arrive(self, rest: list[Piece], groups: tuple[Group, ...], target: str) -> State:
        """Put a piece of work down at the step that it goes to."""
        while groups:
            group, depth = groups[-1], len(groups)
            mine = [p for p in rest if p.groups[:depth] == groups]
            if target == group[1]:
                if any(not (p.waits and p.groups == groups) for p in mine):
                    return tuple(sorted([*rest, Piece(target, groups, waits=True)]))
                self.met.add(group)
            elif target in self.inside(group):
                if any(each[1] == target for each in groups[:-1]):
                    raise OutOfTurn
                break
            rest = [p for p in rest if p not in mine]
            groups = groups[:-1]
        return tuple(sorted(started(rest, Piece(target, groups))))

    def inside(self, group: Group) -> set[str]:
        """The steps on a way from a member to the meeting place that does not start anew."""
        source, join, members = group
        if group not in self.insides:
            self.insides[group] = {
                each
                for each in self.steps
                if each not in {source, join}
                and any(self.leads(m, each, {source, join}) for m in members)
                and self.leads(each, join, {source})
            }
        return self.insides[group]

    def leads(self, start: str, goal: str, without: set[str]) -> bool:
        """Whether a way leads from one step to another past none of some steps."""
        if start in without:
            return False
        reached = {start}
        while True:
            more = {
                target
                for step in reached
                for option in options(self.steps[step])
                for target in (option[:-1] if len(option) > 1 else option)
                if target not in without
            }
            if more <= reached:
                return goal in reached
            reached |= more


def started(rest: list[Piece], new: Piece) -> list[Piece]:
    """Add work at a step, unless it goes on there already inside the same outermost group."""
    for each in rest:
        if each.step == new.step and not each.waits and each.groups[:1] == new.groups[:1] != ():
            raise Twice
    return [*rest, new]


def options(step: Step) -> list[tuple[str, ...]]:
    """The ways of a step: () ends, (next,), or (members…, join)."""
    ways = step.choose or (step,)
    return [
        (*way.together, way.join) if way.together else (way.next,) if way.next else ()
        for way in ways
    ]
