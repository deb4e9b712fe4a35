"""The diagram of a process shows the flow as BPMN does."""

from __future__ import annotations

import pytest
from flow_patterns import SOUND
from pages import context, real
from small import book, step, steps

from generator.document.addresses import published
from generator.document.flow_graph import flow_graph
from generator.document.landscape import landscape_graph
from generator.layout import EdgeKind, FlowGraph, NodeKind, NoteKind


def graph(*parts: str, by_unit: bool = False, more: str = "") -> FlowGraph:
    handbook = book(more + steps(*parts))
    process = handbook.processes["take-order"]
    return flow_graph(context(handbook), process, published, by_unit=by_unit)


def kinds(found: FlowGraph) -> dict[str, NodeKind]:
    return {node.id: node.kind for node in found.nodes}


def arrows(found: FlowGraph) -> set[tuple[str, str, str]]:
    return {(edge.source, edge.target, edge.label) for edge in found.edges}


def leads(found: FlowGraph, source: str) -> list[str]:
    return [edge.target for edge in found.edges if edge.source == source]


def test_a_line_of_steps_begins_and_ends() -> None:
    found = graph(step("take"), step("send", "end: sent"))
    start, take, send, end = (node.id for node in found.nodes)
    assert [kinds(found)[each] for each in (start, end)] == [NodeKind.START, NodeKind.END]
    assert arrows(found) == {(start, take, ""), (take, send, ""), (send, end, "")}
    labels = {node.id: node.label for node in found.nodes}
    assert (labels[take], labels[end]) == ("1 Take", "sent")
    assert labels[start] == "A customer orders."


def test_a_choice_is_an_exclusive_gateway_with_conditions_on_its_arrows() -> None:
    found = graph(
        step("take", "choose: [{when: [new, odd], next: note}, {when: known, next: send}]"),
        step("note", "next: send"),
        step("send", "end: sent"),
    )
    (gateway,) = leads(found, "take")
    assert kinds(found)[gateway] is NodeKind.EXCLUSIVE
    assert {each for each in arrows(found) if each[0] == gateway} == {
        (gateway, "note", "new or odd"),
        (gateway, "send", "known"),
    }


def test_a_group_splits_and_joins_in_parallel_gateways() -> None:
    found = graph(
        step("take", "together: [pick, bill]", "join: send"),
        step("pick", "next: send"),
        step("bill", "next: send"),
        step("send", "end: sent"),
    )
    (split,) = leads(found, "take")
    assert kinds(found)[split] is NodeKind.PARALLEL
    assert leads(found, split) == ["pick", "bill"]
    (join,) = leads(found, "pick")
    assert leads(found, "bill") == [join]
    assert kinds(found)[join] is NodeKind.PARALLEL
    assert leads(found, join) == ["send"]


def test_a_join_that_other_ways_reach_too_waits_only_for_the_group() -> None:
    found = graph(
        step(
            "take",
            "choose:",
            "  - {when: all, together: [pick, bill], join: send}",
            "  - {when: none, next: send}",
        ),
        step("pick", "next: send"),
        step("bill", "next: send"),
        step("send", "end: sent"),
    )
    gateway = leads(found, "take")[0]
    assert "send" in leads(found, gateway)
    (join,) = leads(found, "pick")
    assert kinds(found)[join] is NodeKind.PARALLEL


def test_where_a_member_is_also_reached_alone_the_join_is_inclusive() -> None:
    found = graph(
        step(
            "take",
            "choose:",
            "  - {when: all, together: [pick, bill], join: send}",
            "  - {when: one, next: bill}",
        ),
        step("pick", "next: send"),
        step("bill", "next: send"),
        step("send", "end: sent"),
    )
    (join,) = leads(found, "bill")
    assert kinds(found)[join] is NodeKind.INCLUSIVE
    assert leads(found, "pick") == [join]


def test_a_join_does_not_wait_for_each_of_the_ways_that_one_member_may_take() -> None:
    found = graph(
        step("take", "together: [pick, bill]", "join: send"),
        step("pick", "choose: [{when: all there, next: send}, {when: some, next: search}]"),
        step("search", "next: send"),
        step("bill", "next: send"),
        step("send", "end: sent"),
    )
    (join,) = leads(found, "bill")
    assert leads(found, "search") == [join]
    assert kinds(found)[join] is NodeKind.INCLUSIVE


def test_one_or_more_ways_split_and_join_in_inclusive_gateways() -> None:
    found = graph(
        step("take", "choose-any: [{when: a, next: pick}, {when: b, next: send}]", "join: send"),
        step("pick", "next: send"),
        step("send", "end: sent"),
    )
    (split,) = leads(found, "take")
    (join,) = leads(found, "pick")
    assert kinds(found)[split] is kinds(found)[join] is NodeKind.INCLUSIVE
    assert {each for each in arrows(found) if each[0] == split} == {
        (split, "pick", "a"),
        (split, join, "b"),
    }


