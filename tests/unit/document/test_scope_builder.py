"""Each way of a group is drawn in the scope where it leads, over as many borders as it crosses."""

from __future__ import annotations

from flow_patterns import SOUND
from pages import context
from small import book, steps

from generator.document.flow_scopes import flow_scopes
from generator.document.scope_builder import box_of
from generator.model.regions import regions_of


def test_a_way_out_of_two_boxes_leaves_the_outer_one_at_once() -> None:
    handbook = book(steps(*SOUND["a way out of an inner group"]))
    process = handbook.processes["take-order"]
    outer, inner = regions_of(handbook.flows["take-order"]).all
    scope = flow_scopes(context(handbook), process, lambda _: "")
    (caught,) = scope.caught
    assert caught[0].startswith(box_of(outer))
    inside = dict(dict(scope.inside)[box_of(outer)].inside)[box_of(inner)]
    assert [event for _, event in inside.thrown] == [caught[1]]
    assert dict(scope.inside)[box_of(outer)].caught == ()


def test_a_box_is_named_after_the_steps_that_start_together() -> None:
    handbook = book(steps(*SOUND["one or more ways with rework"]))
    scope = flow_scopes(context(handbook), handbook.processes["take-order"], lambda _: "")
    labels = {node.id: node.label for node in scope.graph.nodes}
    assert labels[scope.inside[0][0]] == "One or more: A, B"
