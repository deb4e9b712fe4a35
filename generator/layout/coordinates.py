"""Turns a plan into px: widths of columns, rows, channels and lanes, then every point.

All is reckoned in flow axes, `along` and `across`; upright diagrams swap them at the very end.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.layout.channels import Piece, pieces_of
from generator.layout.drawing import Box, Point
from generator.layout.plan import Plan
from generator.layout.shapes import Polyline, Side, side_towards
from generator.layout.sizes import Label, Sized, Style
from generator.layout.tracks import Tracks

TRACK = 14.0
"""Distance of parallel lines."""
COLUMN_GAP, COLUMN_GAP_UPRIGHT = 36.0, 28.0
EDGE_GAP = 22.0
ROW_GAP = 8.0
"""Rows of one lane stand so much further apart than rows from the border of their lane."""
BESIDE_TRACK = 12.0
LABEL_MARGIN = 10.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Needs:
    """Everything that takes room: the plan, its tracks, sizes of nodes, labels, lane headers.

    Room is reserved for `labels`; `broad_labels` are the same in fewer lines, for where there is
    more. `header` is how deep lane headers are (along the flow), `lane_least` how broad each lane
    is at least.
    """

    plan: Plan
    tracks: Tracks
    sizes: tuple[Sized, ...]
    ends: tuple[tuple[int, int], ...]
    labels: tuple[Label, ...]
    broad_labels: tuple[Label, ...]
    lane_least: tuple[float, ...]
    header: float
    style: Style


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """Everything in its place, in px, but for the labels outside of shapes."""

    boxes: tuple[Box, ...]
    lines: tuple[tuple[Point, ...], ...]
    lanes: tuple[Box, ...]
    width: float
    height: float


class _Axis:
    """Where the centre lines and the first tracks of the channels lie on one axis."""

    def __init__(self) -> None:
        self.centre: list[float] = []
        self.first_track: list[float] = []
        self.end = 0.0

    def at(self, line: int, track: int) -> float:
        if line % 2:
            return self.centre[line // 2]
        return self.first_track[line // 2] + TRACK * track


def place(needs: Needs) -> Placement:
    """Return the coordinates of all shapes, lines and lanes."""
    wanted = _LabelRoom(needs)
    along = _columns(needs, wanted)
    across, bands = _rows(needs, wanted)
    upright = needs.style.upright

    def point(u: float, v: float) -> Point:
        return Point(v, u) if upright else Point(u, v)

    boxes = []
    for number, size in enumerate(needs.sizes):
        centre = point(
            along.centre[needs.plan.column[number]], across.centre[needs.plan.row[number]]
        )
        boxes.append(
            Box(centre.x - size.width / 2, centre.y - size.height / 2, size.width, size.height)
        )
    lines = []
    for edge, route in enumerate(needs.plan.routes):
        corners = [point(u, v) for u, v in _corners(edge, route, needs.tracks, (along, across))]
        lines.append(tuple(_clipped(corners, boxes, needs, edge)))
    lanes = tuple(
        Box(low, 0, high - low, along.end) if upright else Box(0, low, along.end, high - low)
        for low, high in bands
    )
    corner = point(along.end, across.end)
    return Placement(
        boxes=tuple(boxes), lines=tuple(lines), lanes=lanes, width=corner.x, height=corner.y
    )


def _corners(
    edge: int, route: Polyline, tracks: Tracks, axes: tuple[_Axis, _Axis]
) -> list[tuple[float, float]]:
    """Return the corners of a route; each takes its place from the pieces that meet there."""
    corners = [[axes[0].at(x, 0), axes[1].at(y, 0)] for x, y in route]
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


class _LabelRoom:
    """How much room the labels of edges want in the channels next to their sources."""

    def __init__(self, needs: Needs) -> None:
        self.needs = needs
        plan, sizes = needs.plan, needs.sizes
        self.column_room = [
            (
                max((sizes[n].room.before for n in _in(plan.column, c)), default=20.0),
                max((sizes[n].room.after for n in _in(plan.column, c)), default=20.0),
            )
            for c in range(plan.columns)
        ]
        self.row_room = [
            (
                max((sizes[n].room.above for n in _in(plan.row, r)), default=24.0),
                max((sizes[n].room.below for n in _in(plan.row, r)), default=24.0),
            )
            for r in range(plan.rows)
        ]
        self._pieces: dict[tuple[bool, int], list[Piece]] = {}
        for piece in (piece for route in plan.routes for piece in pieces_of(route)):
            self._pieces.setdefault((piece.upright, piece.line), []).append(piece)
        self.columns = [[0.0, 0.0] for _ in range(plan.columns + 1)]
        self.rows = [[0.0, 0.0] for _ in range(plan.rows + 1)]
        for edge, label in enumerate(needs.labels):
            if label.lines:
                self._want(edge, label)
                self._want_beside(edge, label)

    def _want(self, edge: int, label: Label) -> None:
        """Note what is wanted behind the source (0) or before the next column or row (1)."""
        plan = self.needs.plan
        source = self.needs.ends[edge][0]
        side = side_towards(plan.routes[edge][0], plan.routes[edge][1])
        sideways = side in (Side.RIGHT, Side.LEFT)
        number = plan.column[source] if sideways else plan.row[source]
        forward = side in (Side.RIGHT, Side.DOWN)
        half = self._half(source, along=sideways)
        rooms = self.column_room if sideways else self.row_room
        length = label.width if sideways != self.needs.style.upright else label.height
        spare = rooms[number][1 if forward else 0] - half + self._beyond(edge, sideways, forward)
        wanted = length + LABEL_MARGIN - spare
        channels = self.columns if sideways else self.rows
        channel = channels[number + forward]
        channel[not forward] = max(channel[not forward], wanted)

    def _want_beside(self, edge: int, label: Label) -> None:
        """Keep a high label beside a line across an upright flow clear of the next ranks."""
        route = self.needs.plan.routes[edge]
        if self.needs.style.upright and route[0][0] == route[1][0]:
            column = self.needs.plan.column[self.needs.ends[edge][0]]
            least = label.height + LABEL_MARGIN - COLUMN_GAP_UPRIGHT
            before, after = self.column_room[column]
            self.column_room[column] = (max(before, least), max(after, least))

    def _half(self, node: int, *, along: bool) -> float:
        size = self.needs.sizes[node]
        return (size.width if along != self.needs.style.upright else size.height) / 2

    def _beyond(self, edge: int, sideways: bool, forward: bool) -> float:  # noqa: FBT001
        """The room behind the channel, when the first piece of the route goes on through it."""
        route = self.needs.plan.routes[edge]
        axis = 0 if sideways else 1
        end = route[1][axis]
        source = route[0][axis]
        if (end % 2 == 0 and abs(end - source) == 1) or self._crossed(edge, axis, forward):
            return 0.0
        rooms = self.column_room if sideways else self.row_room
        number = source // 2 + (1 if forward else -1)
        room = rooms[number][0 if forward else 1]
        if end != 2 * number + 1:
            return 2 * room
        if len(route) == 2:  # noqa: PLR2004 - it arrives there
            return room - self._half(self.needs.ends[edge][1], along=sideways)
        return room - 4

    def _crossed(self, edge: int, axis: int, forward: bool) -> bool:  # noqa: FBT001
        """Whether a line runs across the first piece of a route in the channel next to its source.

        The label stands before that line.
        """
        start = self.needs.plan.routes[edge][0]
        channel = (axis == 0, start[axis] + (1 if forward else -1))
        pieces = self._pieces.get(channel, ())
        return any(piece.low < start[1 - axis] < piece.high for piece in pieces)


def _in(places: Sequence[int], number: int) -> list[int]:
    return [node for node, place in enumerate(places) if place == number]


def _columns(needs: Needs, wanted: _LabelRoom) -> _Axis:
    axis, at, last = _Axis(), needs.header, needs.plan.columns
    for number in range(last + 1):
        count = needs.tracks.in_channel.get((True, 2 * number), 0)
        low, high = (max(0.0, want - BESIDE_TRACK) for want in wanted.columns[number])
        tracks = TRACK * (count - 1) + 2 * BESIDE_TRACK if count else BESIDE_TRACK
        between = COLUMN_GAP_UPRIGHT if needs.style.upright else COLUMN_GAP
        gap = max(between if 0 < number < last else EDGE_GAP, low + tracks + high)
        axis.first_track.append(at + low + (gap - low - tracks - high) / 2 + BESIDE_TRACK)
        at += gap
        if number < last:
            before, after = wanted.column_room[number]
            axis.centre.append(at + before)
            at += before + after
    axis.end = at
    return axis


def _rows(needs: Needs, wanted: _LabelRoom) -> tuple[_Axis, list[tuple[float, float]]]:
    rows = _Rows(needs, wanted)
    bands = [rows.lane(lane) for lane in range(len(needs.plan.lane_rows))]
    rows.axis.end = rows.at
    return rows.axis, bands


class _Rows:
    """Lays out rows lane by lane."""

    def __init__(self, needs: Needs, wanted: _LabelRoom) -> None:
        self.needs = needs
        self.wanted = wanted
        self.axis = _Axis()
        self.pad = needs.style.row_pad
        self.at = 0.0

    def lane(self, lane: int) -> tuple[float, float]:
        """Place the rows of the next lane; return from where to where it reaches."""
        low = self.at
        first, end = self.needs.plan.lane_rows[lane]
        for row in range(first, end):
            self.at += ROW_GAP if row > first else 0.0
            self._channel(row)
            above, below = self.wanted.row_room[row]
            self.axis.centre.append(self.at + above)
            self.at += above + below
        if end == self.needs.plan.rows:
            self._channel(end)
        else:
            self.at += self.pad
        missing = self.needs.lane_least[lane] - (self.at - low)
        if missing > 0:
            self._spread(first, end, missing / 2)
            self.at += missing
        return low, self.at

    def _channel(self, row: int) -> None:
        """Place the channel before a row."""
        count = self.needs.tracks.in_channel.get((False, 2 * row), 0)
        low, high = (max(0.0, want - self.pad) for want in self.wanted.rows[row])
        tracks = TRACK * (count - 1) + BESIDE_TRACK if count else 0.0
        self.axis.first_track.append(self.at + self.pad + low)
        self.at += self.pad + low + tracks + high

    def _spread(self, first: int, end: int, by: float) -> None:
        """Move the rows of a lane to the middle of a lane that must be broader."""
        for row in range(first, end):
            self.axis.centre[row] += by
        for row in range(first, min(end + 1, len(self.axis.first_track))):
            self.axis.first_track[row] += by
