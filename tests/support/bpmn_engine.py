"""Plays the BPMN file of a process in SpiffWorkflow, an engine that others wrote.

The harness adds what a drawing for readers leaves open: who finishes a task when (tasks become
manual ones) and which way is taken at a gateway (each condition is the name of the flow). What the
file means is left to the engine.

A bare decision is a gateway, where BPMN lets nothing wait; but somebody makes it at some time, and
until then it is work that can be sent back or stopped. So it gets a task, and that task gets the
events on its border which the file would show if the decision were a step with work (the twin).
"""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from lxml import etree
from SpiffWorkflow.bpmn import BpmnWorkflow
from SpiffWorkflow.bpmn.parser import BpmnParser
from SpiffWorkflow.bpmn.script_engine import PythonScriptEngine
from SpiffWorkflow.util.task import TaskState

from generator.document.context import Context
from generator.model.process import Process
from generator.model.ways import Exit
from generator.rules.group_play import Play, Situation, Work

_BPMN = "{http://www.omg.org/spec/BPMN/20100524/MODEL}"
_STEP = re.compile(r"Node_(?:.*\.)?([a-z0-9-]+)")
_FROM = "from: "
_LIVE = TaskState.READY | TaskState.WAITING | TaskState.STARTED

Move = tuple[str, tuple[str, ...]]
"""A step that is finished, and the names of the flows that are taken behind it."""


class CannotPlayError(Exception):
    """The engine looks ahead for ever: a loop that only an event on a border leaves."""


class Conditions(PythonScriptEngine):
    """Knows which flows are taken at gateways: those with one of the chosen names."""

    def __init__(self) -> None:
        super().__init__()
        self.chosen: frozenset[str] = frozenset()

    def evaluate(self, task: Any, expression: str, external_context: Any = None) -> bool:
        """Whether a flow with a name is taken; a name may give several answers."""
        del task, external_context
        asked, name = expression.startswith(_FROM), expression.removeprefix(_FROM)
        answers = (each for each in self.chosen if each.startswith(_FROM) == asked)
        return any(_gives(name, each.removeprefix(_FROM)) for each in answers)


def _gives(name: str, answer: str) -> bool:
    """Whether an answer is one of those that the name of a flow gives: A, B or C."""
    between = ", | or |、|或"
    return bool(re.search(rf"(?:^|{between}){re.escape(answer)}(?:{between}|$)", name))


class Engine:
    """One run of a process; `ready` are its steps that somebody may finish next."""

    def __init__(
        self, body: bytes, process: str, decisions: Collection[str] = (), twin: bytes = b""
    ) -> None:
        parser = BpmnParser()
        root = _with_tasks(_with_conditions(body), decisions)
        parser.add_bpmn_xml(_with_borders(root, twin, decisions) if twin else root)
        self._spec = parser.get_spec(f"Process_{process}")
        self._inner = parser.get_subprocess_specs(f"Process_{process}")
        self.play(())

    def play(self, moves: Sequence[Move]) -> None:
        """Begin the process anew and make some moves."""
        self._conditions = Conditions()
        try:
            self._run = BpmnWorkflow(self._spec, self._inner, script_engine=self._conditions)
            self._go_on()
        except RecursionError as error:
            raise CannotPlayError from error
        for step, chosen in moves:
            self.finish(step, chosen)

    def finish(self, step: str, chosen: Collection[str]) -> None:
        """Finish a step and take the flows with some names behind it."""
        self._conditions.chosen = frozenset(chosen)
        next(each for each in self._tasks() if _step(each) == step).run()
        self._go_on()

    def _go_on(self) -> None:
        """Let the engine do what needs nobody; a process that is called comes back at once."""
        self._run.do_engine_steps()
        while calls := [each for each in self._tasks() if ".call-" in each.task_spec.name]:
            calls[0].run()
            self._run.do_engine_steps()

    def _tasks(self) -> list[Any]:
        ready = self._run.get_tasks(state=TaskState.READY)
        return [each for each in ready if each.task_spec.manual]

    @property
    def ready(self) -> Counter[str]:
        """The steps at work, each as often as it is."""
        return Counter(_step(each) for each in self._tasks())

    @property
    def ended(self) -> bool:
        """Whether the process has ended."""
        return bool(self._run.completed)

    @property
    def marking(self) -> frozenset[tuple[str, str, int, int]]:
        """All that is under way or waits, so that equal ones go on alike."""
        live = self._run.get_tasks(state=_LIVE)
        where = Counter((str(t.workflow.spec.name), t.task_spec.name, int(t.state)) for t in live)
        return frozenset((*key, count) for key, count in where.items())


def _step(task: Any) -> str:
    match = _STEP.fullmatch(task.task_spec.name)
    return match[1] if match else str(task.task_spec.name)


