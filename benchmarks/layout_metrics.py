"""Measures drawings from outside: crossings, bends, and what a reader would call wrong.

Written without the code that draws, so that a mistake there is not repeated here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import combinations, pairwise
from math import hypot

from generator.layout import Box, Drawing, DrawnEdge, DrawnNode, NodeKind, Point

DEFECTS = (
    "node over node",
    "edge over node",
    "edge over edge",
    "in and out together",
    "label over node",
    "label over edge",
    "label over label",
    "text too large",
    "end in the air",
    "node outside its lane",
    "slanted line",
    "outside the sheet",
)
TASKS = (NodeKind.TASK, NodeKind.CALL)


def measure(drawing: Drawing) -> Counter[str]:
    """Return the counts of crossings, bends, edges and of each kind of defect."""
    found: Counter[str] = Counter()
    found["edges"] = len(drawing.edges)
    found["bends"] = sum(len(edge.points) - 2 for edge in drawing.edges)
    nodes = {node.id: node for node in drawing.nodes}
    for edge, rival in combinations(drawing.edges, 2):
        _compare(edge, rival, found)
    for edge in drawing.edges:
        _check_edge(edge, nodes, found)
    for one, other in combinations(drawing.nodes, 2):
        found["node over node"] += _overlap(one.box, other.box, 1)
    _check_labels(drawing, found)
    _check_places(drawing, found)
    return found


def defects(found: Counter[str]) -> int:
    """Return how many defects were found."""
    return sum(found[kind] for kind in DEFECTS)


def _segments(edge: DrawnEdge) -> Iterator[tuple[Point, Point]]:
    return pairwise(edge.points)


def _compare(one: DrawnEdge, other: DrawnEdge, found: Counter[str]) -> None:
    common = {one.source, one.target} & {other.source, other.target}
    run, crossings = 0.0, set()
    for a, b in _segments(one):
        for c, d in _segments(other):
            shared = _shared_run((a, b), (c, d))
            run += shared
            point = None if shared else _crossing((a, b), (c, d))
            if point:
                crossings.add(point)
    if run > 5:
        if not common:
            found["edge over edge"] += 1
        elif one.target != other.target and one.source != other.source:
            found["in and out together"] += 1
        return
    ends = (one.points[0], one.points[-1], other.points[0], other.points[-1])
    found["crossings"] += sum(
        all(hypot(x - end.x, y - end.y) >= 3 for end in ends) for x, y in crossings
    )


def _shared_run(one: tuple[Point, Point], other: tuple[Point, Point]) -> float:
    for across in (0, 1):
        flat = [abs(line[0][across] - line[1][across]) < 1 for line in (one, other)]
        if all(flat) and abs(one[0][across] - other[0][across]) < 1.5:
            along = 1 - across
            low = max(min(p[along] for p in line) for line in (one, other))
            high = min(max(p[along] for p in line) for line in (one, other))
            return max(0.0, high - low)
    return 0.0


def _crossing(one: tuple[Point, Point], other: tuple[Point, Point]) -> tuple[float, float] | None:
    for level, vertical in ((one, other), (other, one)):
        if level[0].y == level[1].y and vertical[0].x == vertical[1].x:
            x, y = vertical[0].x, level[0].y
            left, right = sorted((level[0].x, level[1].x))
            low, high = sorted((vertical[0].y, vertical[1].y))
            if left <= x <= right and low <= y <= high:
                return x, y
    return None


def _check_edge(edge: DrawnEdge, nodes: dict[str, DrawnNode], found: Counter[str]) -> None:
    for a, b in _segments(edge):
        found["slanted line"] += a.x != b.x and a.y != b.y
    for node in nodes.values():
        if node.id not in (edge.source, edge.target):
            found["edge over node"] += any(
                _segment_in(a, b, node.box, 2) for a, b in _segments(edge)
            )
    for end, point in ((edge.source, edge.points[0]), (edge.target, edge.points[-1])):
        found["end in the air"] += _distance_to_outline(point, nodes[end]) > 1.5


def _distance_to_outline(point: Point, node: DrawnNode) -> float:
    box, centre = node.box, node.box.centre
    dx, dy = abs(point.x - centre.x), abs(point.y - centre.y)
    if node.kind.is_gateway:
        return abs(dx / (box.width / 2) + dy / (box.height / 2) - 1) * box.width / 2
    if node.kind in TASKS or node.kind in (NodeKind.LINK_IN, NodeKind.LINK_OUT):
        inside = dx <= box.width / 2 + 0.01 and dy <= box.height / 2 + 0.01
        return min(abs(dx - box.width / 2), abs(dy - box.height / 2)) if inside else 99.0
    return abs(hypot(dx, dy) - box.width / 2)


def _segment_in(a: Point, b: Point, box: Box, inset: float) -> bool:
    low_x, high_x = sorted((a.x, b.x))
    low_y, high_y = sorted((a.y, b.y))
    return (
        low_x < box.right - inset
        and high_x > box.x + inset
        and low_y < box.bottom - inset
        and high_y > box.y + inset
    )


def _overlap(one: Box, other: Box, by: float) -> bool:
    return (
        min(one.right, other.right) - max(one.x, other.x) > by
        and min(one.bottom, other.bottom) - max(one.y, other.y) > by
    )


def _check_labels(drawing: Drawing, found: Counter[str]) -> None:
    labels = [(node.id, node.text.box) for node in drawing.nodes if _outside(node) and node.text]
    labels += [(edge.id, edge.text.box) for edge in drawing.edges if edge.text]
    for (_, one), (_, other) in combinations(labels, 2):
        found["label over label"] += _overlap(one, other, 1)
    for owner, box in labels:
        found["label over node"] += sum(
            node.id != owner and _overlap(box, node.box, 2) for node in drawing.nodes
        )
        found["label over edge"] += sum(
            any(_segment_in(a, b, box, 1) for a, b in _segments(edge)) for edge in drawing.edges
        )
        found["outside the sheet"] += _sticks_out(box, drawing)


def _outside(node: DrawnNode) -> bool:
    return node.kind not in TASKS


def _check_places(drawing: Drawing, found: Counter[str]) -> None:
    lanes = {lane.id: lane.box for lane in drawing.lanes}
    for node in drawing.nodes:
        lane = lanes[node.lane]
        found["node outside its lane"] += (
            node.box.x < lane.x
            or node.box.y < lane.y
            or node.box.right > lane.right
            or node.box.bottom > lane.bottom
        )
        if node.text and not _outside(node):
            lines = len(node.text.lines) + sum(len(note.text.lines) for note in node.notes)
            found["text too large"] += lines * 13 > node.box.height
    for edge in drawing.edges:
        found["outside the sheet"] += any(
            _sticks_out(Box(point.x, point.y, 0, 0), drawing) for point in edge.points
        )


def _sticks_out(box: Box, drawing: Drawing) -> bool:
    return box.x < 0 or box.y < 0 or box.right > drawing.width or box.bottom > drawing.height
