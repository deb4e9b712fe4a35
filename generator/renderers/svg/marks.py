"""Marks in a drawing what a change adds, alters, moves and removes: by shape and by colour."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum

from lxml import etree

from generator.layout import Box, Drawing, DrawnEdge
from generator.layout.text import text_width
from generator.renderers.svg import theme
from generator.renderers.svg.shapes import element, number, points, rectangle

LEGEND_HEIGHT = 30.0
_AROUND, _RADIUS, _SIZE = 3.0, 9.0, 11.0


class ChangeMark(Enum):
    """What became of a step or an arrow."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Marked:
    """A mark and its sign; the same number before and after joins what moved."""

    mark: ChangeMark
    number: int = 0


@dataclass(frozen=True, kw_only=True)
class Marks:
    """The marks of a drawing by the ids of nodes and edges, and what each mark is called."""

    nodes: Mapping[str, Marked] = field(default_factory=dict)
    edges: Mapping[str, Marked] = field(default_factory=dict)
    names: Mapping[ChangeMark, str] = field(default_factory=dict)

    @property
    def legend(self) -> tuple[tuple[ChangeMark, str], ...]:
        """The marks that are used, in their order."""
        used = {each.mark for each in (*self.nodes.values(), *self.edges.values())}
        return tuple(
            (mark, self.names.get(mark, mark.value)) for mark in ChangeMark if mark in used
        )


_COLOURS: Mapping[ChangeMark, str] = {
    ChangeMark.ADDED: "#146c2e",
    ChangeMark.REMOVED: "#b3261e",
    ChangeMark.CHANGED: "#8a5100",
    ChangeMark.MOVED: "#0b57d0",
}
_DASHES: Mapping[ChangeMark, str] = {
    ChangeMark.REMOVED: "7 4",
    ChangeMark.CHANGED: "2 3",
    ChangeMark.MOVED: "10 3 2 3",
}
_SIGNS: Mapping[ChangeMark, str] = {
    ChangeMark.ADDED: "+",
    ChangeMark.REMOVED: "×",
    ChangeMark.CHANGED: "!",
    ChangeMark.MOVED: "↕",
}


def draw_marks(root: etree._Element, drawing: Drawing, marks: Marks) -> None:
    """Append the marks to a drawing, and the legend below it."""
    group = element(root, "g", {"class": "flow-marks"})
    for edge in drawing.edges:
        if edge.id in marks.edges:
            _edge(group, edge, marks.edges[edge.id].mark)
    for node in drawing.nodes:
        if marked := marks.nodes.get(node.id):
            x, y, width, height = node.box
            around = Box(x - _AROUND, y - _AROUND, width + 2 * _AROUND, height + 2 * _AROUND)
            rectangle(group, _line(marked.mark, f"flow-mark-{marked.mark.value}"), around, 9.0)
            _badge(group, marked, around.right - 2, around.y + 2, marks)
    x = 4.0
    for mark, name in marks.legend:
        _badge(group, Marked(mark), x + _RADIUS, drawing.height + LEGEND_HEIGHT / 2, marks)
        x = _word(group, name, x + 2 * _RADIUS + 5, drawing.height + LEGEND_HEIGHT / 2) + 22


def legend_width(marks: Marks) -> float:
    """How broad the legend is, in px."""
    return sum(text_width(name, _SIZE) + 2 * _RADIUS + 27 for _, name in marks.legend) + 8


def _line(mark: ChangeMark, name: str) -> dict[str, str]:
    style = {"class": name, "fill": "none", "stroke": _COLOURS[mark], "stroke-width": "2.6"}
    if mark in _DASHES:
        style["stroke-dasharray"] = _DASHES[mark]
    return style


def _edge(parent: etree._Element, edge: DrawnEdge, mark: ChangeMark) -> None:
    element(parent, "polyline", _line(mark, "flow-mark-edge"), points=points(edge.points))
    before, after = _longest(edge)
    _badge(parent, Marked(mark), (before[0] + after[0]) / 2, (before[1] + after[1]) / 2, Marks())


def _longest(edge: DrawnEdge) -> tuple[tuple[float, float], tuple[float, float]]:
    pieces = list(zip(edge.points, edge.points[1:], strict=False))
    return max(pieces, key=lambda each: abs(each[0].x - each[1].x) + abs(each[0].y - each[1].y))


def _badge(parent: etree._Element, marked: Marked, x: float, y: float, marks: Marks) -> None:
    """Append a sign of its own form: round, square, a triangle, a diamond."""
    colour = _COLOURS[marked.mark]
    style = {"class": "flow-mark-badge", "fill": theme.PAPER, "stroke": colour, "stroke-width": "2"}
    group = element(parent, "g", {})
    if name := marks.names.get(marked.mark):
        element(group, "title", {}).text = f"{name} {marked.number or ''}".strip()
    if marked.mark is ChangeMark.ADDED:
        element(group, "circle", style, cx=x, cy=y, r=_RADIUS)
    else:
        element(group, "polygon", style, points=points(tuple(_corners(marked.mark, x, y))))
    sign = str(marked.number) if marked.number else _SIGNS[marked.mark]
    words = {"fill": colour, "font-weight": "700", "text-anchor": "middle"}
    down = 2.5 if marked.mark is ChangeMark.CHANGED else 0.0
    element(group, "text", words, x=x, y=y + 4 + down, font_size=_SIZE).text = sign


def _corners(mark: ChangeMark, x: float, y: float) -> Iterator[tuple[float, float]]:
    r = _RADIUS
    if mark is ChangeMark.REMOVED:
        yield from ((x - r, y - r), (x + r, y - r), (x + r, y + r), (x - r, y + r))
    elif mark is ChangeMark.CHANGED:
        yield from ((x, y - r - 2), (x + r + 2, y + r), (x - r - 2, y + r))
    else:
        yield from ((x, y - r - 3), (x + r + 3, y), (x, y + r + 3), (x - r - 3, y))


def _word(parent: etree._Element, text: str, x: float, y: float) -> float:
    style = {**theme.TEXT, "font-size": number(_SIZE)}
    element(parent, "text", style, x=x, y=y + 4).text = text
    return x + text_width(text, _SIZE)
