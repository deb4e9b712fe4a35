"""The order of neighbours in a channel costs the crossings of their arms."""

from __future__ import annotations

from generator.layout.channels import (
    ChannelSegment,
    crossings_along,
    crossings_when_first,
    pieces_of,
)
from generator.layout.shapes import Polyline


def piece(line: Polyline) -> ChannelSegment:
    (found,) = pieces_of(line)
    return found


def test_only_pieces_between_two_bends_stand_in_channels() -> None:
    assert pieces_of(((1, 1), (7, 1))) == ()
    assert pieces_of(((1, 1), (5, 1), (5, 7))) == ()


def test_a_piece_knows_its_channel_and_its_arms() -> None:
    found = piece(((1, 1), (4, 1), (4, 5), (7, 5)))
    assert (found.vertical, found.line, found.low, found.high) == (True, 4, 1, 5)
    assert found.arm_low < 0 < found.arm_high


def test_nested_ways_cross_in_one_order_only() -> None:
    outer = piece(((1, 1), (4, 1), (4, 9), (1, 9)))
    inner = piece(((1, 3), (4, 3), (4, 5), (1, 5)))
    assert crossings_when_first(inner, outer) == 0
    assert crossings_when_first(outer, inner) == 2
    assert crossings_along([outer], [inner]) == (1, 0)


def test_interlocked_ways_cross_in_any_order() -> None:
    one = piece(((1, 1), (4, 1), (4, 5), (7, 5)))
    other = piece(((7, 3), (4, 3), (4, 9), (1, 9)))
    assert crossings_along([one], [other]) == (1, 1)


def test_ways_that_turn_together_keep_their_order_at_the_corner() -> None:
    crossing = pieces_of(((1, 1), (4, 1), (4, 6), (9, 6), (9, 3)))
    beyond = pieces_of(((1, 3), (4, 3), (4, 6), (11, 6), (11, 9)))
    within = pieces_of(((1, 3), (4, 3), (4, 6), (7, 6), (7, 3)))
    assert crossings_along(crossing, beyond) == crossings_along(beyond, crossing) == (2, 0)
    assert crossings_along(crossing, within) == crossings_along(within, crossing) == (2, 1)
