"""Collects what is drawn of a process or of one of its groups, for a BPMN file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from generator.base.diagnostics import N_
from generator.document.flow_graph import FlowBuilder
from generator.document.flow_joins import join_kinds
from generator.document.scope import FlowEvent, FlowEventKind, Scope
from generator.document.scope_goals import (
    Departure,
    Goal,
    ToEnd,
    ToGroup,
    ToStep,
    key_of,
    lies_in,
    stopped_before,
)
from generator.layout import Edge, NodeKind
from generator.model.groups import Group, begun_by
from generator.model.ids import StepId
from generator.model.process import Step
from generator.model.regions import Region, Regions
from generator.model.ways import Exit


@dataclass
class ScopeBuilder(FlowBuilder):
    """Collects nodes and edges of one scope; `others` has those of all, by number of region."""

    regions: Regions = field(default_factory=lambda: Regions(()))
    others: dict[int | None, ScopeBuilder] = field(default_factory=dict)
    region: Region | None = None
    entries: dict[Goal, list[str]] = field(default_factory=dict)
    """Where ways from outside lead to, and from where they come."""
    thrown: dict[str, FlowEvent] = field(default_factory=dict)
    borders: dict[str, tuple[str, FlowEvent]] = field(default_factory=dict)
    """Events on borders: the id of the event, its box, what it catches."""
    stopped: dict[str, frozenset[StepId]] = field(default_factory=dict)
    """Signals thrown in this scope, with the steps whose work they stop."""
    boxes: dict[str, frozenset[StepId]] = field(default_factory=dict)
    """The boxes of this scope with the steps that are done in them."""

    @cached_property
    def flat(self) -> tuple[Group, ...]:
        """The groups that are drawn with gateways."""
        return tuple(each for each in self.flow.groups if self.regions.of_group(each) is None)

    @cached_property
    def joins(self) -> dict[str, NodeKind]:
        """The gateway before each step that waits for a group that is not a box."""
        return join_kinds(self.flow, self.flat)

    @property
    def number(self) -> int | None:
        """The number of the region, None for the whole process."""
        return self.region.number if self.region else None

    def add_step(self, number: int, step: Step) -> None:
        """Draw a step and its ways."""
        if self.region is None and not self.nodes:
            self.add_start()
        group = next(begun_by(self.flow.groups, self.flow.exits[step.id][0]), None)
        if group and group.inclusive and group not in self.flat:
            self.add_box(number, step)
            self._go(Departure(step.id, step), ToGroup(group))
        else:
            self._step(number, step)
        for name, node in self.nodes.items():
            if node.kind.is_box and name not in self.boxes:
                self.boxes[name] = frozenset({step.id})

    def _way(self, step: Step, way: Exit, index: int, source: str) -> None:
        answers = tuple(self.ctx.phrases.plain(each, self.process) for each in way.when)
        source, answers = self._call(step, way, index, source, answers)
        begin = Departure(source, step, answers, index, direct=way.inclusive)
        group = next(begun_by(self.flow.groups, way), None)
        if way.parallel and group and not group.inclusive:
            self._go(begin, ToGroup(group))
        elif way.parallel and group:
            self._threads(begin, group, group.ways[index])
        elif way.targets:
            self._go(begin, ToStep(way.targets[0]))
        else:
            self._go(begin, ToEnd(way))

    def _go(self, begin: Departure, goal: Goal) -> None:
        """Lead from a node of this scope to a goal, in whatever scope that is."""
        home, box = self._home(goal)
        if box is None:
            self.arrive(begin, goal)
            return
        name = f"out-{key_of(goal)}"
        title = self._title(goal)
        event = FlowEvent(kind=FlowEventKind.ESCALATION, name=f"{box_of(box)}.{name}", label=title)
        end = self._add(f"process.{name}", NodeKind.END, begin.step, title)
        self.thrown[end] = event
        self._connect(begin.node, end, begin.answers)
        # No condition stands at an event on a border: the way inside is what was chosen.
        border = home.border(box_of(box), event)
        home.arrive(replace(begin, node=border, answers=(), direct=False), goal)

    def _home(self, goal: Goal) -> tuple[ScopeBuilder, Region | None]:
        """The scope where a goal is, and the region inside it that a way there leaves."""
        left: Region | None = None
        for region in self.regions.around(self.region):
            if lies_in(goal, region):
                return self.others[region.number], left
            left = region
        return self.others[None], left

    def arrive(self, begin: Departure, goal: Goal) -> None:
        """Lead from a node to a goal of this scope."""
        if isinstance(goal, ToEnd):
            self._connect(begin.node, self._end(begin.step, goal.way), begin.answers)
        elif isinstance(goal, ToGroup) and self.regions.of_group(goal.group) is None:
            self._split(begin, goal.group)
        elif isinstance(goal, ToStep) and self.region and goal.step == self.region.join:
            done = self.ctx.words.say("Done")
            end = self._add("process.done", NodeKind.END, begin.step, done)
            self._connect(begin.node, end, begin.answers)
        else:
            if isinstance(goal, ToStep):
                begin = self._stopping(begin, goal.step)
            self._connect(begin.node, self._target(begin, goal), begin.answers)

    def _target(self, begin: Departure, goal: ToStep | ToGroup) -> str:
        """The node of this scope where a goal is: the step, its join, or the box around it."""
        if isinstance(goal, ToGroup):
            inner = self.regions.of_group(goal.group)
        else:
            inner = self.regions.of_step(goal.step)
        for region in self.regions.around(inner):
            if region.around == self.number:
                self.others[region.number].enter(begin, goal)
                return self._box(region, begin.step)
        target = goal.step if isinstance(goal, ToStep) else goal.group.join
        waits = any(
            group.join == target
            and (begin.step.id in group.body or (begin.direct and group.inclusive))
            for group in self.flat
        )
        return self._joined(target) if waits else target

    def enter(self, begin: Departure, goal: Goal) -> None:
        """Note from where a way leads into this scope."""
        title = self._name(begin.step.id)
        labels = self.entries.setdefault(goal, [])
        for each in begin.answers or ("",):
            label = f"{title}{self.ctx.words.say(': ')}{each}" if each else title
            if label not in labels:
                labels.append(label)

    def _box(self, region: Region, step: Step) -> str:
        """Draw the box of a region, and where the flow goes on when all in it is done."""
        name = box_of(region)
        if name in self.nodes:
            return name
        members = dict.fromkeys(each for group in region.groups for each in group.members)
        text = N_("One or more: {steps}") if region.groups[0].inclusive else N_("Together: {steps}")
        titles = self.ctx.words.comma.join(self._name(each) for each in members)
        first = self.process.step(region.groups[0].source) or step
        self._add(name, NodeKind.GROUP, first, self.ctx.words.say(text, steps=titles))
        self.boxes[name] = region.steps or frozenset({first.id})
        inner = next((each for each in self.process.steps if each.id in region.steps), first)
        self._go(Departure(name, inner), ToStep(region.join))
        return name

    def border(self, box: str, event: FlowEvent) -> str:
        """Put an event on the border of a box; the same event is there once."""
        name = f"{box}.{event.name}"
        self.borders[name] = (box, event)
        return name

    def _split(self, begin: Departure, group: Group) -> None:
        """Draw a group that needs no box: a gateway, and the ways from there to its members."""
        kind = NodeKind.INCLUSIVE if group.inclusive else NodeKind.PARALLEL
        split = self._add(f"{begin.step.id}.split-{begin.index + 1}", kind, begin.step)
        self._connect(begin.node, split, begin.answers)
        self._members(replace(begin, node=split, answers=()), group)

    def _members(self, begin: Departure, group: Group) -> None:
        """Draw the ways from a gateway to the members of a group."""
        if group.inclusive:
            for number, way in enumerate(self.flow.exits[group.source]):
                self._way(begin.step, way, number, begin.node)
        else:
            self._threads(begin, group, range(len(group.threads)))

    def _threads(self, begin: Departure, group: Group, numbers: Iterable[int]) -> None:
        """Draw the arrows from a node to threads of a group; one that is a group splits again."""
        for number in numbers:
            thread = group.threads[number]
            inner = None if thread.inner is None else self.flow.groups[thread.inner]
            if inner is None:
                first = self._at(thread.starts[0], begin.step)
                self.arrive(replace(begin, step=first), ToStep(first.id))
            elif self.regions.of_group(inner) is not None:
                self._connect(begin.node, self._target(begin, ToGroup(inner)), begin.answers)
            else:
                name = f"{group.source}.split-{group.number + 1}-{number + 1}"
                split = self._add(name, NodeKind.PARALLEL, begin.step)
                self._connect(begin.node, split, begin.answers)
                self._members(replace(begin, node=split, answers=()), inner)

    def _at(self, name: StepId, otherwise: Step) -> Step:
        return self.process.step(name) or otherwise

    def _name(self, step: StepId) -> str:
        found = self.process.step(step)
        return self.ctx.words.translated(found.title.source) if found else step

    def _stopping(self, begin: Departure, target: StepId) -> Departure:
        """Before work moves to a sibling, what the sibling is doing is stopped."""
        stopped: dict[frozenset[StepId], str] = {}
        for group in self.region.groups if self.region else ():
            name, steps = stopped_before(self.flow, group, begin.step.id, target)
            if steps and self.region:
                stopped.setdefault(steps, f"{box_of(self.region)}.{name}")
        label = self.ctx.words.say("Again: {title}", title=self._name(target))
        for number, (steps, signal) in enumerate(stopped.items()):
            self.stopped.setdefault(signal, steps)
            node = f"{begin.step.id}.again-{target}{f'-{number + 1}' * (number > 0)}"
            throw = self._add(node, NodeKind.SIGNAL, begin.step, label)
            self.thrown[throw] = self._signal(signal)
            self._connect(begin.node, throw, begin.answers)
            begin = replace(begin, node=throw, answers=())
        return begin

    def _signal(self, name: str) -> FlowEvent:
        label = self.ctx.words.say("Again")
        return FlowEvent(kind=FlowEventKind.SIGNAL, name=name, label=label)

    def finish(self) -> None:
        """Draw the start of a region, and what signals stop."""
        if self.region is not None:
            self._begin(self.region)
        for signal, steps in self.stopped.items():
            label = self.ctx.words.say("Stopped")
            event = self._signal(signal)
            for box, done in self.boxes.items():
                if done <= steps:
                    step = self._at(min(done), self.process.steps[0])
                    over = self._add(f"process.stopped-{step.id}", NodeKind.END, step, label)
                    self._connect(self.border(box, event), over)

    def _begin(self, region: Region) -> None:
        inside = (each for each in self.process.steps if each.id in region.steps)
        first = next(inside, self._at(region.groups[0].source, self.process.steps[0]))
        start = self._add("process.start", NodeKind.START, first, self.ctx.words.say("Start"))
        several = len(self.entries) > 1
        if several:
            question = self.ctx.words.say("Which case?")
            choice = self._add("process.entry", NodeKind.EXCLUSIVE, first, question)
            self._connect(start, choice)
            start = choice
        for number, (goal, labels) in enumerate(tuple(self.entries.items())):
            begin = Departure(start, first, tuple(labels) if several else (), number)
            if isinstance(goal, ToGroup) and goal.group in region.groups:
                self._first_split(begin, goal.group)
            elif not isinstance(goal, ToEnd):
                node = self._target(replace(begin, answers=()), goal)
                self._connect(start, node, begin.answers)

    def _first_split(self, begin: Departure, group: Group) -> None:
        """Draw the gateway at which a region begins; it stands with the first of its steps."""
        source = self._at(group.source, begin.step)
        kind = NodeKind.INCLUSIVE if group.inclusive else NodeKind.PARALLEL
        label = self._question(source) if group.inclusive else ""
        step = replace(source, responsible=begin.step.responsible)
        name = f"{group.source}.split-{begin.index + 1}.begin"
        self._connect(begin.node, self._add(name, kind, step, label), begin.answers)
        self._members(Departure(name, step), group)

    def _title(self, goal: Goal) -> str:
        match goal:
            case ToStep():
                return self._name(goal.step)
            case ToGroup():
                return self._name(goal.group.source)
            case ToEnd(way):
                if way.hand_over:
                    return self._process(way.hand_over)
                return self.ctx.phrases.plain(way.end, self.process)

    @property
    def connected(self) -> bool:
        """Whether every arrow leads from and to something that is drawn in this scope."""
        drawn = self.nodes.keys() | self.borders.keys()
        hosts = all(box in self.nodes for box, _ in self.borders.values())
        return hosts and all({*arrow} <= drawn for arrow in self.answers)

    def scope(self) -> Scope:
        """Return the finished scope with all that is inside."""
        graph = self.drawn()
        return Scope(
            graph=graph,
            inside=tuple(
                (box_of(each), self.others[each.number].scope())
                for each in self.regions.all
                if each.around == self.number and box_of(each) in self.nodes
            ),
            thrown=tuple(self.thrown.items()),
            caught=tuple(
                (edge.id, self.borders[source][1])
                for edge in graph.edges
                if (source := edge.id.rpartition("--")[0]) in self.borders
            ),
        )

    def _edges(self) -> Iterator[Edge]:
        for edge in super()._edges():
            box = self.borders.get(edge.source)
            yield replace(edge, source=box[0]) if box else edge


def box_of(region: Region) -> str:
    """Return the id of the box of a region."""
    return f"{region.groups[0].source}.group-{region.number + 1}"
