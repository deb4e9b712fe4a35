"""The ways an arrow may take between two cells: complete, and the plain ones cheapest."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.layout.shapes import (
    Ends,
    RouteShape,
    Side,
    least_cost,
    side_towards,
    simple_shapes,
    winding_shapes,
)

PLAIN = Ends(from_gateway=False, to_gateway=False, goes_back=False)
BACK = Ends(from_gateway=False, to_gateway=False, goes_back=True)
FROM_GATEWAY = Ends(from_gateway=True, to_gateway=False, goes_back=False)
TO_GATEWAY = Ends(from_gateway=False, to_gateway=True, goes_back=False)
FAR = st.integers(-6, 6)
ENDS = st.builds(Ends, st.booleans(), st.booleans(), st.booleans())


def shape(columns: int, rows: int, ends: Ends, *points: tuple[int, int]) -> RouteShape:
    every = simple_shapes(columns, rows, ends) + winding_shapes(columns, rows, ends)
    return next(each for each in every if each.points == points)


def test_the_next_step_is_reached_by_a_straight_line() -> None:
    first = simple_shapes(1, 0, PLAIN)[0]
    assert first.points == ((0, 0), (2, 0))
    assert (first.leaves, first.arrives) == (Side.RIGHT, Side.LEFT)
    assert first.cost == pytest.approx(2 * 0.07)


def test_a_step_to_another_row_leaves_and_arrives_along_the_flow() -> None:
    first = simple_shapes(2, 1, PLAIN)[0]
    assert (first.leaves, first.arrives) == (Side.RIGHT, Side.UP)  # one bend
    steps = {each.points for each in simple_shapes(2, 1, PLAIN)}
    assert ((0, 0), (1, 0), (1, 2), (4, 2)) in steps  # turns in the channel right behind
    assert ((0, 0), (3, 0), (3, 2), (4, 2)) in steps  # turns right before the target
    assert ((0, 0), (5, 0), (5, 2), (4, 2)) in steps  # goes round it


@pytest.mark.parametrize(
    ("columns", "rows", "points"),
    [
        (2, 0, ((0, 0), (0, 1), (4, 1), (4, 0))),  # below what stands between
        (2, 0, ((0, 0), (0, -1), (4, -1), (4, 0))),
        (2, 0, ((0, 0), (0, 3), (4, 3), (4, 0))),
        (-2, 0, ((0, 0), (0, -3), (-4, -3), (-4, 0))),
        (0, 2, ((0, 0), (1, 0), (1, 4), (0, 4))),
        (0, 2, ((0, 0), (-1, 0), (-1, 4), (0, 4))),
        (-1, 1, ((0, 0), (-1, 0), (-1, 2), (-2, 2))),
        (1, 2, ((0, 0), (0, 3), (2, 3), (2, 4))),
        (1, 2, ((0, 0), (0, 5), (2, 5), (2, 4))),
        (5, 1, ((0, 0), (7, 0), (7, 2), (10, 2))),  # three channels before the target
        (5, 1, ((0, 0), (3, 0), (3, 2), (10, 2))),
    ],
)
def test_these_ways_round_are_known(
    columns: int, rows: int, points: tuple[tuple[int, int], ...]
) -> None:
    assert shape(columns, rows, PLAIN, *points)


def test_a_loop_on_itself_goes_over_or_under_its_step() -> None:
    assert simple_shapes(0, 0, BACK) == ()
    loops = {each.points for each in winding_shapes(0, 0, BACK)}
    assert loops == {
        ((0, 0), (1, 0), (1, -1), (0, -1), (0, 0)),
        ((0, 0), (1, 0), (1, 1), (0, 1), (0, 0)),
    }
    assert least_cost(0, 0, BACK) == winding_shapes(0, 0, BACK)[0].cost


@given(FAR, FAR, ENDS)
def test_every_way_runs_from_end_to_end_at_right_angles(
    columns: int, rows: int, ends: Ends
) -> None:
    simple, winding = simple_shapes(columns, rows, ends), winding_shapes(columns, rows, ends)
    for each in simple + winding:
        assert each.points[0] == (0, 0)
        assert each.points[-1] == (2 * columns, 2 * rows)
        for one, other in pairwise(each.points):
            assert one[0] == other[0] or one[1] == other[1]
        assert each.leaves is side_towards(each.points[0], each.points[1])
        assert each.arrives is side_towards(each.points[-1], each.points[-2])
    assert all(len(each.points) <= 4 for each in simple)
    assert all(len(each.points) in (5, 6) for each in winding)
    for found in (simple, winding):
        assert [each.cost for each in found] == sorted(each.cost for each in found)
        assert least_cost(columns, rows, ends) <= (found[0].cost if found else 99)


@given(FAR, FAR, ENDS)
def test_upwards_is_like_downwards(columns: int, rows: int, ends: Ends) -> None:
    for shapes in (simple_shapes, winding_shapes):
        down = {(round(each.cost, 6), each.points) for each in shapes(columns, rows, ends)}
        up = {
            (round(each.cost, 6), tuple((x, -y) for x, y in each.points))
            for each in shapes(columns, -rows, ends)
        }
        assert down == up


def cost(ends: Ends, *points: tuple[int, int]) -> float:
    """What a way costs beside its bends and its length."""
    found = shape(points[-1][0] // 2, points[-1][1] // 2, ends, *points)
    run = [(abs(b[0] - a[0]), abs(b[1] - a[1])) for a, b in pairwise(points)]
    length = sum(0.07 * along + 0.05 * across for along, across in run)
    return round(found.cost - (len(points) - 2) - length, 6)


def test_what_leaving_and_arriving_elsewhere_costs() -> None:
    straight, down = ((0, 0), (2, 0)), ((0, 0), (0, 2))
    backwards = ((0, 0), (-2, 0))
    assert cost(PLAIN, *straight) == 0
    assert cost(PLAIN, *down) == 0.9  # by the side of a box, into the side of a box
    assert cost(FROM_GATEWAY, *down) == 0.5  # a gateway has sides for that
    assert cost(TO_GATEWAY, *down) == 0.6
    assert cost(PLAIN, *backwards) == 6.0  # by the back, into the front
    assert cost(BACK, *backwards) == 1.2
    assert cost(BACK, *straight) == 0.6


@pytest.mark.parametrize(
    ("other", "side"),
    [((1, 0), Side.RIGHT), ((-1, 0), Side.LEFT), ((0, 1), Side.DOWN), ((0, -1), Side.UP)],
)
def test_sides_are_named_after_where_they_look(other: tuple[int, int], side: Side) -> None:
    assert side_towards((0, 0), other) is side