def _with_conditions(body: bytes) -> etree._Element:
    """The document with manual tasks, and with a condition for each flow behind a gateway."""
    root = etree.fromstring(body)
    for process in root.iter(f"{_BPMN}process"):
        process.set("isExecutable", "true")
    for tag in ("task", "callActivity"):
        for each in root.iter(f"{_BPMN}{tag}"):
            each.tag = f"{_BPMN}manualTask"
    gates = {
        each.get("id")
        for tag in ("exclusiveGateway", "inclusiveGateway")
        for each in root.iter(f"{_BPMN}{tag}")
    }
    splits = Counter(each.get("sourceRef") for each in root.iter(f"{_BPMN}sequenceFlow"))
    for flow in root.iter(f"{_BPMN}sequenceFlow"):
        if flow.get("sourceRef") in gates and splits[flow.get("sourceRef")] > 1:
            condition = etree.SubElement(flow, f"{_BPMN}conditionExpression")
            # Inside a group the question is from where one comes.
            entry = str(flow.get("sourceRef")).endswith("process.entry")
            condition.text = f"{_FROM * entry}{flow.get('name', '')}"
    return root


def _with_tasks(root: etree._Element, decisions: Collection[str]) -> etree._Element:
    """The document with a task before each bare decision, which somebody makes at some time."""
    gates = [
        each
        for tag in ("exclusiveGateway", "inclusiveGateway")
        for each in root.iter(f"{_BPMN}{tag}")
        if (match := _STEP.fullmatch(each.get("id", ""))) and match[1] in decisions
    ]
    for gate in gates:
        name, own = str(gate.get("id")), f"Gate_{gate.get('id')}"
        for flow in root.iter(f"{_BPMN}sequenceFlow"):
            if flow.get("sourceRef") == name:
                flow.set("sourceRef", own)
        gate.set("id", own)
        around = gate.getparent()
        assert around is not None
        etree.SubElement(around, f"{_BPMN}manualTask", id=name)
        way = {"id": f"Flow_{own}", "sourceRef": name, "targetRef": own}
        etree.SubElement(around, f"{_BPMN}sequenceFlow", way)
    return root


def _with_borders(root: etree._Element, twin: bytes, decisions: Collection[str]) -> etree._Element:
    """The document with what stops a decision that waits, as on the border of a step of its twin.

    What is stopped there just ends, so the copies lead nowhere.
    """
    tasks = {str(each.get("id")): each for each in root.iter(f"{_BPMN}manualTask")}
    for border in etree.fromstring(twin).iter(f"{_BPMN}boundaryEvent"):
        host = str(border.get("attachedToRef"))
        match = _STEP.fullmatch(host)
        if host in tasks and match and match[1] in decisions:
            for way in border.findall(f"{_BPMN}outgoing"):
                border.remove(way)
            around = tasks[host].getparent()
            assert around is not None
            around.append(border)
    return root


@dataclass
class Duel:
    """The flow's own simulator and the engine, move by move."""

    ctx: Context
    process: Process
    engine: Engine

    def difference(self, *, steps: int = 12, most: int = 100_000) -> str:
        """Return what differs in some order of up to so many steps, empty where nothing does.

        Orders that lead to the same state of both go on alike and are followed once.
        """
        flow = self.ctx.handbook.flows[self.process.id]
        play = Play(flow, set())
        waiting: deque[tuple[Situation, tuple[Move, ...]]] = deque()
        waiting.append((Situation(frozenset({Work(flow.start)})), ()))
        seen: set[object] = set()
        while waiting and len(seen) < most:
            here, path = waiting.popleft()
            for work in sorted(here.work):
                for ways in play.choices(work):
                    there = play.move(here, work, ways)
                    moves = (*path, self._move(work, ways))
                    self.engine.play(moves)
                    if said := self._told(there, moves):
                        return said
                    state = (there, self.engine.marking)
                    if state not in seen and len(moves) < steps:
                        seen.add(state)
                        waiting.append((there, moves))
        return ""

    def _move(self, work: Work, ways: Sequence[Exit]) -> Move:
        step = self.process.step(work.step)
        title = self.ctx.words.translated(step.title.source) if step else work.step
        plain = self.ctx.phrases.plain
        said = [plain(each, self.process) for way in ways for each in way.when]
        colon = self.ctx.words.say(": ")
        origins = (title, *(f"{title}{colon}{each}" for each in said))
        return work.step, (*said, *(f"{_FROM}{each}" for each in origins))

    def _told(self, there: Situation, moves: Sequence[Move]) -> str:
        want = Counter(each.step for each in there.work)
        if self.engine.ready == want and self.engine.ended == (not there.work):
            return ""
        path = " → ".join(step for step, _ in moves)
        return f"after {path}: {dict(want)}, in the engine {dict(self.engine.ready)}"
