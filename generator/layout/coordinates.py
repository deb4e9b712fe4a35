"""Turns a plan into px: widths of columns, rows, channels and lanes, then every point.

All is reckoned in flow axes, `along` and `cross`; vertical diagrams swap them at the very end.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from generator.layout.drawing import Box, Point
from generator.layout.label_room import LabelRoom
from generator.layout.needs import Needs
from generator.layout.plan import Plan
from generator.layout.shapes import Polyline
from generator.layout.tracks import Tracks

TRACK = 14.0
"""Distance of parallel lines."""
COLUMN_GAP = 36.0
EDGE_GAP = 22.0
ROW_GAP = 8.0
"""Rows of one lane stand so much further apart than rows from the border of their lane."""
BESIDE_TRACK = 12.0
STAYS = 3
"""What it weighs that a line between two shapes of one lane runs in this lane."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """Everything in its place, in px, but for the labels outside of shapes."""

    boxes: tuple[Box, ...]
    lines: tuple[tuple[Point, ...], ...]
    lanes: tuple[Box, ...]
    width: float
    height: float


class _Axis:
    """Where the centre lines and the tracks of each channel lie on one axis."""

    def __init__(self) -> None:
        self.centre: list[float] = []
        self.tracks: list[list[float]] = []
        self.end = 0.0

    def at(self, line: int, track: int) -> float:
        return self.centre[line // 2] if line % 2 else self.tracks[line // 2][track]


def _tracks_from(first: float, count: int) -> list[float]:
    return [first + TRACK * number for number in range(count)]


def place(needs: Needs) -> Placement:
    """Return the coordinates of all shapes, lines and lanes."""
    wanted = LabelRoom(needs)
    along = _columns(needs, wanted)
    cross, bands = _rows(needs, wanted)
    vertical = needs.style.vertical

    def point(u: float, v: float) -> Point:
        return Point(v, u) if vertical else Point(u, v)

    boxes = []
    for number, size in enumerate(needs.sizes):
        centre = point(
            along.centre[needs.plan.column[number]], cross.centre[needs.plan.row[number]]
        )
        boxes.append(
            Box(centre.x - size.width / 2, centre.y - size.height / 2, size.width, size.height)
        )
    lines = []
    for edge, route in enumerate(needs.plan.routes):
        corners = [point(u, v) for u, v in _corners(edge, route, needs.tracks, (along, cross))]
        lines.append(tuple(_clipped(corners, boxes, needs, edge)))
    lanes = tuple(
        Box(low, 0, high - low, along.end) if vertical else Box(0, low, along.end, high - low)
        for low, high in bands
    )
    corner = point(along.end, cross.end)
    return Placement(
        boxes=tuple(boxes), lines=tuple(lines), lanes=lanes, width=corner.x, height=corner.y
    )


def _corners(
    edge: int, route: Polyline, tracks: Tracks, axes: tuple[_Axis, _Axis]
) -> list[tuple[float, float]]:
    """Return the corners of a route; each takes its place from the pieces that meet there."""
    corners = [[0.0, 0.0] for _ in route]
    for tip in (0, -1):
        corners[tip] = [axis.at(line, 0) for axis, line in zip(axes, route[tip], strict=True)]
    for index in range(len(route) - 1):
        start, end = route[index], route[index + 1]
        axis = 0 if start[0] == end[0] else 1
        track = tracks.of_piece.get((edge, index), 0)
        place = axes[axis].at(start[axis], track)
        corners[index][axis] = corners[index + 1][axis] = place
    return [(u, v) for u, v in corners]


def _clipped(
    corners: Sequence[Point], boxes: Sequence[Box], needs: Needs, edge: int
) -> list[Point]:
    """Let a line begin and end at the borders of its shapes instead of their centres."""
    source, target = (boxes[end] for end in needs.ends[edge])
    first = _border(source, corners[0], corners[1])
    last = _border(target, corners[-1], corners[-2])
    return [first, *corners[1:-1], last]


def _border(box: Box, centre: Point, towards: Point) -> Point:
    if abs(towards.x - centre.x) > abs(towards.y - centre.y):
        return Point(box.right if towards.x > centre.x else box.x, centre.y)
    return Point(centre.x, box.bottom if towards.y > centre.y else box.y)


def _columns(needs: Needs, wanted: LabelRoom) -> _Axis:
    axis, at, last = _Axis(), needs.header, needs.plan.columns
    for number in range(last + 1):
        count = needs.tracks.in_channel.get((True, 2 * number), 0)
        low, high = wanted.columns[number].beyond(BESIDE_TRACK)
        tracks = TRACK * (count - 1) + 2 * BESIDE_TRACK if count else BESIDE_TRACK
        between = needs.style.rank_gap if needs.style.vertical else COLUMN_GAP
        gap = max(between if 0 < number < last else EDGE_GAP, low + tracks + high)
        first = at + low + (gap - low - tracks - high) / 2 + BESIDE_TRACK
        axis.tracks.append(_tracks_from(first, count))
        at += gap
        if number < last:
            room = wanted.column_room[number]
            axis.centre.append(at + room.low)
            at += room.low + room.high
    axis.end = at
    return axis


def _rows(needs: Needs, wanted: LabelRoom) -> tuple[_Axis, list[tuple[float, float]]]:
    rows = _Rows(needs, wanted)
    bands = [rows.lane(lane) for lane in range(len(needs.plan.lane_rows))]
    rows.axis.end = rows.at
    return rows.axis, bands


class _Rows:
    """Lays out rows lane by lane.

    The channel between two lanes lies on both sides of their border: each line runs in the lane
    of its source where the order of the tracks allows it, above all when it stays in that lane.
    """

    def __init__(self, needs: Needs, wanted: LabelRoom) -> None:
        self.needs = needs
        self.wanted = wanted
        self.axis = _Axis()
        self.axis.tracks = [[] for _ in range(needs.plan.rows + 1)]
        self.pad = needs.style.row_pad
        self.at = 0.0
        self.before_border = _tracks_before_borders(needs)

    def lane(self, lane: int) -> tuple[float, float]:
        """Place the rows of the next lane; return from where to where it reaches."""
        low = self.at
        first, end = self.needs.plan.lane_rows[lane]
        for row in range(first, end):
            self.at += ROW_GAP if row > first else 0.0
            count = self._count(row)
            behind_source, before_next = self._label_room(row)
            if row > first or row == 0:
                self._channel(row, count, behind_source, before_next)
            else:
                self._channel(row, count - self.before_border[row], 0.0, before_next)
            room = self.wanted.row_room[row]
            self.axis.centre.append(self.at + room.low)
            self.at += room.low + room.high
        count = self.before_border.get(end, self._count(end))
        self._channel(end, count, self._label_room(end)[0], 0.0)
        missing = self.needs.lane_least[lane] - (self.at - low)
        if missing > 0:
            self._spread(first, end, missing / 2, low)
            self.at += missing
        return low, self.at

    def _count(self, row: int) -> int:
        return self.needs.tracks.in_channel.get((False, 2 * row), 0)

    def _label_room(self, row: int) -> tuple[float, float]:
        """Return the room for labels behind the sources before a row, and before this row."""
        return self.wanted.rows[row].beyond(self.pad)

    def _channel(self, row: int, count: int, before: float, after: float) -> None:
        """Place some tracks of the channel before a row, with room for labels on both sides."""
        self.axis.tracks[row] += _tracks_from(self.at + self.pad + before, count)
        tracks = TRACK * (count - 1) + BESIDE_TRACK if count else 0.0
        self.at += self.pad + before + tracks + after

    def _spread(self, first: int, end: int, by: float, low: float) -> None:
        """Move the rows of a lane to the middle of a lane that must be broader."""
        for row in range(first, end):
            self.axis.centre[row] += by
        for row in range(first, end + 1):
            tracks = self.axis.tracks[row]
            self.axis.tracks[row] = [at + by if at > low else at for at in tracks]


def _tracks_before_borders(needs: Needs) -> dict[int, int]:
    """Return for the first row of each lane but the first how many tracks run before its border."""
    plan = needs.plan
    borders = {first for first, _ in plan.lane_rows[1:]}
    votes: dict[int, dict[int, int]] = {row: {} for row in borders}
    for (edge, corner), track in needs.tracks.of_piece.items():
        line, beyond = (y for _, y in plan.routes[edge][corner : corner + 2])
        row = line // 2
        if line == beyond and row in borders:
            source, target = (plan.row[end] for end in needs.ends[edge])
            weight = STAYS if _lane_of(plan, source) == _lane_of(plan, target) else 1
            vote = weight if source < row else -weight
            votes[row][track] = votes[row].get(track, 0) + vote
    return {row: _best_split(count, whole=needs.style.tight) for row, count in votes.items()}


def _lane_of(plan: Plan, row: int) -> int:
    return next(n for n, (first, end) in enumerate(plan.lane_rows) if first <= row < end)


def _best_split(votes: Mapping[int, int], *, whole: bool) -> int:
    """Return how many tracks stand before a border, by what each wins there; `whole`: all or none.

    Tracks on both sides take more room.
    """
    count = max(votes, default=-1) + 1
    won = list(accumulate((votes.get(track, 0) for track in range(count)), initial=0))
    return max({0, count} if whole else range(count + 1), key=lambda split: (won[split], -split))
