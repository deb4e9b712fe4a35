"""Where the name of a shape and the condition of an arrow would like to stand, best place first."""

from __future__ import annotations

from dataclasses import replace

import pytest
from flows import graph

from generator.layout import Box, FlowGraph, Orientation
from generator.layout.compose import _Composer
from generator.layout.coordinates import Needs, Placement, place
from generator.layout.label_candidates import (
    LabelCandidates,
    candidates_of_edges,
    candidates_of_nodes,
)
from generator.layout.plan import plan
from generator.layout.sizes import DrawingStyle
from generator.layout.topology import topology_of

HORIZONTAL, VERTICAL = Orientation.HORIZONTAL, Orientation.VERTICAL


def placed(flow: FlowGraph, orientation: Orientation) -> tuple[Needs, Placement]:
    topology = topology_of(flow)
    planned = plan(topology, row_cost=0.3)
    needs = _Composer(flow, topology, planned, DrawingStyle(orientation=orientation)).needs
    return needs, place(needs)


def of_node(
    nodes: str, edges: str, name: str, orientation: Orientation
) -> tuple[LabelCandidates, Box]:
    flow = graph(nodes, edges)
    flow = replace(
        flow,
        nodes=tuple(replace(n, label="结论" if n.id == name else "") for n in flow.nodes),
    )
    needs, placement = placed(flow, orientation)
    (label,) = candidates_of_nodes(flow.nodes, needs, placement)
    number = next(at for at, node in enumerate(flow.nodes) if node.id == name)
    assert label.key == ("node", number)
    return label, placement.boxes[number]


def of_edge(
    nodes: str, edges: str, number: int, orientation: Orientation
) -> tuple[LabelCandidates, Placement]:
    flow = graph(nodes, edges)
    needs, placement = placed(flow, orientation)
    found = {label.key: label for label in candidates_of_edges(needs, placement)}
    return found["edge", number], placement


def spots(label: LabelCandidates, box: Box) -> list[tuple[float, float]]:
    """The first places of a name, from the corner of its shape."""
    return [(place.box.x - box.x, place.box.y - box.y) for place in label.places[:3]]


def test_the_name_of_an_event_stands_below_then_above_then_beside_it() -> None:
    label, box = of_node("(s:x a:x", "s>a", "s", HORIZONTAL)
    width, height = label.places[0].box[2:]
    middle = (box.width - width) / 2
    assert spots(label, box) == [(middle, 40), (middle, 40), (middle, -height - 4)]
    assert [round(place.cost, 2) for place in label.places[:3]] == [0, 0.1, 0.2]
    beside = {(place.box.x - box.x, place.box.y - box.y) for place in label.places[3:5]}
    assert beside == {(40, (36 - height) / 2), (-width - 4, (36 - height) / 2)}


def test_the_name_of_a_gateway_stands_above_it_and_vertical_at_a_corner() -> None:
    label, box = of_node("<g:x a:x b:y", "g>a g>b", "g", HORIZONTAL)
    width, height = label.places[0].box[2:]
    assert spots(label, box)[0] == ((42 - width) / 2, -height - 4)
    vertical, box = of_node("<g:x a:x b:y", "g>a g>b", "g", VERTICAL)
    width, height = vertical.places[0].box[2:]
    inset = 42 / 4  # a diamond leaves room in the corners of its box
    assert spots(vertical, box)[:2] == [
        (42 - inset, -height + inset),
        (-width + inset, -height + inset),
    ]


def test_names_inside_boxes_and_missing_names_wish_for_nothing() -> None:
    flow = graph("(s:x a:x", "s>a")
    needs, placement = placed(flow, HORIZONTAL)
    assert list(candidates_of_nodes(flow.nodes, needs, placement)) == []
    assert list(candidates_of_edges(needs, placement)) == []


def test_a_condition_stands_above_the_beginning_of_a_level_line() -> None:
    label, placement = of_edge("a:x b:x", "a>b:ja", 0, HORIZONTAL)
    (start, _) = placement.lines[0]
    first = label.places[0]
    assert first.cost == 0
    assert start.y - first.box.bottom == 2
    assert first.box.x - start.x == pytest.approx(3)
    below = label.places[1]
    assert (below.box.x, below.box.y - start.y) == (first.box.x, 2)
    costs = [place.cost for place in label.places]
    assert costs == sorted(costs)


def test_a_condition_stands_right_of_an_vertical_line_then_left() -> None:
    label, placement = of_edge("a:x b:x", "a>b:ja", 0, VERTICAL)
    (start, _) = placement.lines[0]
    right, left = label.places[:2]
    assert right.box.x - start.x == 4
    assert start.x - left.box.right == 4


def test_where_two_lines_begin_as_one_the_condition_stands_out_of_sight_of_the_other() -> None:
    label, placement = of_edge("<g:x a:x b:x c:x d:x", "g>a:ja g>b:nein g>c:x g>d:y", 3, HORIZONTAL)
    other, own = placement.lines[1], placement.lines[3]
    assert other[0] == own[0]
    parting = other[1]  # here the other line turns off
    assert parting.y < own[1].y
    assert label.places[0].box.y - parting.y > 16
    assert [place.cost for place in label.places][:2] == [0, 0]


def test_places_keep_clear_of_lane_borders() -> None:
    label, placement = of_edge("a:x m:y b:z", "a>b:ja", 0, HORIZONTAL)
    first, second = placement.lanes[1].y, placement.lanes[2].y
    assert {place.box.y for place in label.places} >= {first + 3}
    assert {place.box.bottom for place in label.places} >= {second - 3}
