"""Lines that share a channel run side by side and cross as little as they can."""

from __future__ import annotations

from generator.layout.plan import Plan
from generator.layout.shapes import Polyline
from generator.layout.tracks import Tracks, assign_tracks


def tracks(*routes: Polyline, targets: tuple[int, ...] | None = None) -> Tracks:
    plan = Plan(columns=9, rows=9, column=(), row=(), lane_rows=((0, 9),), routes=routes)
    return assign_tracks(plan, targets or tuple(range(len(routes))))


def test_a_line_alone_takes_the_first_track() -> None:
    found = tracks(((1, 1), (4, 1), (4, 5), (7, 5)))
    assert found.of_piece == {(0, 1): 0}
    assert found.in_channel == {(True, 4): 1}


def test_lines_that_do_not_touch_share_a_track() -> None:
    found = tracks(((1, 1), (4, 1), (4, 3), (7, 3)), ((1, 5), (4, 5), (4, 9), (7, 9)))
    assert found.of_piece == {(0, 1): 0, (1, 1): 0}
    assert found.in_channel == {(True, 4): 1}


def test_lines_side_by_side_are_ordered_so_that_they_do_not_cross() -> None:
    outer, inner = ((1, 1), (4, 1), (4, 9), (1, 9)), ((1, 3), (4, 3), (4, 7), (1, 7))
    assert tracks(outer, inner).of_piece == {(0, 1): 1, (1, 1): 0}
    assert tracks(inner, outer).of_piece == {(0, 1): 0, (1, 1): 1}
    to_the_right = [tuple((8 - x, y) for x, y in line) for line in (outer, inner)]
    assert tracks(*to_the_right).of_piece == {(0, 1): 0, (1, 1): 1}
    assert tracks(outer, inner).in_channel == {(True, 4): 2}


def test_stairs_down_are_ordered_from_right_to_left() -> None:
    first, second = ((1, 1), (4, 1), (4, 5), (7, 5)), ((1, 3), (4, 3), (4, 7), (7, 7))
    assert tracks(first, second).of_piece == {(0, 1): 1, (1, 1): 0}


def test_three_lines_in_one_channel_take_three_tracks() -> None:
    lines = [((1, n), (4, n), (4, 10 - n), (1, 10 - n)) for n in (1, 2, 3)]
    assert tracks(*lines).of_piece == {(0, 1): 2, (1, 1): 1, (2, 1): 0}
    assert tracks(*reversed(lines)).of_piece == {(0, 1): 0, (1, 1): 1, (2, 1): 2}


def test_lines_that_go_the_same_way_to_one_shape_are_one() -> None:
    one, other = ((1, 1), (4, 1), (4, 5), (7, 5)), ((1, 3), (4, 3), (4, 5), (7, 5))
    assert tracks(one, other, targets=(5, 5)).of_piece == {(0, 1): 0, (1, 1): 0}
    apart = tracks(one, other, targets=(5, 6))
    assert sorted(apart.of_piece.values()) == [0, 1]


def test_channels_between_rows_are_others_than_those_between_columns() -> None:
    found = tracks(((1, 1), (1, 4), (5, 4), (5, 7)), ((1, 1), (4, 1), (4, 5), (7, 5)))
    assert found.in_channel == {(False, 4): 1, (True, 4): 1}
