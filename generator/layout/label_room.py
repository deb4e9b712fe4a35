"""How much room the labels of lines want in the channels next to the shapes that they leave."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.layout.channels import ChannelSegment, pieces_of
from generator.layout.needs import Needs
from generator.layout.shapes import Side, side_towards
from generator.layout.sizes import Label

LABEL_MARGIN = 10.0


@dataclass(slots=True)
class Sides:
    """Room in px on the two sides of a channel or of a rank of shapes, in the order of the axis."""

    low: float = 0.0
    high: float = 0.0

    def at(self, *, high: bool) -> float:
        """Return the room on one side."""
        return self.high if high else self.low

    def keep(self, least: float, *, high: bool) -> None:
        """Let one side have at least some room."""
        if high:
            self.high = max(self.high, least)
        else:
            self.low = max(self.low, least)

    def beyond(self, pad: float) -> tuple[float, float]:
        """Return what is wanted on each side beyond a pad that is there in any case."""
        return max(0.0, self.low - pad), max(0.0, self.high - pad)


class LabelRoom:
    """How much room the labels of edges want in the channels next to their sources."""

    def __init__(self, needs: Needs) -> None:
        self.needs = needs
        plan, sizes = needs.plan, needs.sizes
        self.column_room = [
            Sides(
                max((sizes[n].room.before for n in _in(plan.column, c)), default=20.0),
                max((sizes[n].room.after for n in _in(plan.column, c)), default=20.0),
            )
            for c in range(plan.columns)
        ]
        self.row_room = [
            Sides(
                max((sizes[n].room.above for n in _in(plan.row, r)), default=24.0),
                max((sizes[n].room.below for n in _in(plan.row, r)), default=24.0),
            )
            for r in range(plan.rows)
        ]
        self._pieces: dict[tuple[bool, int], list[ChannelSegment]] = {}
        for piece in (piece for route in plan.routes for piece in pieces_of(route)):
            self._pieces.setdefault((piece.vertical, piece.line), []).append(piece)
        self.columns = [Sides() for _ in range(plan.columns + 1)]
        self.rows = [Sides() for _ in range(plan.rows + 1)]
        for edge, label in enumerate(needs.labels):
            if label.lines:
                self._want(edge, label)
                self._want_beside(edge, label)
                self._want_behind_parting(edge, label)

    def _want(self, edge: int, label: Label) -> None:
        """Note what is wanted in the channel that the line enters, on the side of its source."""
        plan = self.needs.plan
        source = self.needs.ends[edge][0]
        side = side_towards(plan.routes[edge][0], plan.routes[edge][1])
        horizontal = side in (Side.RIGHT, Side.LEFT)
        number = plan.column[source] if horizontal else plan.row[source]
        forward = side in (Side.RIGHT, Side.DOWN)
        half = self._half(source, along=horizontal)
        rooms = self.column_room if horizontal else self.row_room
        length = label.width if horizontal != self.needs.style.vertical else label.height
        own = rooms[number].at(high=forward) - half
        beyond = self._beyond(edge, horizontal, forward)
        if self._leaves_lane(number + forward, horizontal):
            # On one side of the border, not on it: `_Rows` adds the distance from the border.
            fits = beyond + self.needs.style.row_pad >= length + LABEL_MARGIN
            beyond = length + LABEL_MARGIN if fits else 0.0
        wanted = length + LABEL_MARGIN - own - beyond
        channels = self.columns if horizontal else self.rows
        channels[number + forward].keep(wanted, high=not forward)

    def _leaves_lane(self, channel: int, horizontal: bool) -> bool:  # noqa: FBT001
        """Whether a lane begins behind a channel between rows."""
        style, lanes = self.needs.style, self.needs.plan.lane_rows
        return not (horizontal or style.tight) and any(first == channel for first, _ in lanes[1:])

    def _want_beside(self, edge: int, label: Label) -> None:
        """Keep a high label beside a line against a vertical flow clear of the next ranks."""
        route = self.needs.plan.routes[edge]
        if self.needs.style.vertical and route[0][0] == route[1][0]:
            column = self.needs.plan.column[self.needs.ends[edge][0]]
            least = label.height + LABEL_MARGIN - self.needs.style.rank_gap
            for high in (False, True):
                self.column_room[column].keep(least, high=high)

    def _want_behind_parting(self, edge: int, label: Label) -> None:
        """Keep room for the label of a straight line behind the channel where another leaves it."""
        plan = self.needs.plan
        route = plan.routes[edge]
        side = side_towards(route[0], route[1])
        axis = 0 if side in (Side.RIGHT, Side.LEFT) else 1
        source, end = route[0][axis], route[1][axis]
        last = end - (1 if end > source else -1)
        parts = any(
            rival != edge
            and self.needs.ends[rival][0] == self.needs.ends[edge][0]
            and side_towards(other[0], other[1]) is side
            and other[1][axis] == last
            for rival, other in enumerate(plan.routes)
        )
        if len(route) > 2 or not parts:  # noqa: PLR2004 - a straight line has two points
            return
        horizontal, forward = axis == 0, end > source
        rooms = self.column_room if horizontal else self.row_room
        length = label.width if horizontal != self.needs.style.vertical else label.height
        target = self.needs.ends[edge][1]
        spare = rooms[end // 2].at(high=not forward) - self._half(target, along=horizontal)
        channel = (self.columns if horizontal else self.rows)[last // 2]
        channel.keep(length + 2 * LABEL_MARGIN - spare, high=forward)

    def _half(self, node: int, *, along: bool) -> float:
        size = self.needs.sizes[node]
        return (size.width if along != self.needs.style.vertical else size.height) / 2

    def _beyond(self, edge: int, horizontal: bool, forward: bool) -> float:  # noqa: FBT001
        """The room behind the channel, when the first piece of the route goes on through it."""
        route = self.needs.plan.routes[edge]
        axis = 0 if horizontal else 1
        end = route[1][axis]
        source = route[0][axis]
        if (end % 2 == 0 and abs(end - source) == 1) or self._crossed(edge, axis, forward):
            return 0.0
        rooms = self.column_room if horizontal else self.row_room
        number = source // 2 + (1 if forward else -1)
        room = rooms[number].at(high=not forward)
        if end != 2 * number + 1:
            return 2 * room
        if len(route) == 2:  # noqa: PLR2004 - it arrives there
            return room - self._half(self.needs.ends[edge][1], along=horizontal)
        return room - 4

    def _crossed(self, edge: int, axis: int, forward: bool) -> bool:  # noqa: FBT001
        """Whether a line crosses the first piece of a route in the channel next to its source.

        The label stands before that line.
        """
        start = self.needs.plan.routes[edge][0]
        channel = (axis == 0, start[axis] + (1 if forward else -1))
        pieces = self._pieces.get(channel, ())
        return any(piece.low < start[1 - axis] < piece.high for piece in pieces)


def _in(places: Sequence[int], number: int) -> list[int]:
    return [node for node, place in enumerate(places) if place == number]
