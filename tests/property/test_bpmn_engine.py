"""The BPMN file of a flow runs in an engine of others as the flow itself is meant."""

from __future__ import annotations

import dataclasses

import pytest
from bpmn_engine import CannotPlayError, Duel, Engine
from flow_again import SOUND_AGAIN
from flow_made import flows
from flow_more import SOUND_MORE
from flow_nested import SOUND_NESTED
from flow_patterns import COMPANY, SOUND
from hypothesis import event, given, settings
from pages import context
from proving import PROVING
from small import book, steps

from generator.document.flow_scopes import flow_scopes
from generator.document.scope import Scope
from generator.layout import Orientation
from generator.model.flow import Flow
from generator.model.handbook import Handbook
from generator.model.process import Process
from generator.renderers.bpmn import bpmn_of_scope
from generator.rules.group_search import Search
from generator.rules.unsound_group import certain_fault

PATTERNS = SOUND | COMPANY | SOUND_MORE | SOUND_AGAIN | SOUND_NESTED
SAMPLE = sorted(PATTERNS)[::6] + list(SOUND_NESTED)


def duel(handbook: Handbook, process: Process) -> Duel:
    decisions = [each.id for each in process.steps if each.decision]
    twin = exported(handbook, with_work(process)) if decisions else b""
    engine = Engine(exported(handbook, process), process.id, decisions, twin)
    return Duel(context(handbook), process, engine)


def exported(handbook: Handbook, process: Process) -> bytes:
    scope = flow_scopes(context(handbook), process, lambda _: "")
    return bpmn_of_scope(scope, process.id, Orientation.HORIZONTAL)


def with_work(process: Process) -> Process:
    """The process with a step of work in place of each bare decision."""
    steps = tuple(dataclasses.replace(each, decision=False) for each in process.steps)
    return dataclasses.replace(process, steps=steps)


@pytest.mark.parametrize("name", PATTERNS if PROVING else SAMPLE)
def test_a_pattern_runs_in_an_engine_as_it_is_meant(name: str) -> None:
    handbook = book(steps(*PATTERNS[name]))
    assert duel(handbook, handbook.processes["take-order"]).difference() == ""


def sound(process: Process, flow: Flow) -> bool:
    """Whether a flow has groups, all of them always come together, and it can always end."""
    titles = {each.id: each.id for each in process.steps}
    if flow.astray or any(certain_fault(flow, each, titles) for each in flow.groups):
        return False
    ends = {step for step, ways in flow.exits.items() if not all(way.targets for way in ways)}
    if not all(flow.reachable((step,)) & ends for step in flow.reachable((flow.start,))):
        return False
    search = Search(flow).run()
    return bool(flow.groups) and search.whole and not search.troubles


@given(flows())
@settings(max_examples=200, deadline=None)
def test_every_flow_can_be_drawn_even_one_whose_groups_cannot_meet(process: Process) -> None:
    handbook = dataclasses.replace(book(), process_list=(process,))
    scope = flow_scopes(context(handbook), process, lambda _: "")
    assert {step.id for step in process.steps} <= set(drawn(scope))


def drawn(scope: Scope) -> list[str]:
    """The ids of all nodes of a scope and of what is inside it."""
    own = [node.id for node in scope.graph.nodes]
    return own + [each for _, inner in scope.inside for each in drawn(inner)]


@given(flows())
@settings(max_examples=1_500 if PROVING else 200, deadline=None)
def test_a_flow_runs_in_an_engine_as_it_is_meant(process: Process) -> None:
    handbook = dataclasses.replace(book(), process_list=(process,))
    if not sound(process, handbook.flows[process.id]):
        event("not sound")
        return
    try:
        found = duel(handbook, process).difference(steps=10, most=150)
    except CannotPlayError:
        event("the engine cannot play it")
        return
    event("played")
    assert found == ""
