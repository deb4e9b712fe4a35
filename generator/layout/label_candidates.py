"""Lists the places that each text outside of shapes may take, and what each costs by itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import NamedTuple

from generator.layout.coordinates import Placement
from generator.layout.drawing import Box, Point
from generator.layout.graph import Node
from generator.layout.needs import Needs
from generator.layout.shapes import Side
from generator.layout.sizes import BESIDE, CORNER, LABEL_LEADING, DrawingStyle, Label, Sized

LATER = 0.1
"""What each place further down the list of candidates costs."""
FAR = 0.012
"""What each px costs between the label of an edge and where its line goes its own way."""
MORE_LINES = 0.3
"""What each line of a label costs that it would not have where there is room beside its line."""
COMMON = 4.0
"""What it costs the label of an edge to stand where other edges run on the same line."""
NEAR_TWIN, SIGHT = 0.7, 16.0
"""The same so many px beside another line that begins on the same one."""
FIRST_PIECES = 3
ROUNDING = 0.5
SHARES = (0.0, 0.15, 0.35, 0.65, 0.9)
STARTS_AT = 3.0
"""Distance of a label from the beginning of its line."""
AFTER_PARTING = 9.0
"""The same from where it leaves the line that it shares with others."""
ABOVE_LINE = 2.0
SIDE_OF_LINE = 4.0


class LabelPlace(NamedTuple):
    """A box for a label as it is wrapped there, and what it costs beside what it touches."""

    box: Box
    cost: float
    label: Label


@dataclass(frozen=True, slots=True)
class LabelCandidates:
    """A label with the places that it may take, the cheapest first.

    `key` is ("node" | "edge", number).
    """

    key: tuple[str, int]
    places: tuple[LabelPlace, ...]


def candidates_of_nodes(
    nodes: Sequence[Node], needs: Needs, placement: Placement
) -> Iterator[LabelCandidates]:
    """Yield the candidates of the names that stand outside of their shapes."""
    for number, node in enumerate(nodes):
        sized, box = needs.sizes[number], placement.boxes[number]
        if sized.outside.lines:
            boxes = _around(node, box, sized, needs.style)
            label = sized.outside
            places = (LabelPlace(place, LATER * turn, label) for turn, place in enumerate(boxes))
            yield LabelCandidates(("node", number), tuple(places))


def _around(node: Node, box: Box, sized: Sized, style: DrawingStyle) -> list[Box]:
    """List places around a shape: below and above, at the corners, beside."""
    label, side, vertical = sized.outside, sized.label_side, style.vertical
    width, height, centre = label.width, label.height, box.centre
    inset = box.width * (CORNER if node.kind.is_gateway else 0.15)
    below = (centre.x - width / 2, box.bottom + BESIDE)
    above = (centre.x - width / 2, box.y - height - BESIDE)
    corners = [
        (box.right - inset, box.y - height + inset),
        (box.x - width + inset, box.y - height + inset),
        (box.right - inset, box.bottom - inset),
        (box.x - width + inset, box.bottom - inset),
    ]
    beside = [
        (box.right + BESIDE, centre.y - height / 2),
        (box.x - width - BESIDE, centre.y - height / 2),
    ]
    shifted = [
        (centre.x + BESIDE, box.y - height - BESIDE),
        (centre.x - width - BESIDE, box.y - height - BESIDE),
        (centre.x + BESIDE, box.bottom + BESIDE),
        (centre.x - width - BESIDE, box.bottom + BESIDE),
    ]
    if node.kind.is_gateway:
        higher = (above[0], above[1] - LABEL_LEADING)
        places = [*corners, *shifted, below, *beside, higher]
        if not vertical:  # beside a horizontal line a label looks like one of this line
            places = [above, corners[0], below, *corners[1:], *shifted, *beside, higher]
    else:
        at = {Side.DOWN: below, Side.UP: above, Side.RIGHT: beside[0], Side.LEFT: beside[1]}
        places = [at[side], below, above, *beside, *corners, *shifted]
    return [Box(x, y, width, height) for x, y in places]


def candidates_of_edges(needs: Needs, placement: Placement) -> Iterator[LabelCandidates]:
    """Yield the candidates of the labels of edges: beside their line, near where it goes alone."""
    stems = _stems(needs, placement.lines)
    for number, label in enumerate(needs.labels):
        if label.lines:
            places = [
                place._replace(cost=place.cost + MORE_LINES * lines_more)
                for wrapped, lines_more in _wrappings(label, needs.broad_labels[number])
                for place in _beside_line(wrapped, stems[number], needs, placement, number)
            ]
            least = min(place.cost for place in places)
            ordered = sorted((p._replace(cost=p.cost - least) for p in places), key=_costs)
            yield LabelCandidates(("edge", number), tuple(ordered))


def _wrappings(label: Label, broad: Label) -> list[tuple[Label, int]]:
    """Return how a label may be wrapped, with the lines that each way has more than needed."""
    more = len(label.lines) - len(broad.lines)
    return [(broad, 0), (label, more)] if more > 0 else [(label, 0)]


def _beside_line(
    label: Label, stem: _Stem, needs: Needs, placement: Placement, number: int
) -> Iterator[LabelPlace]:
    parting = stem.length
    vertical = needs.style.vertical
    borders = [lane.x if vertical else lane.y for lane in placement.lanes]
    way = 0.0
    for turn, (start, end) in enumerate(_pieces(placement.lines[number], parting)):
        horizontal = start.y == end.y
        stops = borders if horizontal is vertical else []
        base = COMMON if way < parting - ROUNDING else 0.0
        first = AFTER_PARTING if parting and base == 0.0 else STARTS_AT
        for box, distance in _along(start, end, label, stops, first=first):
            away = abs(way + distance - parting)
            twin = NEAR_TWIN if any(_near(box, *piece) for piece in stem.twins) else 0.0
            yield LabelPlace(box, base + twin + FAR * away + LATER * turn, label)
        way += _length(start, end)


def _costs(place: LabelPlace) -> float:
    return place.cost


def _length(start: Point, end: Point) -> float:
    return abs(end.x - start.x) + abs(end.y - start.y)


class _Stem(NamedTuple):
    """How long a line runs on others that leave the same shape, and where these go alone."""

    length: float
    twins: tuple[tuple[Point, Point], ...]


def _stems(needs: Needs, lines: Sequence[Sequence[Point]]) -> list[_Stem]:
    lengths = [0.0] * len(lines)
    twins: list[list[int]] = [[] for _ in lines]
    for one, other in combinations(range(len(lines)), 2):
        if needs.ends[one][0] == needs.ends[other][0]:
            run = _common_run(lines[one], lines[other])
            for edge, twin in ((one, other), (other, one)):
                lengths[edge] = max(lengths[edge], run)
                twins[edge] += [twin] if run else []
    alone = [tuple(_alone(line, length)) for line, length in zip(lines, lengths, strict=True)]
    return [
        _Stem(length, tuple(piece for twin in own for piece in alone[twin]))
        for length, own in zip(lengths, twins, strict=True)
    ]


def _alone(line: Sequence[Point], stem: float) -> Iterator[tuple[Point, Point]]:
    """Yield the pieces of a line behind its stem."""
    way = 0.0
    for start, end in _pieces(line, stem):
        if way > stem - ROUNDING:
            yield start, end
        way += _length(start, end)


def _near(box: Box, start: Point, end: Point) -> bool:
    """Whether a piece of a line passes a box in sight."""
    return (
        min(start.x, end.x) < box.right + SIGHT
        and max(start.x, end.x) > box.x - SIGHT
        and min(start.y, end.y) < box.bottom + SIGHT
        and max(start.y, end.y) > box.y - SIGHT
    )


def _common_run(one: Sequence[Point], other: Sequence[Point]) -> float:
    run = 0.0
    for (start, end), (begin, finish) in zip(pairwise(one), pairwise(other), strict=False):
        step = min(_length(start, end), _length(begin, finish))
        if start != begin or _towards(start, end, step) != _towards(begin, finish, step):
            break
        run += step
        if end != finish:
            break
    return run


def _towards(start: Point, end: Point, distance: float) -> Point:
    share = distance / (_length(start, end) or 1.0)
    return Point(start.x + share * (end.x - start.x), start.y + share * (end.y - start.y))


def _pieces(line: Sequence[Point], shared: float) -> Iterator[tuple[Point, Point]]:
    """Yield the first pieces of a line; the one that it leaves others on is two."""
    for start, end in list(pairwise(line))[:FIRST_PIECES]:
        if 0 < shared < _length(start, end):
            parting = _towards(start, end, shared)
            yield start, parting
            yield parting, end
        else:
            yield start, end
        shared -= _length(start, end)


def _along(
    start: Point, end: Point, label: Label, stops: Sequence[float], *, first: float
) -> Iterator[tuple[Box, float]]:
    """Yield places on both sides of a piece of a line, with their distance from its start.

    The `first` is so far from the start, where there is room. Beside shares of its length these
    are the places just before and behind lane borders.
    """
    horizontal = start.y == end.y
    begin, finish = (start.x, end.x) if horizontal else (start.y, end.y)
    size = label.width if horizontal else label.height
    forward = finish > begin
    room = abs(finish - begin) - size
    first = min(first, max(STARTS_AT, room / 2))
    free = max(0.0, room - 2 * first)
    shifts = [first + share * free for share in SHARES]
    for stop in stops:
        way = (stop - begin) if forward else (begin - stop)
        shifts += [
            shift
            for shift in (way + STARTS_AT, way - size - STARTS_AT)
            if first <= shift <= first + free
        ]
    for shift in shifts:
        at = begin + shift if forward else begin - size - shift
        for aside in _aside(horizontal, start, label):
            box = Box(at, aside, *label[1:]) if horizontal else Box(aside, at, *label[1:])
            yield box, shift


def _aside(horizontal: bool, start: Point, label: Label) -> tuple[float, float]:  # noqa: FBT001
    """Return where a label begins above and below, or right and left, of a line."""
    if horizontal:
        return start.y - label.height - ABOVE_LINE, start.y + ABOVE_LINE
    return start.x + SIDE_OF_LINE, start.x - label.width - SIDE_OF_LINE
