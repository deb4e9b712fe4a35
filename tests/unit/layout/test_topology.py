"""Loops back and ranks are what a reader of the steps would say."""

from __future__ import annotations

import pytest
from flows import graph, topology

from generator.layout import FlowGraph
from generator.layout.topology import topology_of


def loops(drawn: FlowGraph) -> set[str]:
    return {drawn.edges[edge].id for edge in topology_of(drawn).feedback}


def test_a_step_back_is_a_loop() -> None:
    assert loops(graph("a:x b:x c:x", "a>b b>c c>b")) == {"c>b"}


def test_the_order_of_the_steps_says_which_of_two_ways_leads_back() -> None:
    drawn = graph("a:x b:x c:x d:x e:x", "a>b a>d b>c c>d c>e d>b")
    assert loops(drawn) == {"d>b"}


def test_a_jump_to_an_earlier_step_that_closes_no_circle_is_no_loop() -> None:
    assert loops(graph("a:x c:x b:x", "a>b b>c")) == set()


def test_a_walk_from_the_start_wins_where_the_order_says_nothing() -> None:
    drawn = graph("d:x b:x c:x s:x a:x", "s>a a>b a>c b>d c>d d>a")
    assert loops(drawn) == {"d>a"}


def test_a_loop_on_itself_is_a_loop() -> None:
    assert loops(graph("a:x b:x", "a>a a>b")) == {"a>a"}


def test_steps_of_one_lane_stand_in_a_row() -> None:
    assert topology_of(graph("a:x b:x c:x", "a>b b>c")).rank == (0, 1, 2)


def test_a_simple_change_of_lanes_stays_in_its_column() -> None:
    assert topology_of(graph("a:x b:y c:y", "a>b b>c")).rank == (0, 0, 1)


def test_a_change_of_lanes_over_an_occupied_lane_does_not() -> None:
    drawn = graph("s:x m:y a:x b:z", "s>m a>b")
    assert topology_of(drawn).rank == (0, 0, 0, 1)


def test_the_nodes_after_a_loop_back_stay_where_the_flow_puts_them() -> None:
    found = topology("a:x b:x c:x", "a>b b>c c>b")
    assert found.rank == (0, 1, 2)
    assert found.onward == ((0,), (1,), ())
    assert found.inward == ((), (0,), (1,))
    assert found.edges_of == ((0,), (0, 1, 2), (1, 2))
    assert found.order == (0, 1, 2)


def test_only_a_simple_change_of_lanes_stays_in_its_column() -> None:
    assert topology("a:x b:y c:x", "a>b a>c").rank == (0, 1, 1)  # a parting is no simple change
    assert topology("a:x b:x c:y", "a>c b>c").rank == (0, 0, 1)  # nor is a join
    assert topology("a:x b:y c:x", "a>b b>c").rank == (0, 0, 1)  # nobody works twice at one time


def test_what_ends_right_behind_a_gateway_may_stand_beside_it() -> None:
    found = topology("<g:x )e:x a:x )f:x", "g>e g>a a>f")
    assert found.dead_ends == {0}
    assert found.step_between(0) == 0
    assert found.step_between(1) == 1
    assert topology("a:x )e:x", "a>e").dead_ends == set()


def test_between_lanes_a_step_may_stay_in_its_column() -> None:
    found = topology("a:x b:y c:y", "a>b b>c")
    assert [found.step_between(edge) for edge in found.edges] == [0, 1]


def test_a_node_with_more_ways_than_sides_is_crowded() -> None:
    ways = "g>a g>b g>c g>d"
    assert topology("<g:x a:x b:x c:x d:x", ways).crowded == set()
    assert topology("<g:x a:x b:x c:x d:x e:x", f"{ways} g>e").crowded == {0}
    assert topology("s:x <g:x a:x b:x c:x d:x", f"s>g {ways}").crowded == {1}  # one side is for s


def test_entries_are_where_flows_begin() -> None:
    assert topology("a:x b:x c:x alone:x", "a>c b>c").entries == 2


@pytest.mark.parametrize(
    ("columns", "back"), [((0, 0, 0), True), ((0, 0, 1), False), ((0, 1, 1), False)]
)
def test_a_path_within_a_column_must_not_return_to_its_lane(
    columns: tuple[int, ...], back: bool
) -> None:
    found = topology("a:x b:y c:x", "a>b b>c")
    assert found.comes_back(0, columns) is back
    assert found.comes_back(2, columns) is back


def test_a_dead_end_may_stand_in_the_column_of_its_gateway() -> None:
    found = topology("<g:x )e:x a:x", "g>e g>a")
    assert not found.comes_back(0, (0, 0, 1))


def test_on_a_map_places_in_the_lane_are_columns_and_ways_to_the_left_lead_back() -> None:
    found = topology("a:x b:x c:y d:y", "a>b b>a a>c d>b c>d", ordered=True)
    assert found.rank == (0, 1, 0, 1)
    assert found.feedback == {1, 3}  # b>a, and d>b: to an earlier node of the same place
    assert found.ordered


def test_gateways_and_labels_are_known_by_number() -> None:
    found = topology("a:x <g:y b:x", "a>g g>b:ja")
    assert found.is_gateway == (False, True, False)
    assert found.has_label == (False, True)
    assert found.lane == (0, 1, 0)
    assert (found.source, found.target) == ((0, 1), (1, 2))
