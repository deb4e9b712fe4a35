"""Where nodes stand before the search begins: along the flow, in rows of their own lane."""

from __future__ import annotations

import pytest
from flows import topology

from generator.layout.seating import Seating, seat


def seats(nodes: str, edges: str, *, spare: int = 0, ordered: bool = False) -> Seating:
    return seat(topology(nodes, edges, ordered=ordered), spare=spare)


def test_a_chain_stands_in_one_row() -> None:
    found = seats("a:x b:x c:x", "a>b b>c")
    assert found.columns == (0, 1, 2)
    assert found.rows == (0, 0, 0)
    assert found.lane_rows == ((0, 1),)


def test_the_longest_branch_goes_straight_on() -> None:
    found = seats("<g:x short:x long:x l2:x", "g>short g>long long>l2")
    rows = dict(zip(("g", "short", "long", "l2"), found.rows, strict=True))
    assert rows["g"] == rows["long"] == rows["l2"]
    assert rows["short"] == rows["g"] + 1  # the nearest free row is the one below


def test_a_third_branch_stands_above() -> None:
    found = seats("<g:x a:x b:x c:x", "g>a g>b g>c")
    g, a, b, c = found.rows
    assert (a - g, b - g, c - g) == (0, 1, -1)
    assert found.lane_rows == ((0, 3),)


def test_each_lane_has_its_own_rows_and_spare_ones_on_both_sides() -> None:
    found = seats("a:x b:y", "a>b", spare=2)
    assert found.lane_rows == ((0, 5), (5, 10))
    assert found.rows == (2, 7)


def test_a_lane_without_nodes_has_one_row() -> None:
    from dataclasses import replace

    flow = topology("a:x b:y", "a>b")
    assert seat(replace(flow, lanes=3), spare=0).lane_rows == ((0, 1), (1, 2), (2, 3))


def test_a_row_is_kept_only_within_the_lane() -> None:
    found = seats("<g:x a:x b:y c:y", "g>a g>b a>c")
    assert found.rows[2] == found.lane_rows[1][0] or found.rows[3] == found.lane_rows[1][0]


def test_nodes_without_arrows_fill_rows_of_four() -> None:
    names = " ".join(f"n{number}:x" for number in range(6))
    found = seats(names, "")
    assert found.columns == (0, 1, 2, 3, 0, 1)
    assert found.rows == (0, 0, 0, 0, 1, 1)


def test_nodes_without_arrows_take_no_seat_of_others() -> None:
    found = seats("a:x b:x alone:x", "a>b")
    assert (found.columns[2], found.rows[2]) == (2, 0)


@pytest.mark.parametrize(("place", "cell"), [(5, (5, 0)), (6, (0, 1)), (13, (1, 2))])
def test_on_a_map_six_stand_in_a_row(place: int, cell: tuple[int, int]) -> None:
    names = " ".join(f"n{number}:x" for number in range(14))
    found = seats(names, "", ordered=True)
    assert (found.columns[place], found.rows[place]) == cell
