"""A plan has no empty columns and rows, and its lines turn only where they must."""

from __future__ import annotations

import pytest
from flows import topology
from hypothesis import given
from hypothesis import strategies as st

from generator.layout.plan import Plan, _renumbered, _scaled, _simplified, plan
from generator.layout.search import Effort


def planned(nodes: str, edges: str, *, ordered: bool = False) -> Plan:
    return plan(topology(nodes, edges, ordered=ordered), row_cost=0.3)


def test_a_chain_takes_one_row_and_straight_lines() -> None:
    found = planned("a:x b:x c:x", "a>b b>c")
    assert (found.columns, found.rows) == (3, 1)
    assert found.routes == (((1, 1), (3, 1)), ((3, 1), (5, 1)))


def test_a_change_of_lanes_goes_straight_down() -> None:
    found = planned("a:x b:y", "a>b")
    assert found.lane_rows == ((0, 1), (1, 2))
    assert found.routes == (((1, 1), (1, 3)),)


def test_a_loop_back_goes_round_what_it_passes() -> None:
    found = planned("a:x b:x c:x", "a>b b>c c>a")
    back = found.routes[2]
    assert (back[0], back[-1]) == ((5, 1), (1, 1))
    assert len(back) == 4
    assert {y for _, y in back} != {1}


def test_a_lane_without_nodes_keeps_a_row() -> None:
    from dataclasses import replace

    flow = replace(topology("a:x b:y", "a>b"), lanes=3)
    assert plan(flow, row_cost=0.3).lane_rows == ((0, 1), (1, 2), (2, 3))


def test_a_map_keeps_its_nodes_where_they_were_declared() -> None:
    found = planned("a:x b:x c:y d:y", "b>c a>d", ordered=True)
    assert found.column == (0, 1, 0, 1)
    assert found.row == (0, 0, 1, 1)


@given(st.sets(st.integers(0, 9)), st.just(10))
def test_numbers_without_the_unused_ones_keep_their_order(used: set[int], count: int) -> None:
    numbers = _renumbered(used, count)
    assert len(numbers) == count + 4
    assert [numbers[old] for old in sorted(used)] == list(range(len(used)))
    assert numbers[count] == numbers[-1] == len(used)


@pytest.mark.parametrize(
    ("points", "line"),
    [
        ([(0, 0), (2, 0), (4, 0)], ((0, 0), (4, 0))),
        ([(0, 0), (0, 2), (0, 4)], ((0, 0), (0, 4))),
        ([(0, 0), (2, 0), (2, 2)], ((0, 0), (2, 0), (2, 2))),
        ([(0, 0), (2, 0), (2, 0), (2, 2)], ((0, 0), (2, 0), (2, 2))),
        ([(0, 0), (2, 0), (2, 2), (2, 0), (4, 0)], ((0, 0), (4, 0))),  # there and back
    ],
)
def test_points_at_which_a_line_does_not_turn_are_dropped(
    points: list[tuple[int, int]], line: tuple[tuple[int, int], ...]
) -> None:
    assert _simplified(points) == line


def test_large_flows_are_searched_longer_but_not_without_end() -> None:
    effort = Effort(moves=100, work=1000, kicking=100)
    assert _scaled(effort, 10) == effort
    assert _scaled(effort, 35) == effort
    double, most = _scaled(effort, 70), _scaled(effort, 1000)
    assert (double.moves, double.work, double.kicking) == (200, 4000, 200)
    assert (most.moves, most.work, most.kicking) == (250, 6250, 250)
