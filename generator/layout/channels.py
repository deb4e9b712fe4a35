"""Knows the pieces of routes that run in channels and what their order side by side costs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from generator.layout.shapes import Polyline

OVERLAP = 8
"""Two arms that would lie on each other weigh as much as so many crossings."""


class ChannelSegment(NamedTuple):
    """A piece of a route between two bends, in a channel.

    `vertical` and `line` name the channel; `low` and `high` say from where to where it runs; the
    arms at both ends leave to the smaller side (negative) or the greater side (positive);
    `corner` is the number of the corner at which it begins.
    """

    vertical: bool
    line: int
    low: int
    high: int
    arm_low: int
    arm_high: int
    corner: int


def pieces_of(line: Polyline) -> tuple[ChannelSegment, ...]:
    """Return the pieces that run in channels (even lines of a route in absolute half cells)."""
    found = []
    for index in range(1, len(line) - 2):
        start, end = line[index], line[index + 1]
        axis = 0 if start[0] == end[0] else 1
        if start[axis] & 1:
            continue
        begin, finish = start[1 - axis], end[1 - axis]
        before = line[index - 1][axis] - start[axis]
        after = line[index + 2][axis] - start[axis]
        if begin > finish:
            begin, finish, before, after = finish, begin, after, before
        found.append(ChannelSegment(axis == 0, start[axis], begin, finish, before, after, index))
    return tuple(found)


def beside(one: ChannelSegment, other: ChannelSegment) -> bool:
    """Whether two pieces run along each other or touch in the same channel."""
    return (
        one.line == other.line
        and one.vertical == other.vertical
        and one.low <= other.high
        and other.low <= one.high
    )


def crossings_when_first(first: ChannelSegment, second: ChannelSegment) -> int:
    """Count the crossings when `first` runs on the smaller side of `second`."""
    count = 0
    if second.arm_low < 0:
        count += _meets(first, second.low, at_low=True)
    if second.arm_high < 0:
        count += _meets(first, second.high, at_low=False)
    if first.arm_low > 0 and second.low < first.low < second.high:
        count += 1
    if first.arm_high > 0 and second.low < first.high < second.high:
        count += 1
    return count


def _meets(first: ChannelSegment, place: int, *, at_low: bool) -> int:
    """What an arm towards the smaller side at a place costs against the piece in its way."""
    if first.low < place < first.high:
        return 1
    if place not in (first.low, first.high):
        return 0
    first_at_low = place == first.low
    if (first.arm_low if first_at_low else first.arm_high) <= 0:
        return 0
    if place & 1:  # both arms lie on one centre line
        return OVERLAP
    return 1 if first_at_low == at_low else 0


def crossings_along(
    ones: Sequence[ChannelSegment], others: Sequence[ChannelSegment]
) -> tuple[int, int]:
    """Return how many pieces of two routes run side by side, and how often the routes must cross.

    In each channel the better order counts; where both routes turn together from one channel into
    the next, the order in the one decides that in the other, or they cross at the corner.
    """
    neighbours = crossings = 0
    before: list[_Pair] = []
    for one in ones:
        now: list[_Pair] = []
        for other in others:
            if beside(one, other):
                pair = _Pair(
                    one, other, crossings_when_first(one, other), crossings_when_first(other, one)
                )
                now.append(_after_corner(pair, before) if before else pair)
        neighbours += len(now)
        crossings += sum(min(pair.first, pair.second) for pair in before)
        before = now
    return neighbours, crossings + sum(min(pair.first, pair.second) for pair in before)


class _Pair(NamedTuple):
    """Two neighbours, and the crossings up to here when the one or the other comes first."""

    one: ChannelSegment
    other: ChannelSegment
    first: int
    second: int


def _after_corner(pair: _Pair, before: list[_Pair]) -> _Pair:
    """Take over the crossings of the pair that turns into this one, if there is such a pair."""
    for earlier in before:
        turn = _turn(earlier, pair)
        if turn:
            before.remove(earlier)
            same, opposite = (earlier.first, earlier.second)[::turn]
            return pair._replace(
                first=pair.first + min(same, opposite + 1),
                second=pair.second + min(opposite, same + 1),
            )
    return pair


def _turn(before: _Pair, after: _Pair) -> int:
    """Say how two routes that turn together are ordered before and behind their corner.

    1 when the first of the one channel must be the first of the other one, so that the routes do
    not cross at the corner, -1 when it must be the second, 0 when they do not turn together.
    """
    (one, other), place = after[:2], before.one.line
    if one.corner - before.one.corner != 1 or abs(other.corner - before.other.corner) != 1:
        return 0
    if one.low == other.low == place:
        arm, other_arm, onward = one.arm_low, other.arm_low, 1
    elif one.high == other.high == place:
        arm, other_arm, onward = one.arm_high, other.arm_high, -1
    else:
        return 0
    if arm * other_arm <= 0:
        return 0
    return onward if arm > 0 else -onward
