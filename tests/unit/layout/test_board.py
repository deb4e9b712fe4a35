"""The board knows what the drawing costs, and changes it only for the better."""

from __future__ import annotations

import pytest
from boards import board

from generator.layout.board import ANYTHING, Board

CHAIN = ("a:x b:x c:x", "a>b b>c")
TANGLE = ("a:x b:x c:y d:y e:x", "a>d b>c a>e d>e c>e e>a")


def state(of: Board) -> tuple[object, ...]:
    return of.snapshot(), dict(of.node_at), list(of.nodes_in_row), of.occupied


def test_a_chain_costs_its_length_and_its_row() -> None:
    line = board(*CHAIN)
    assert line.total() == pytest.approx(2 * 0.14 + 0.3)
    assert board(*CHAIN, row_cost=2.0).total() == pytest.approx(2 * 0.14 + 2.0)
    assert line.lost() == 0
    assert line.worst_pairs() == []
    assert line.costly_edges() == []


def test_a_node_aside_of_the_others_costs_and_so_does_its_row() -> None:
    line = board(*CHAIN)
    plain = line.total()
    routes = sum(line.route_of(edge).cost for edge in (0, 1))
    line.try_move({1: (1, 0)}, slack=99)
    moved = sum(line.route_of(edge).cost for edge in (0, 1))
    assert line.total() - plain == pytest.approx(moved - routes + 0.3 + 0.05)


def test_columns_are_spared_for_detours_and_more_for_several_entries() -> None:
    assert board(*CHAIN).columns == 3 + 2
    assert board("a:x b:x c:x", "a>c b>c").columns == 2 + 5


def test_arrows_keep_out_of_cells_with_nodes_and_out_of_other_lanes() -> None:
    line = board("a:x b:x c:x", "a>b b>c a>c", spare=0)
    way = line.route_of(2).line
    assert all(0 <= y <= 2 for _, y in way)
    assert len(way) == 4  # round b


def test_a_move_that_saves_is_made_and_any_other_leaves_all_as_it_was() -> None:
    line = board(*CHAIN)
    before = state(line)
    assert line.try_move({1: (1, 0)}) is None
    assert state(line) == before
    assert line.try_move({1: (1, 0)}, slack=99) == {0, 1}
    assert (line.column[1], line.row[1]) == (1, 0)
    assert line.node_at[1, 0] == 1
    assert (1, 1) not in line.node_at
    assert line.nodes_in_row == [1, 2, 0]
    assert line.try_move({1: (1, 1)}) == {0, 1}  # and back, because that saves
    assert state(line) == before


def test_an_arrow_in_the_way_of_a_move_is_routed_anew() -> None:
    line = board("a:x b:x alone:x", "a>b")
    row = line.row[0]
    line.try_move({2: (4, row - 1)}, slack=99)
    line.try_move({1: (3, row)}, slack=99)
    assert line.route_of(0).line == ((1, 2 * row + 1), (7, 2 * row + 1))
    assert line.try_move({2: (1, row)}, slack=99) == {0}
    assert len(line.route_of(0).line) == 4  # now it goes round


def test_no_move_makes_two_steps_of_a_lane_simultaneous() -> None:
    line = board("a:x b:y c:x", "a>b b>c")
    assert (line.column[0], line.column[1], line.column[2]) == (0, 0, 1)
    assert line.try_move({2: (0, line.row[0] - 1)}, slack=99) is None


def test_a_state_can_be_restored() -> None:
    tangle = board(*TANGLE)
    before, cost = state(tangle), tangle.total()
    for node in tangle.topology.nodes:
        row = tangle.row[node]
        first, end = tangle.lane_rows[tangle.topology.lane[node]]
        for other in range(first, end):
            if other != row and (tangle.column[node], other) not in tangle.node_at:
                tangle.try_move({node: (tangle.column[node], other)}, slack=ANYTHING)
                break
    assert state(tangle) != before
    tangle.restore(before[0])  # type: ignore[arg-type]
    assert state(tangle) == before
    assert tangle.total() == cost


def test_sweeping_never_costs_more() -> None:
    tangle = board(*TANGLE)
    before = tangle.total()
    tangle.sweep(4)
    assert tangle.total() <= before
    settled = state(tangle)
    tangle.sweep(1)
    assert state(tangle) == settled


def test_arrows_that_cross_are_the_pairs_to_part() -> None:
    cross = board("a:x b:y c:z d:y", "a>c b>d", spare=0)
    assert cross.worst_pairs() == [(1, 0)]
    assert cross.conflicts == [[0, 3], [3, 0]]
    assert cross.lost() == 3.0
    both = cross.route_of(0).cost + cross.route_of(1).cost
    assert cross.total() == pytest.approx(both + 3 + 3 * 0.3)  # counted once, beside three rows


def test_short_arrows_are_routed_first_and_loops_back_last() -> None:
    line = board("a:x b:x c:x d:x", "a>d b>c c>d d>c a>b")
    assert line.by_length([0, 1, 2, 3, 4]) == [1, 2, 4, 0, 3]


def test_a_detour_is_one_that_a_shorter_way_would_save() -> None:
    line = board("a:x b:x c:x", "a>b b>c a>c", spare=1)
    assert len(line.route_of(2).line) == 4  # round b, where a straight line would do
    assert line.costly_edges() == [2]


def test_work_is_counted_so_that_the_search_ends_everywhere_alike() -> None:
    one, other = board(*TANGLE), board(*TANGLE)
    assert one.work == other.work > 0
    before = one.work
    one.cheapest(0, ANYTHING)
    assert (one.work - before) % len(one.topology.edges) == 0
    assert one.work > before