def test_a_call_stands_between_and_a_hand_over_ends() -> None:
    found = graph(step("take", "call: ship-order"), step("send", "hand-over: ship-order"))
    (call,) = leads(found, "take")
    nodes = {node.id: node for node in found.nodes}
    assert nodes[call].kind is NodeKind.CALL
    assert leads(found, call) == ["send"]
    (over,) = leads(found, "send")
    assert nodes[over].kind is NodeKind.HAND_OVER
    for each in (call, over):
        assert " ".join(nodes[each].label.split()) == "P-01-02 Ship an order"
        assert nodes[each].href == "processes/ship-order.html"


def test_answers_that_all_lead_the_same_way_need_no_gateway() -> None:
    found = graph(step("take", "choose: [{when: a, end: done}, {when: b, end: done}]"))
    assert not any(node.kind.is_gateway for node in found.nodes)
    (onward,) = [edge for edge in found.edges if edge.source == "take"]
    assert onward.label == ""


def test_ends_with_one_label_in_one_lane_are_one() -> None:
    found = graph(
        step("take", "choose: [{when: a, end: done}, {when: b, end: lost}, {when: c, end: done}]")
    )
    ends = [node.label for node in found.nodes if node.kind is NodeKind.END]
    assert ends == ["done", "lost"]
    assert sum(label == "done" for label in ends) == 1
    conditions = {edge.label for edge in found.edges} - {""}
    assert conditions == {"a or c", "b"}, "answers that lead the same way share an arrow"


def test_a_bare_decision_is_a_gateway_in_the_lane_of_who_comes_before() -> None:
    found = graph(
        step("take", role="manager"),
        "  - {decision: known, title: Known?, "
        "choose: [{when: 'yes', next: sure}, {when: 'no', end: a}]}\n",
        "  - {decision: sure, title: Sure?, "
        "choose: [{when: 'yes', end: b}, {when: 'no', next: take}]}\n",
    )
    nodes = {node.id: node for node in found.nodes}
    assert (nodes["known"].kind, nodes["known"].label) == (NodeKind.EXCLUSIVE, "Known?")
    assert nodes["known"].lane == nodes["sure"].lane == nodes["take"].lane == "manager"


def test_steps_named_like_events_are_not_mixed_up_with_them() -> None:
    found = graph(
        step("start", "choose: [{when: a, next: end-1}, {when: b, next: process}]"),
        step("end-1", "end: one"),
        step("process", "end: two"),
    )
    tasks = [node.id for node in found.nodes if node.kind is NodeKind.TASK]
    assert tasks == ["start", "end-1", "process"]
    (event,) = (node.id for node in found.nodes if node.kind is NodeKind.START)
    assert leads(found, event) == ["start"]
    assert len({edge.id for edge in found.edges} | kinds(found).keys()) == len(found.edges) + len(
        found.nodes
    )


def test_two_ways_to_one_step_and_a_step_with_a_number_have_ids_of_their_own() -> None:
    found = graph(
        "  - {decision: which, title: Which?, choose: [{when: a, next: send}, "
        "{when: b, next: send}, {when: c, next: send-2}]}\n",
        step("send", "end: sent"),
        step("send-2", "end: sent twice"),
    )
    ids = [edge.id for edge in found.edges]
    assert len(set(ids)) == len(ids)


def test_a_task_carries_its_due_its_forms_and_what_to_know() -> None:
    found = graph(step("take", "forms: [{fill: order-sheet.order}]", "end: done"))
    take = next(node for node in found.nodes if node.id == "take")
    assert [(note.kind, note.text) for note in take.notes] == [
        (NoteKind.DUE, "within 2 hours"),
        (NoteKind.DOCUMENT, "FM-01-01"),
    ]
    assert take.href == "processes/take-order.html#step-take"
    assert take.detail == (
        "Who does it: Sales clerk; Who decides: Shop manager; By when: within 2 hours; "
        "Forms: FM-01-01 Order sheet"
    )


def test_lanes_are_roles_in_the_order_of_their_first_step() -> None:
    found = graph(step("take", role="manager"), step("send", "end: sent"))
    assert [(lane.id, lane.title, lane.href) for lane in found.lanes] == [
        ("manager", "Shop manager", "roles/manager.html"),
        ("clerk", "Sales clerk", "roles/clerk.html"),
    ]


