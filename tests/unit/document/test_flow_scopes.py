"""The BPMN file shows a group that can be cut as a box, and others with gateways."""

from __future__ import annotations

import pytest
from flow_patterns import COMPANY, SOUND
from pages import context
from small import book, step, steps

from generator.document.flow_scopes import flow_scopes
from generator.document.scope import FlowEventKind, Scope
from generator.layout import NodeKind


def scope_of(*parts: str) -> Scope:
    handbook = book(steps(*parts))
    return flow_scopes(context(handbook), handbook.processes["take-order"], lambda _: "")


def edges(scope: Scope) -> set[tuple[str, str]]:
    return {(each.source, each.target) for each in scope.graph.edges}


def kinds(scope: Scope) -> dict[str, NodeKind]:
    return {each.id: each.kind for each in scope.graph.nodes}


def test_a_plain_group_is_drawn_with_gateways() -> None:
    scope = scope_of(*SOUND["a plain group"])
    assert scope.inside == ()
    assert kinds(scope)["send.join"] is NodeKind.PARALLEL


def test_a_group_with_rework_is_a_box_that_ends_when_nothing_in_it_is_under_way() -> None:
    scope = scope_of(*SOUND["rework: a member sends back to its sibling"])
    ((box, inner),) = scope.inside
    assert kinds(scope)[box] is NodeKind.GROUP
    assert {("take", box), (box, "send")} <= edges(scope)
    assert "send" not in kinds(inner)
    assert {("a", "process.done"), ("b.choice", "process.done")} <= edges(inner)


def test_work_that_is_sent_back_first_stops_what_the_sibling_does() -> None:
    ((_, inner),) = scope_of(*SOUND["rework: a member sends back to its sibling"]).inside
    ((thrower, thrown),) = inner.thrown
    assert thrown.kind is FlowEventKind.SIGNAL
    assert {("b.choice", thrower), (thrower, "a")} <= edges(inner)
    ((edge, caught),) = inner.caught
    assert caught == thrown
    assert ("a", "process.stopped-a") in edges(inner)
    assert edge.endswith("--process.stopped-a")


def test_a_way_out_is_an_event_on_the_border_of_the_box() -> None:
    scope = scope_of(*SOUND["a way out ends the group"])
    ((box, inner),) = scope.inside
    ((end, thrown),) = inner.thrown
    ((edge, caught),) = scope.caught
    assert thrown == caught
    assert thrown.kind is FlowEventKind.ESCALATION
    assert kinds(inner)[end] is NodeKind.END
    target = next(each.target for each in scope.graph.edges if each.id == edge)
    assert kinds(scope)[target] is NodeKind.END
    assert (box, target) in edges(scope)


def test_a_second_entry_asks_inside_from_where_one_comes() -> None:
    ((_, inner),) = scope_of(*SOUND["a second entry into a group with rework"]).inside
    labels = {each.label for each in inner.graph.edges if each.source == "process.entry"}
    assert labels == {"Take", "Send: bad"}


def test_a_second_entry_alone_makes_no_box() -> None:
    scope = scope_of(*SOUND["a second entry into a single member"])
    assert scope.inside == ()
    assert kinds(scope)["send.join"] is NodeKind.INCLUSIVE


def test_groups_that_share_their_work_are_one_box() -> None:
    scope = scope_of(*COMPANY["the same group started for two reasons"])
    ((box, _),) = scope.inside
    assert {("plan", box), ("renew", box)} <= edges(scope)


def test_a_group_inside_work_that_can_be_sent_back_is_a_box_in_the_box() -> None:
    scope = scope_of(
        step("take", "together: [a, b]", "join: send"),
        step("a", "together: [c, d]", "join: e"),
        step("c", "next: e"),
        step("d", "next: e"),
        step("e", "next: send"),
        step("b", "choose: [{when: good, next: send}, {when: bad, next: e}]"),
        step("send", "end: sent"),
    )
    ((_, outer),) = scope.inside
    ((box, _),) = outer.inside
    assert box in {edge.source for edge in outer.graph.edges if edge.id in dict(outer.caught)}


@pytest.mark.parametrize("name", sorted(SOUND | COMPANY))
def test_every_step_is_drawn_once(name: str) -> None:
    parts = (SOUND | COMPANY)[name]

    def drawn(scope: Scope) -> list[str]:
        own = [node.id for node in scope.graph.nodes if node.kind is NodeKind.TASK]
        return own + [each for _, inner in scope.inside for each in drawn(inner)]

    written = [part.split("\n", 1)[0].removeprefix("  - step: ") for part in parts]
    assert sorted(drawn(scope_of(*parts))) == sorted(written)
