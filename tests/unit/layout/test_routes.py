"""What two arrows cost each other is what a reader would mind."""

from __future__ import annotations

import pytest
from flows import topology

from generator.layout.masks import MaskGrid
from generator.layout.routes import (
    AT_GATEWAY,
    FEEDS,
    IS_FED,
    LABELLED,
    SAME_SOURCE,
    SAME_TARGET,
    TWINS,
    Route,
    clash,
    relations,
)
from generator.layout.shapes import Polyline, RouteShape, side_towards

GRID = MaskGrid(6, 6)
STRANGERS = 0


def route(*line: tuple[int, int]) -> Route:
    points: Polyline = tuple(line)
    leaves, arrives = side_towards(points[0], points[1]), side_towards(points[-1], points[-2])
    return Route(RouteShape(1.5, points, leaves, arrives), points, GRID.masks(points))


def cost(relation: int, a: Route, b: Route) -> float:
    return round(clash(relation, a, b, GRID), 6)


HORIZONTAL, VERTICAL = route((1, 3), (9, 3)), route((5, 1), (5, 7))


def test_a_route_keeps_what_its_shape_says() -> None:
    way = route((1, 3), (4, 3), (4, 7), (9, 7))
    assert way.cost == 1.5
    assert (way.leaves, way.arrives) == (0, 2)
    (piece,) = way.pieces
    assert (piece.vertical, piece.line, piece.low, piece.high) == (True, 4, 3, 7)
    assert way.pieces is way.pieces


def test_arrows_that_keep_apart_cost_nothing() -> None:
    assert cost(STRANGERS, HORIZONTAL, route((1, 5), (9, 5))) == 0


def test_each_crossing_costs() -> None:
    assert cost(STRANGERS, HORIZONTAL, VERTICAL) == 3.0
    twice = route((3, 1), (3, 4), (7, 4), (7, 1))
    assert cost(STRANGERS, HORIZONTAL, twice) == 6.0


def test_strangers_must_not_run_on_one_line() -> None:
    over = route((3, 3), (7, 3))
    assert cost(STRANGERS, HORIZONTAL, over) == 30.0
    assert cost(SAME_TARGET, route((1, 3), (5, 3)), route((3, 3), (5, 3), (5, 5))) == 4.0


def test_arrows_side_by_side_in_a_channel_cost_little_and_crossings_there_as_elsewhere() -> None:
    one, other = route((1, 3), (4, 3), (4, 9), (7, 9)), route((1, 5), (4, 5), (4, 7), (7, 7))
    assert cost(STRANGERS, one, other) == pytest.approx(0.1 + 3.0)
    inner = route((7, 5), (4, 5), (4, 7), (7, 7))
    assert cost(STRANGERS, one, inner) == 0.1


def test_ways_from_one_shape_share_its_port_at_a_price() -> None:
    one, other = route((1, 3), (9, 3)), route((1, 3), (4, 3), (4, 7), (7, 7))
    assert cost(SAME_SOURCE, one, other) == 2.0 + 0.5
    stem = cost(SAME_SOURCE | LABELLED, one, other) - 2.9 - 0.5
    assert 0 < stem < 0.5  # what the two conditions run on one line costs by its length
    longer = route((1, 3), (6, 3), (6, 7), (7, 7))
    assert cost(SAME_SOURCE | LABELLED, one, longer) - 2.9 - 0.5 > stem
    elsewhere = route((1, 3), (1, 7), (7, 7))
    assert cost(SAME_SOURCE | LABELLED, one, elsewhere) == 0


def test_out_and_in_must_not_use_one_port() -> None:
    out, into = route((1, 3), (9, 3)), route((1, 9), (3, 9), (3, 3), (1, 3))
    assert out.leaves == into.arrives
    assert cost(FEEDS, out, into) >= 12.0
    assert cost(IS_FED, into, out) == cost(FEEDS, out, into)
    beside = route((1, 9), (1, 3))
    assert cost(FEEDS, out, beside) == 0


def test_arrows_into_one_shape_merge_but_not_at_a_gateway() -> None:
    one, other = route((1, 3), (9, 3)), route((1, 7), (6, 7), (6, 3), (9, 3))
    assert cost(SAME_TARGET, one, other) == 0
    assert cost(SAME_TARGET | AT_GATEWAY, one, other) == 2.0


def test_merging_from_opposite_sides_looks_as_if_one_led_to_the_other() -> None:
    above = route((1, 1), (6, 1), (6, 5), (9, 5))
    below = route((1, 9), (6, 9), (6, 5), (9, 5))
    assert cost(SAME_TARGET, above, below) == 0.8
    left, right = route((1, 1), (5, 1), (5, 5)), route((9, 1), (5, 1), (5, 5))
    assert cost(SAME_TARGET, left, right) == 0.8
    assert cost(SAME_TARGET, above, route((3, 5), (9, 5))) == 0


def test_twins_must_leave_and_arrive_apart() -> None:
    one = route((1, 3), (9, 3))
    assert cost(TWINS, one, one) == 60.0
    assert cost(TWINS, one, route((1, 3), (1, 5), (9, 5), (9, 3))) == 0
    assert cost(TWINS, one, route((1, 3), (1, 5), (8, 5), (8, 3), (9, 3))) == 30.0


def test_relations_say_which_ends_two_arrows_share() -> None:
    found = relations(topology("<a:x b:x <c:x", "a>b:ja a>c:nein b>c c>a"))
    assert found[0][1] == SAME_SOURCE | LABELLED
    assert found[1][2] == SAME_TARGET | AT_GATEWAY
    assert found[0][2] == IS_FED
    assert found[2][0] == FEEDS
    assert found[0][3] == FEEDS
    plain = relations(topology("a:x b:x c:x", "a>b:ja a>c b>c"))
    assert plain[0][1] == SAME_SOURCE
    assert plain[1][2] == SAME_TARGET
