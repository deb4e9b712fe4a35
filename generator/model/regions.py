"""The groups of a flow whose work can be stopped or begun anew as a whole.

A way out stops it, and so does sending back; the step where it meets may open it again.

Each is a region: a part of the flow that begins and ends as a whole. Other groups just split and
meet.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.model.flow import Flow
from generator.model.groups import Group
from generator.model.ids import StepId


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """Groups that share steps and meet at one step, with all work between start and join.

    `around` is the number of the region that this one stands in, None for the whole process.
    """

    number: int
    groups: tuple[Group, ...]
    join: StepId
    steps: frozenset[StepId]
    around: int | None = None


@dataclass(frozen=True, slots=True)
class Regions:
    """The regions of a flow, each before those that stand in it."""

    all: tuple[Region, ...]

    def of_step(self, step: StepId) -> Region | None:
        """Return the innermost region that a step stands in."""
        found = [each for each in self.all if step in each.steps]
        return min(found, key=lambda each: len(each.steps)) if found else None

    def of_group(self, group: Group) -> Region | None:
        """Return the region that a group is, if it is one."""
        return next((each for each in self.all if group in each.groups), None)

    def around(self, region: Region | None) -> list[Region]:
        """Return a region and those that it stands in, innermost first."""
        found = []
        while region is not None:
            found.append(region)
            region = self.all[region.around] if region.around is not None else None
        return found


def regions_of(flow: Flow) -> Regions:
    """Return the regions of a flow."""
    chosen = _chosen(flow)
    trimmed = {group.number: _steps(flow, group) for group in chosen}
    parts: list[list[Group]] = []
    for group in chosen:
        mixed = [part for part in parts if any(_mixed(trimmed, group, each) for each in part)]
        parts = [part for part in parts if part not in mixed]
        parts.append([*(each for part in mixed for each in part), group])
    whole = [
        (part, frozenset(step for group in part for step in trimmed[group.number]))
        for part in parts
    ]
    whole.sort(key=lambda each: (-len(each[1]), each[0][0].number))
    made: list[Region] = []
    for part, steps in whole:
        around = [each for each in made if (steps and steps < each.steps) or _inside(part, each)]
        made.append(
            Region(
                number=len(made),
                groups=tuple(part),
                join=part[0].join,
                steps=steps,
                around=min(around, key=lambda each: len(each.steps)).number if around else None,
            )
        )
    return Regions(tuple(made))


def _chosen(flow: Flow) -> list[Group]:
    """The groups that are regions: where work moves or leaves, and those inside where it moves."""
    moving = [group for group in flow.groups if _moves(flow, group)]
    return [
        group
        for group in flow.groups
        if group in moving
        or _leaves(flow, group)
        or _opened_again(flow, group)
        or any(_stands_in(group, each) for each in moving)
        or (group.inclusive and any(_waits_for(flow, each, group) for each in flow.groups))
        or _asks_in_a_loop(flow, group)
    ]


def _stands_in(group: Group, other: Group) -> bool:
    """Whether a group is inside another one, as its member or behind one of its steps."""
    return group.source in other.body or group.inside == other.number


def _waits_for(flow: Flow, outer: Group, group: Group) -> bool:
    """Whether a gateway that asks what is under way waits for a group that has such a one too.

    Engines look back from gateway to gateway for work, and not all find it behind a second one.
    """
    return _stands_in(group, outer) and not meets_as_it_started(flow, outer)


def _asks_in_a_loop(flow: Flow, group: Group) -> bool:
    """Whether a gateway that asks what is under way stands in a loop.

    Engines take work that comes to it only the next time round for work that does not matter.
    """
    again = group.source in flow.reachable((group.join,))
    return again and not meets_as_it_started(flow, group)


def meets_as_it_started(flow: Flow, group: Group) -> bool:
    """Whether each step that was started comes to the join once, whatever is chosen."""
    if group.inclusive or entered(flow, group) or cut_short(flow, group):
        return False
    # Answers of one step that lead straight to the join are one line; each call has its own.
    arrivals = {
        (way.source, way.when if way.call else ())
        for way in flow.entries.get(group.join, ())
        if way.source in group.body
    }
    return len(arrivals) == len(group.threads)


def cut_short(flow: Flow, group: Group) -> bool:
    """Whether work of a group can be sent back to a sibling, or stopped by a way out."""
    return _moves(flow, group) or _leaves(flow, group)


def _moves(flow: Flow, group: Group) -> bool:
    """Whether a thread of a group can come to a step that is not its own alone."""
    begins = [step for each in group.threads for step in each.starts]
    if group.common or len(begins) > len(set(begins)):
        return True
    return any(
        (step in each.own) != (target in each.own)
        for step in group.body
        for target in flow.successors(step)
        if target in group.body
        for each in group.threads
    )


def _opened_again(flow: Flow, group: Group) -> bool:
    """Whether the step where a group meets can open it, or one that meets there too, anew."""
    return any(each.source == each.join == group.join for each in flow.groups)


def _leaves(flow: Flow, group: Group) -> bool:
    """Whether a way leads out of a group, from a step of it or at its very start."""
    sources = (*group.body, group.source) if group.inclusive else group.body
    return any(
        not way.targets or not {*way.targets} <= {*group.body, group.join}
        for step in sources
        for way in flow.exits[step]
    )


def entered(flow: Flow, group: Group) -> bool:
    """Whether a step of the group can be reached without the group being started."""
    return any(
        way.source not in group.body
        and (way.source != group.source or not (way.parallel or way.inclusive))
        for name in group.body
        for way in flow.entries.get(name, ())
    )


def _steps(flow: Flow, group: Group) -> frozenset[StepId]:
    """The body of a group without what belongs to other threads of the groups around it."""
    steps, inner = group.body, group
    while inner.inside is not None:
        outer = flow.groups[inner.inside]
        steps = steps.difference(
            *(each.own for each in outer.threads if each.inner != inner.number)
        )
        inner = outer
    for outer in flow.groups:
        if any(group.source in each.own for each in outer.threads):
            others = (each.own for each in outer.threads if group.source not in each.own)
            steps = steps.difference(*others)
    return steps


def _mixed(steps: dict[int, frozenset[StepId]], one: Group, other: Group) -> bool:
    """Whether two groups have steps in common and neither stands in the other."""
    mine, yours = steps[one.number], steps[other.number]
    if not mine & yours or one.join != other.join:
        return False
    nested = one.inside == other.number or other.inside == one.number
    return not nested and one.source not in yours and other.source not in mine


def _inside(part: Iterable[Group], region: Region) -> bool:
    numbers = {each.number for each in region.groups}
    return any(group.inside in numbers or group.source in region.steps for group in part)
