"""What the diagram of a process shows: its flow as BPMN nodes and edges in lanes of roles."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from generator.document.anchors import step_target
from generator.document.blocks import Target, plain, text_of
from generator.document.bonds import bonds_in
from generator.document.context import Context
from generator.document.flow_joins import join_kinds
from generator.document.onward import either
from generator.document.process_page import decider
from generator.layout import Edge, FlowGraph, Lane, Node, NodeKind, NodeNote, NoteKind
from generator.model.flow import Flow
from generator.model.ids import ProcessId
from generator.model.process import InnerGroup, Process, Step
from generator.model.ways import Exit, Member

Href = Callable[[Target], str]

# Ids of steps hold no dot: what is not a step has one in its id.
START = "process.start"
_UNIT = "unit."
MOST_LANES = 7
"""With more responsible roles than this the lanes are those of units."""


def flow_graph(ctx: Context, process: Process, href: Href, *, by_unit: bool = False) -> FlowGraph:
    """Return the diagram of one process; `href` gives the address of what a shape leads to.

    Lanes are responsible roles; `by_unit`, or where there are too many roles, their units.
    """
    return FlowBuilder(ctx, process, href, by_unit=by_unit or crowded(process)).graph()


def crowded(process: Process) -> bool:
    """Whether a process has too many responsible roles for a lane each."""
    return len({step.responsible for step in process.steps}) > MOST_LANES


@dataclass
class FlowBuilder:
    """Collects the nodes and edges of one diagram in reading order."""

    ctx: Context
    process: Process
    href: Href
    by_unit: bool = False
    nodes: dict[str, Node] = field(default_factory=dict)
    answers: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    """Arrows by source and target, each with the answers that lead this way."""

    @property
    def flow(self) -> Flow:
        """The flow of the process."""
        return self.ctx.handbook.flows[self.process.id]

    @cached_property
    def joins(self) -> dict[str, NodeKind]:
        """The gateway before each step that waits for a group."""
        return join_kinds(self.flow)

    def graph(self) -> FlowGraph:
        """Return the finished diagram."""
        self.add_start()
        for number, step in enumerate(self.process.steps, start=1):
            self._step(number, step)
        return self.drawn()

    def add_start(self) -> None:
        """Draw where the process begins."""
        first = self.process.steps[0]
        trigger = self.ctx.phrases.plain(self.process.trigger, self.process)
        self._add(START, NodeKind.START, first, trigger)
        self._connect(START, first.id)

    def drawn(self) -> FlowGraph:
        """Return the diagram of what has been collected."""
        ctx, process = self.ctx, self.process
        title = ctx.words.say("Flow of {title}", title=ctx.words.translated(process.title.source))
        description = ctx.words.say(
            "{count} {count:step|steps}; the same flow stands below as a list.",
            count=len(process.steps),
        )
        lanes, nodes, edges = self._lanes(), tuple(self.nodes.values()), tuple(self._edges())
        named = (*lanes_and_nodes(lanes, nodes), *(edge.label for edge in edges))
        return FlowGraph(
            lanes=lanes,
            nodes=nodes,
            edges=edges,
            title=title,
            description=description,
            bonds=bonds_in(ctx.bonds, named),
        )

    def _lanes(self) -> tuple[Lane, ...]:
        used = dict.fromkeys(node.lane for node in self.nodes.values())
        return tuple(self._lane(name) for name in used)

    def _lane(self, name: str) -> Lane:
        ctx = self.ctx
        unit = ctx.handbook.units.get(name.removeprefix(_UNIT)) if name.startswith(_UNIT) else None
        if unit is not None:
            title = ctx.words.translated(unit.title.source)
            return Lane(id=name, title=title, href=self.href(Target("unit", unit.unit)))
        if name in ctx.handbook.roles:
            title = ctx.words.translated(ctx.handbook.roles[name].title.source)
            return Lane(id=name, title=title, href=self.href(Target("role", name)))
        return Lane(id=name, title=name)

    def _lane_of(self, step: Step) -> str:
        role = step.responsible or step.accountable or self._lane_before(step)
        found = self.ctx.handbook.roles.get(role)
        if self.by_unit and found and found.unit:
            return f"{_UNIT}{found.unit}"
        return role

    def _lane_before(self, step: Step) -> str:
        """The role of the nearest step from which a bare decision is reached."""
        waiting = [step.id]
        for name in waiting:  # grows on the way
            source = self.process.step(name)
            if source and source.responsible:
                return source.responsible
            before = [way.source for way in self.flow.entries.get(name, ())]
            waiting += [each for each in dict.fromkeys(before) if each not in waiting]
        return self.process.owner

    def _add(self, name: str, kind: NodeKind, step: Step, label: str = "", href: str = "") -> str:
        self.nodes.setdefault(
            name, Node(id=name, kind=kind, lane=self._lane_of(step), label=label, href=href)
        )
        return name

    def _connect(self, source: str, target: str, answers: Iterable[str] = ()) -> None:
        """Draw an arrow; answers that lead the same way share one."""
        self.answers.setdefault((source, target), []).extend(answers)

    def _edges(self) -> Iterator[Edge]:
        for (source, target), answers in self.answers.items():
            label = text_of(
                either(self.ctx.words, [plain(each) for each in dict.fromkeys(answers)])
            )
            yield Edge(id=f"{source}--{target}", source=source, target=target, label=label)

    def _step(self, number: int, step: Step) -> None:
        ways = self.flow.exits[step.id]
        source: str = step.id
        if step.decision:
            kind = NodeKind.INCLUSIVE if step.choose_any else NodeKind.EXCLUSIVE
            label = self.ctx.words.translated(step.title.source)
            self._add(source, kind, step, label, self._step_href(step))
        else:
            self.add_box(number, step)
            if len(ways) > 1 or ways[0].inclusive:
                kind = NodeKind.INCLUSIVE if ways[0].inclusive else NodeKind.EXCLUSIVE
                source = self._add(f"{step.id}.choice", kind, step, self._question(step))
                self._connect(step.id, source)
        for index, way in enumerate(ways):
            self._way(step, way, index, source)
        if source != step.id:
            self._without_idle_gateway(step.id, source)

    def add_box(self, number: int, step: Step) -> None:
        """Draw a step as a box."""
        self.nodes[step.id] = self._task(number, step)

    def _without_idle_gateway(self, step: str, gateway: str) -> None:
        """Take a gateway out whose answers all lead the same way."""
        targets = [target for source, target in self.answers if source == gateway]
        if len(targets) == 1:
            del self.nodes[gateway], self.answers[step, gateway], self.answers[gateway, targets[0]]
            self._connect(step, targets[0])

    def _question(self, step: Step) -> str:
        """Return the name of the field that decides, or a question that any condition answers."""
        decide = step.decide
        field = self.ctx.handbook.form_field(decide.form, decide.field) if decide else None
        return (
            self.ctx.words.translated(field.label.source)
            if field
            else self.ctx.words.say("Which case?")
        )

    def _process_href(self, name: str) -> str:
        """Where a process is told; a draft that is left out has no page."""
        there = name in self.ctx.handbook.processes
        return self.href(Target("process", name)) if there else ""

    def _step_href(self, step: Step) -> str:
        return self.href(step_target(self.process.id, step.id))

    def _task(self, number: int, step: Step) -> Node:
        ctx = self.ctx
        due = text_of(ctx.phrases.deadline(step.due, self.process))
        forms = dict.fromkeys(use.form for use in step.forms)
        notes = [NodeNote(kind=NoteKind.DUE, text=due)] if due and len(due) <= LONGEST_NOTE else []
        for name in forms:
            form = ctx.handbook.forms.get(name)
            if form:
                href = self.href(Target("form", name))
                notes.append(NodeNote(kind=NoteKind.DOCUMENT, text=form.code, href=href))
        title = ctx.words.translated(step.title.source)
        return Node(
            id=step.id,
            kind=NodeKind.TASK,
            lane=self._lane_of(step),
            label=f"{number} {title}",
            notes=tuple(notes),
            href=self._step_href(step),
            detail=self._detail(step, due),
        )

    def _detail(self, step: Step, due: str) -> str:
        ctx = self.ctx
        facts = (
            (
                ctx.words.say("Who does it"),
                text_of(ctx.links.role(step.responsible)) if step.responsible else "",
            ),
            (ctx.words.say("Who decides"), text_of(decider(ctx, step))),
            (ctx.words.say("By when"), due),
            (
                ctx.words.say("Forms"),
                ctx.words.comma.join(
                    text_of(ctx.links.form(name))
                    for name in dict.fromkeys(u.form for u in step.forms)
                ),
            ),
        )
        return ctx.words.semicolon.join(
            f"{label}{ctx.words.say(': ')}{said}" for label, said in facts if said
        )

    def _way(self, step: Step, way: Exit, index: int, source: str) -> None:
        answers = tuple(self.ctx.phrases.plain(each, self.process) for each in way.when)
        source, answers = self._call(step, way, index, source, answers)
        if way.parallel:
            split = f"{step.id}.split-{index + 1}"
            if not way.inclusive:
                self._connect(source, self._add(split, NodeKind.PARALLEL, step), answers)
                source, answers = split, ()
            self._start(step, way.members, source, split, answers)
        elif way.targets:
            self._connect(source, self._entry(way.targets[0], way), answers)
        else:
            self._connect(source, self._end(step, way), answers)

    def _call(
        self, step: Step, way: Exit, index: int, source: str, answers: tuple[str, ...]
    ) -> tuple[str, tuple[str, ...]]:
        """Draw the call of a way, where it has one; return where the way goes on."""
        if not way.call:
            return source, answers
        call = f"{step.id}.call-{index + 1}"
        href = self._process_href(way.call)
        self._add(call, NodeKind.CALL, step, self._process(way.call), href)
        self._connect(source, call, answers)
        return call, ()

    def _start(
        self,
        step: Step,
        members: Sequence[Member],
        source: str,
        split: str,
        answers: tuple[str, ...] = (),
    ) -> None:
        """Draw what starts together; a group inside it starts at a gateway of its own."""
        for number, member in enumerate(members, start=1):
            if isinstance(member, InnerGroup):
                inner = self._add(f"{split}-{number}", NodeKind.PARALLEL, step)
                self._connect(source, inner, answers)
                self._start(step, member.together, inner, inner)
            else:
                self._connect(source, member, answers)

    def _process(self, name: ProcessId) -> str:
        """Return the code of a process and its title on a line of its own."""
        handbook = self.ctx.handbook
        named = {each.id: each for each in (*handbook.left_out, *handbook.process_list)}
        found = named.get(name)
        return f"{found.code}\n{self.ctx.words.translated(found.title.source)}" if found else name

    def _end(self, step: Step, way: Exit) -> str:
        lane = self._lane_of(step)
        if way.hand_over:
            label = self._process(way.hand_over)
            href = self._process_href(way.hand_over)
            name = f"{lane}.to-{way.hand_over}"
            return self._add(name, NodeKind.HAND_OVER, step, label, href)
        label = self.ctx.phrases.plain(way.end, self.process)
        same = [
            node.id
            for node in self.nodes.values()
            if node.kind is NodeKind.END and node.lane == lane and node.label == label
        ]
        if same:
            return same[0]
        ends = sum(node.kind is NodeKind.END for node in self.nodes.values())
        return self._add(f"process.end-{ends + 1}", NodeKind.END, step, label)

    def _entry(self, target: str, way: Exit) -> str:
        """Return where an arrow to a step arrives: at the step, or at the gateway of its join."""
        kind = self.joins.get(target)
        if kind is None or not _waits(self.flow, way, target):
            return target
        return self._joined(target)

    def _joined(self, target: str) -> str:
        """Return the gateway where what leads to a step meets."""
        step = self.process.step(target)  # type: ignore[arg-type]
        name = f"{target}.join"
        if step and name not in self.nodes:
            self._add(name, self.joins[target], step)
            self._connect(name, target)
        return name


def lanes_and_nodes(lanes: tuple[Lane, ...], nodes: tuple[Node, ...]) -> Iterator[str]:
    """Yield the texts of lanes and nodes that are drawn."""
    yield from (lane.title for lane in lanes)
    for node in nodes:
        yield node.label
        yield from (note.text for note in node.notes)


LONGEST_NOTE = 24
"""A due with more characters is left to the table: it would blow the box up."""


def _waits(flow: Flow, way: Exit, target: str) -> bool:
    return any(
        group.join == target and (way.source in group.body or way.inclusive)
        for group in flow.groups
    )
