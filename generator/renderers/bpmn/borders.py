"""Places events on the borders of boxes: where their arrows begin, clear of other arrows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count, pairwise
from math import sqrt

from generator.layout import Box, Drawing, DrawnEdge, Point
from generator.layout.sizes import LABEL, label_of

SIZE = 30.0
"""Of an event on a border, in px."""
_ROOM = 22.0
"""How far the middle of an event stays from the end of another arrow."""
_NEAR = 1.0
_LABEL_WIDTH = 84.0


@dataclass(frozen=True, slots=True, kw_only=True)
class BorderEvent:
    """An event on the border of a box: its place, the points of its edge, and its label."""

    box: Box
    points: tuple[Point, ...]
    label: Box | None = None


def events_on_borders(drawing: Drawing, caught: Mapping[str, str]) -> Mapping[str, BorderEvent]:
    """Return the events at which edges begin, by edge; `caught` has their labels.

    A label that fits nowhere beside its event has no place.
    """
    boxes = {node.id: node.box for node in drawing.nodes}
    found: dict[str, BorderEvent] = {}
    taken: dict[str, list[tuple[Point, float]]] = {}
    for edge in drawing.edges:
        if edge.id not in caught:
            taken.setdefault(edge.source, []).append((edge.points[0], _ROOM))
        taken.setdefault(edge.target, []).append((edge.points[-1], _ROOM))
    for edge in drawing.edges:
        if edge.id in caught:
            others = taken.setdefault(edge.source, [])
            centre = _centre(boxes[edge.source], edge.points[0], others)
            others.append((centre, SIZE + 4))
            event = Box(centre.x - SIZE / 2, centre.y - SIZE / 2, SIZE, SIZE)
            found[edge.id] = BorderEvent(box=event, points=_from(edge, centre))
    blocked = list(_blocked(drawing, found))
    for name, each in found.items():
        label = label_of(caught[name], _LABEL_WIDTH, LABEL)
        lane = next((lane.box for lane in drawing.lanes if _on(lane.box, each.box.centre)), None)
        places = _corners(each.box, label.width, label.height)
        clear = (at for at in places if not any(_touch(at, other) for other in blocked))
        place = next((at for at in clear if lane is None or _holds(lane, at)), None)
        if place is not None and label.lines:
            found[name] = replace(each, label=place)
            blocked.append(place)
    return found


def _blocked(drawing: Drawing, events: Mapping[str, BorderEvent]) -> Iterator[Box]:
    """Yield what no label may touch: shapes, other labels, pieces of arrows."""
    for node in drawing.nodes:
        yield node.box
        if node.text:
            yield node.text.box
    for edge in drawing.edges:
        if edge.text:
            yield edge.text.box
        points = events[edge.id].points if edge.id in events else edge.points
        for one, other in pairwise(points):
            left, top = min(one.x, other.x), min(one.y, other.y)
            yield Box(left, top, abs(one.x - other.x), abs(one.y - other.y))
    for event in events.values():
        yield event.box


def _corners(event: Box, width: float, height: float) -> Iterator[Box]:
    """Yield places for a label beside the corners of an event, the nearest first."""
    for gap in (2.0, 8.0):
        for x in (event.right + gap, event.x - width - gap):
            for y in (
                event.centre.y + gap,
                event.bottom - 4,
                event.y - height + 4,
                event.y - height,
            ):
                yield Box(x, y, width, height)
    for gap in (2.0, 8.0):
        for y in (event.bottom + gap, event.y - height - gap):
            for x in (event.centre.x + gap, event.centre.x - width - gap):
                yield Box(x, y, width, height)


def _holds(outer: Box, inner: Box) -> bool:
    corners = Point(inner.x, inner.y), Point(inner.right, inner.bottom)
    return all(_on(outer, corner) for corner in corners)


def _touch(one: Box, other: Box) -> bool:
    return (
        one.x < other.right + _NEAR
        and other.x < one.right + _NEAR
        and one.y < other.bottom + _NEAR
        and other.y < one.bottom + _NEAR
    )


def _upright(box: Box, port: Point) -> bool:
    """Whether a place on the border of a box is on its left or right side."""
    return min(abs(port.x - box.x), abs(port.x - box.right)) < _NEAR


def _centre(box: Box, port: Point, others: Sequence[tuple[Point, float]]) -> Point:
    """The place nearest to where an arrow leaves that is clear of others."""
    upright = _upright(box, port)
    for step in count():
        shift = (step + 1) // 2 * 4.0 * (-1) ** step
        place = Point(port.x, port.y + shift) if upright else Point(port.x + shift, port.y)
        far = abs(shift) > max(box.width, box.height)
        clear = all(
            abs(place.x - other.x) >= room or abs(place.y - other.y) >= room
            for other, room in others
        )
        if far or (clear and _on(box, place)):
            return port if far else place
    raise AssertionError


def _on(box: Box, place: Point) -> bool:
    return (
        box.x - _NEAR <= place.x <= box.right + _NEAR
        and box.y - _NEAR <= place.y <= box.bottom + _NEAR
    )


def _from(edge: DrawnEdge, centre: Point) -> tuple[Point, ...]:
    """The points of an edge that begins at an event instead of at its box."""
    first, second, *rest = edge.points
    along = _direction(first, second)
    start = Point(centre.x + along[0] * SIZE / 2, centre.y + along[1] * SIZE / 2)
    # The arrow goes to its first bend; a straight one turns aside to where it would have begun.
    bend = Point(second.x, centre.y) if along[0] else Point(centre.x, second.y)
    if not rest:
        return (start, second) if centre == first else _aside(start, second, along)
    deep = abs(bend.x - centre.x) + abs(bend.y - centre.y)
    if deep > SIZE / 2:
        return (start, bend, *rest)
    # The bend lies inside the event: the arrow begins where its second piece comes out.
    onward = _direction(second, rest[0])
    out = sqrt((SIZE / 2) ** 2 - deep**2)
    return (Point(bend.x + onward[0] * out, bend.y + onward[1] * out), *rest)


def _direction(one: Point, other: Point) -> tuple[int, int]:
    return (other.x > one.x) - (other.x < one.x), (other.y > one.y) - (other.y < one.y)


def _aside(start: Point, end: Point, along: tuple[int, int]) -> tuple[Point, ...]:
    middle = Point((start.x + end.x) / 2, (start.y + end.y) / 2)
    if along[0]:
        return (start, Point(middle.x, start.y), Point(middle.x, end.y), end)
    return (start, Point(start.x, middle.y), Point(end.x, middle.y), end)