def test_with_many_roles_lanes_are_units_even_where_a_unit_is_named_like_a_role() -> None:
    names = [f"role-{number}" for number in range(8)]
    organization = (
        "# processes/organization.yml\nunits:\n  - {unit: clerk, title: Front desk}\n"
        "  - {unit: market, title: Customers}\nroles:\n"
        "  - {role: manager, title: Shop manager, unit: clerk, reports-to: market}\n"
        "  - {role: clerk, title: Sales clerk, unit: clerk, reports-to: manager}\n"
        "  - {role: customer, title: Customer, unit: market, external: true}\n"
    )
    for number, name in enumerate(names):
        unit = "clerk" if number % 2 else "market"
        organization += f"  - {{role: {name}, title: {name}, unit: {unit}, reports-to: manager}}\n"
    parts = [step(f"do-{name}", role=name) for name in names]
    found = graph(*parts, step("send", "end: sent"), more=organization)
    assert [(lane.title, lane.href) for lane in found.lanes] == [
        ("Customers", "units/market.html"),
        ("Front desk", "units/clerk.html"),
    ]
    few = graph(*parts[:2], step("send", "end: sent"), more=organization)
    assert [lane.title for lane in few.lanes] == ["role-0", "role-1", "Sales clerk"]
    assert (
        len(graph(*parts[:2], step("send", "end: sent"), more=organization, by_unit=True).lanes)
        == 2
    )


@pytest.mark.parametrize("name", [each.id for each in real().process_list])
def test_every_step_of_the_shipped_handbook_is_drawn_and_reached(name: str) -> None:
    handbook = real()
    process = handbook.processes[name]
    found = flow_graph(context(handbook), process, published)
    nodes = kinds(found)
    assert {each.id for each in process.steps} <= nodes.keys()
    goals = {edge.target for edge in found.edges}
    assert goals == nodes.keys() - {node for node, kind in nodes.items() if kind is NodeKind.START}
    sources = {edge.source for edge in found.edges}
    last = {node for node, kind in nodes.items() if kind in (NodeKind.END, NodeKind.HAND_OVER)}
    assert sources == nodes.keys() - last


def test_the_landscape_shows_who_starts_whom() -> None:
    handbook = book()
    found = landscape_graph(context(handbook), published)
    assert [(lane.id, lane.href) for lane in found.lanes] == [("sales", "chapters/sales.html")]
    labels = [" ".join(node.label.split()) for node in found.nodes]
    assert labels == ["P-01-01 Take an order", "P-01-02 Ship an order"]
    (edge,) = found.edges
    assert (edge.source, edge.target, edge.kind) == ("take-order", "ship-order", EdgeKind.HAND_OVER)


def test_the_landscape_of_a_chapter_has_its_neighbours() -> None:
    handbook = real()
    for chapter in handbook.settings.chapters:
        found = landscape_graph(context(handbook), published, chapter.chapter)
        shown = {node.id for node in found.nodes}
        own = {each.id for each in handbook.processes_of_chapter(chapter.chapter)}
        assert own <= shown
        for each in handbook.neighbours:
            if {each.source.id, each.target.id} & own:
                assert {each.source.id, each.target.id} <= shown


def test_a_process_in_no_known_chapter_is_left_out_of_the_landscape() -> None:
    more = "# processes/handbook.yml\nrules: {HB213: warning}\n# processes/buying/buy.yml\n"
    more += "code: P-02-01\ntitle: Buy\nowner: manager\napprover: manager\npurpose: Buy.\n"
    more += "revisions: [{version: V1.0, date: 2026-01-01, approved: 2026-01-01, change: x}]\n"
    more += "steps:\n" + step("ask", "hand-over: take-order")
    found = landscape_graph(context(book(more)), published)
    assert "buy" not in kinds(found)


def test_a_group_inside_a_group_splits_and_joins_in_its_own_gateways() -> None:
    found = graph(*SOUND["a group as member of a group"])
    nodes = kinds(found)
    (outer,) = leads(found, "take")
    inner, single = leads(found, outer)
    assert single == "d"
    assert leads(found, inner) == ["a", "b"]
    (meet,) = leads(found, "a")
    assert leads(found, "b") == [meet]
    assert leads(found, meet) == ["c"]
    assert leads(found, "c") == leads(found, "d")
    gateways = {outer, inner, meet, *leads(found, "c")}
    assert {nodes[each] for each in gateways} == {NodeKind.PARALLEL}


def test_a_way_of_choose_any_that_is_a_group_splits_again() -> None:
    found = graph(*SOUND["one or more ways, one of them a group"])
    (choice,) = leads(found, "take")
    inner, single = leads(found, choice)
    assert (leads(found, inner), single) == (["a", "b"], "d")
    assert kinds(found)[inner] is NodeKind.PARALLEL
