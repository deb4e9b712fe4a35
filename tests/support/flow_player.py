"""Plays a process in every order of events, as its words say; shares no code with the product.

What is under way is a tree: a step at work, or a run of a group with what each of its threads is
doing. A thread that has come to the join is done; when all are, the join goes on in its place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations
from typing import TypeAlias

from generator.model.process import InnerGroup, Outcome, Process, Step

MOST_STATES = 3_000


@dataclass(frozen=True)
class Together:
    """What starts at once: (thread, member); a member is a step or starts together itself."""

    source: str
    join: str
    members: tuple[str | Together, ...]
    any: bool = False

    def starts(self, number: int) -> tuple[str, ...]:
        """The steps that a thread begins with."""
        member = self.members[number]
        if isinstance(member, str):
            return (member,)
        return tuple(step for inner in range(len(member.members)) for step in member.starts(inner))


@dataclass(frozen=True)
class Run:
    """A group that is under way: what each thread does (None: nothing), and what was passed."""

    group: Together
    threads: tuple[Tree | None, ...]
    passed: frozenset[tuple[int, str]] = frozenset()

    def put(self, number: int, doing: Tree | None) -> Run:
        """The run when one thread does something else."""
        threads = (*self.threads[:number], doing, *self.threads[number + 1 :])
        return replace(self, threads=threads)


Tree: TypeAlias = "str | Run"
Path: TypeAlias = "tuple[int, ...]"
Option: TypeAlias = "tuple[int, ...]"
"""The numbers of the outcomes that are taken: one, or several of `choose-any`."""


class Fault(Exception):
    """Something that must not happen: `twice`, `waits` (for ever) or `entered` (while running)."""


@dataclass
class Player:
    """Tells what can go wrong with the groups of a process, and in what orders it can go on."""

    process: Process
    begun: set[Together] = field(default_factory=set)
    met: set[Together] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.steps = {each.id: each for each in self.process.steps}
        self.first: Tree = self.process.steps[0].id
        self._inside: dict[Together, frozenset[str]] = {}
        self._comers: dict[tuple[Together, str], list[tuple[int, bool]]] = {}
        self._owners: dict[tuple[Together, str], int | None] = {}

    def faults(self) -> set[str]:
        """Return what can go wrong; `never`: a group cannot meet, `states`: too many to try."""
        found: set[str] = set()
        seen: set[Tree | None] = {self.first}
        open_: list[Tree] = [self.first]
        while open_:
            tree = open_.pop()
            if len(seen) > MOST_STATES:
                return {"states"}
            for path, step in leaves(tree):
                for option in self.options(step):
                    try:
                        follow = self.play(tree, path, option)
                    except Fault as fault:
                        found.add(str(fault))
                        continue
                    if follow is not None and follow not in seen:
                        seen.add(follow)
                        open_.append(follow)
        return found | ({"never"} if self.begun - self.met else set())

    def options(self, step: str) -> list[Option]:
        """The outcomes that may be taken at the end of a step."""
        each = self.steps[step]
        if each.choose_any:
            numbers = range(len(each.choose_any))
            return [some for size in numbers for some in combinations(numbers, size + 1)]
        return [(number,) for number in range(len(each.choose) or 1)]

    def play(self, tree: Tree, path: Path, option: Option) -> Tree | None:
        """Return what is under way after a step took its way; None when the process has ended."""
        step = self.steps[at(tree, path)]
        ways = [(step.choose or step.choose_any or (step,))[number] for number in option]
        if any(self.goal(step, way) is None for way in ways):
            return None
        if step.choose_any:
            return self.begin_any(tree, path, step, ways)
        goal = self.goal(step, ways[0])
        if isinstance(goal, Together):
            return self.begin(tree, path, goal, range(len(goal.members)))
        return self.arrive(tree, path, str(goal))

    def goal(self, step: Step, way: Outcome | Step) -> str | Together | None:
        """Where a way leads: a step, a group, or an end."""
        if way.together:
            return together(step.id, way.join or "", way.together)
        if way.next or way.end or way.hand_over:
            return way.next
        names = list(self.steps)
        return (names[names.index(step.id) + 1 :] or [None])[0]

    def begin_any(self, tree: Tree, path: Path, step: Step, ways: Sequence[Outcome]) -> Tree | None:
        """Start those members of `choose-any` that the taken outcomes lead to."""
        goals = [self.goal(step, way) for way in step.choose_any]
        members = tuple(dict.fromkeys(goal for goal in goals if goal is not None))
        group = Together(step.id, step.join or "", members, any=True)
        taken = {members.index(goal) for way in ways if (goal := self.goal(step, way))}
        return self.begin(tree, path, group, sorted(taken))

    def begin(self, tree: Tree, path: Path, group: Together, taken: Sequence[int]) -> Tree | None:
        """Start threads of a group in the place of a step."""
        begins = [step for number in taken for step in group.starts(number)]
        for depth in range(len(path)):
            outer = at_run(tree, path[:depth]).group
            if not {*begins} & {*self.inside(outer), outer.join}:
                return self.begin(put(tree, path[:depth], ""), path[:depth], group, taken)
        around = [(at_run(tree, path[:depth]).group, path[depth]) for depth in range(len(path))]
        run = self.run(group, taken, around)
        for step in begins:
            for depth, number in enumerate(path):
                if self.owner(around[depth][0], step) is None and step != group.join:
                    tree = self.again(tree, path, depth, step)
                tree = self.pass_by(tree, path, depth, step, number)
        if run is None:
            return self.arrive(tree, path, group.join)
        return put(tree, path, run)

    def run(
        self, group: Together, taken: Sequence[int], around: list[tuple[Together, int]]
    ) -> Run | None:
        """A group that has just begun; None where all that was taken has arrived at once."""
        self.begun.add(group)
        run = Run(group, (None,) * len(group.members))
        for number in taken:
            member = group.members[number]
            here = [*around, (group, number)]
            if isinstance(member, Together):
                run = run.put(number, self.run(member, range(len(member.members)), here))
            elif member != group.join:
                if member not in self.inside(group):
                    raise Fault("outside")
                self.side_by_side(member, around)
                run = run.put(number, member)
            elif not group.any:
                raise Fault("twice")
            for step in group.starts(number):
                if self.twice(group, step):
                    if any(passed == step and other != number for other, passed in run.passed):
                        raise Fault("twice")
                    run = replace(run, passed=run.passed | {(number, step)})
        if run.threads.count(None) == len(run.threads):
            self.met.add(group)
            return None
        return run

    def side_by_side(self, step: str, around: list[tuple[Together, int]]) -> None:
        """No group around one that begins may wait for its steps, or do them elsewhere."""
        for outer, number in around:
            if step == outer.join:
                raise Fault("waits")
            if step not in self.inside(outer):
                raise Fault("outside")
            if self.owner(outer, step) not in {None, number}:
                raise Fault("twice")

    def arrive(self, tree: Tree, path: Path, target: str) -> Tree | None:
        """Let the work at a place in the tree arrive at a step."""
        groups = [at_run(tree, path[:depth]).group for depth in range(len(path))]
        outside = [n for n, group in enumerate(groups) if target not in self.inside(group)]
        if not outside:
            return self.place(tree, path, target)
        depth = outside[0]
        if groups[depth].join != target:
            return self.place(put(tree, path[:depth], ""), path[:depth], target)
        if any(target in self.inside(group) for group in groups[depth:]):
            raise Fault("waits")
        while depth + 1 < len(groups) and groups[depth + 1].join == target:
            depth += 1
        run = at_run(tree, path[:depth]).put(path[depth], None)
        if run.threads.count(None) < len(run.threads):
            return put(tree, path[:depth], run)
        self.met.add(run.group)
        return self.arrive(put(tree, path[:depth], ""), path[:depth], target)

    def place(self, tree: Tree, path: Path, target: str) -> Tree:
        """Put work down at a step that lies inside all groups around it."""
        for depth, number in enumerate(path):
            run = at_run(tree, path[:depth])
            owner = self.owner(run.group, target)
            if owner is None:
                tree = self.again(tree, path, depth, target)
            elif owner != number:
                if (sibling := run.threads[owner]) is not None:
                    self.shut(sibling, target)
                tree = self.pass_by(tree, path, depth, target, number)
                moved = at_run(tree, path[:depth]).put(number, None).put(owner, target)
                return put(tree, path[:depth], moved)
            tree = self.pass_by(tree, path, depth, target, number)
        return put(tree, path, target)

    def again(self, tree: Tree, path: Path, depth: int, step: str) -> Tree:
        """Stop a step that is common to several threads where a sibling is at it."""
        run = at_run(tree, path[:depth])
        for other, doing in enumerate(run.threads):
            if other != path[depth] and doing is not None:
                self.shut(doing, step)
                if doing == step:
                    run = run.put(other, None)
        return put(tree, path[:depth], run)

    def shut(self, doing: Tree, target: str) -> None:
        """No way leads from outside into a group that is running."""
        if isinstance(doing, Run):
            if target in self.inside(doing.group):
                raise Fault("entered")
            for each in doing.threads:
                if each is not None:
                    self.shut(each, target)

    def pass_by(self, tree: Tree, path: Path, depth: int, step: str, number: int) -> Tree:
        """Note that a thread has come to a step which others pass as well."""
        run = at_run(tree, path[:depth])
        if not self.twice(run.group, step):
            return tree
        if any(passed == step and other != number for other, passed in run.passed):
            raise Fault("twice")
        return put(tree, path[:depth], replace(run, passed=run.passed | {(number, step)}))

    def inside(self, group: Together) -> frozenset[str]:
        """The steps on a way from a member to the meeting place that does not start anew."""
        if group not in self._inside:
            members = [
                each for number in range(len(group.members)) for each in group.starts(number)
            ]
            before = self.before(group)
            ends = {group.join, *before}
            self._inside[group] = frozenset(
                each
                for each in self.steps
                if each not in ends
                and any(self.leads(member, each, ends) for member in members)
                and self.leads(each, group.join, before - {group.join})
            )
        return self._inside[group]

    def before(self, group: Together) -> set[str]:
        """The start of a group and all that comes before it always; going there ends the group."""
        first = next(iter(self.steps))
        members = {each for number in range(len(group.members)) for each in group.starts(number)}
        if not self.leads(first, group.source, set()):
            return {group.source}
        always = {each for each in self.steps if not self.leads(first, group.source, {each})}
        return {group.source, *(always - members - {group.join})}

    def comers(self, group: Together, step: str) -> list[tuple[int, bool]]:
        """The threads that can come to a step of a group, and whether they must."""
        if (group, step) in self._comers:
            return self._comers[group, step]
        inside, before = self.inside(group), self.before(group)
        ends = {group.join, *before}
        self._comers[group, step] = found = []
        for number in range(len(group.members)):
            starts = [each for each in group.starts(number) if each in inside]
            if any(self.leads(each, step, ends) for each in starts):
                must = any(
                    each == step or not self.leads(each, group.join, {step, *before})
                    for each in starts
                )
                found.append((number, must))
        return found

    def owner(self, group: Together, step: str) -> int | None:
        """The thread that a step of a group belongs to; None where it is common to several."""
        if (group, step) not in self._owners:
            comers = self.comers(group, step)
            begins = [n for n in range(len(group.members)) if step in group.starts(n)]
            sure = [number for number, must in comers if must]
            alone = [number for number, _ in comers] if len(comers) == 1 else []
            self._owners[group, step] = next(iter([*begins, *alone, *sure]), None)
        return self._owners[group, step]

    def twice(self, group: Together, step: str) -> bool:
        """Whether a step of a group is passed by two threads whatever is chosen."""
        if step not in self.inside(group):
            return False
        return sum(must for _, must in self.comers(group, step)) > 1

    def leads(self, start: str, goal: str, without: set[str]) -> bool:
        """Whether a way leads from one step to another past none of some steps."""
        if start in without:
            return False
        reached, more = {start}, {start}
        while more:
            more = {each for step in more for each in self.nexts(step)} - without - reached
            reached |= more
        return goal in reached

    def nexts(self, step: str) -> Iterator[str]:
        """The steps that may come right after a step."""
        each = self.steps[step]
        for way in each.choose or each.choose_any or (each,):
            goal = self.goal(each, way)
            if isinstance(goal, Together):
                for number in range(len(goal.members)):
                    yield from goal.starts(number)
            elif goal is not None:
                yield goal


def together(source: str, join: str, members: Sequence[str | InnerGroup]) -> Together:
    """A group as it is written."""
    inner = tuple(
        each if isinstance(each, str) else together(source, each.join, each.together)
        for each in members
    )
    return Together(source, join, inner)


def leaves(tree: Tree, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """The steps at work, each with its place in the tree."""
    if isinstance(tree, str):
        yield path, tree
        return
    for number, doing in enumerate(tree.threads):
        if doing is not None:
            yield from leaves(doing, (*path, number))


def at(tree: Tree, path: Path) -> str:
    """The step at a place."""
    if path:
        doing = at_run(tree, ()).threads[path[0]]
        assert doing is not None
        return at(doing, path[1:])
    assert isinstance(tree, str)
    return tree


def at_run(tree: Tree, path: Path) -> Run:
    """The run at a place."""
    assert isinstance(tree, Run)
    if not path:
        return tree
    doing = tree.threads[path[0]]
    assert doing is not None
    return at_run(doing, path[1:])


def put(tree: Tree, path: Path, doing: Tree) -> Tree:
    """The tree with something else at a place."""
    if not path:
        return doing
    run = at_run(tree, ())
    inner = run.threads[path[0]]
    assert inner is not None
    return run.put(path[0], put(inner, path[1:], doing))
