"""Draws the shapes of BPMN 2.0 and the small signs inside them as SVG elements."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lxml import etree

from generator.layout import Box, DrawnNode, NodeKind, NoteKind, Orientation, Point
from generator.renderers.svg import theme

SVG = "http://www.w3.org/2000/svg"
ROUNDING = 7.0
ARROW_LENGTH, ARROW_HALF = 8.0, 3.6


def number(value: float) -> str:
    """Write a coordinate with at most two decimals, the same on every machine."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def element(
    parent: etree._Element, tag: str, style: Mapping[str, str], **attributes: float | str
) -> etree._Element:
    """Append an element; underscores in names of attributes stand for hyphens."""
    made = etree.SubElement(parent, f"{{{SVG}}}{tag}", dict(style))
    for name, value in attributes.items():
        made.set(name.replace("_", "-"), value if isinstance(value, str) else number(value))
    return made


def points(corners: Sequence[Point | tuple[float, float]]) -> str:
    """Write corners as the points of a polyline."""
    return " ".join(f"{number(x)},{number(y)}" for x, y in corners)


def rectangle(
    parent: etree._Element, style: Mapping[str, str], box: Box, rounding: float = 0.0
) -> None:
    """Append a rectangle."""
    made = element(parent, "rect", style, x=box.x, y=box.y, width=box.width, height=box.height)
    if rounding:
        made.set("rx", number(rounding))


def arrow_head(parent: etree._Element, before: Point, tip: Point) -> None:
    """Append the head of an arrow that ends at `tip`."""
    dx = (tip.x > before.x) - (tip.x < before.x)
    dy = (tip.y > before.y) - (tip.y < before.y)
    base = Point(tip.x - dx * ARROW_LENGTH, tip.y - dy * ARROW_LENGTH)
    corners = [
        tip,
        (base.x - dy * ARROW_HALF, base.y + dx * ARROW_HALF),
        (base.x + dy * ARROW_HALF, base.y - dx * ARROW_HALF),
    ]
    element(parent, "polygon", theme.ARROW, points=points(corners))


def shape(parent: etree._Element, node: DrawnNode, orientation: Orientation) -> None:
    """Append the outline of a node and its sign."""
    style = theme.SHAPES[node.kind]
    if node.kind.is_box:
        rectangle(parent, style, node.box, ROUNDING)
    elif node.kind.is_gateway:
        element(parent, "polygon", style, points=points(_diamond(node.box)))
    elif node.kind in (NodeKind.LINK_IN, NodeKind.LINK_OUT):
        element(parent, "polygon", style, points=points(_connector(node.box, orientation)))
    else:
        centre, radius = node.box.centre, node.box.width / 2
        element(parent, "circle", style, cx=centre.x, cy=centre.y, r=radius)
        if node.kind in (NodeKind.SIGNAL, NodeKind.TIMER):
            element(parent, "circle", style, cx=centre.x, cy=centre.y, r=radius - 3)
    sign = _SIGNS.get(node.kind)
    if sign:
        element(parent, "path", theme.SIGN, d=_scaled(sign, node.box))


def note_sign(parent: etree._Element, kind: NoteKind, box: Box) -> None:
    """Append the sign before a note: a clock, a sheet of paper or a dot."""
    element(parent, "path", theme.NOTE_SIGN, d=_scaled(_NOTE_SIGNS[kind], box))


def _diamond(box: Box) -> list[tuple[float, float]]:
    centre = box.centre
    return [
        (centre.x, box.y),
        (box.right, centre.y),
        (centre.x, box.bottom),
        (box.x, centre.y),
    ]


def _connector(box: Box, orientation: Orientation) -> list[tuple[float, float]]:
    """The off-page connector of flow charts: a sheet with a point in the direction of the flow."""
    if orientation is Orientation.VERTICAL:
        shoulder = box.y + box.height * 0.6
        return [
            (box.x, box.y),
            (box.right, box.y),
            (box.right, shoulder),
            (box.centre.x, box.bottom),
            (box.x, shoulder),
        ]
    shoulder = box.x + box.width * 0.6
    return [
        (box.x, box.y),
        (shoulder, box.y),
        (box.right, box.centre.y),
        (shoulder, box.bottom),
        (box.x, box.bottom),
    ]


_Stroke = tuple[str, tuple[tuple[float, float], ...]]
"""A path command and its points, in hundredths of the box."""

_SIGNS: Mapping[NodeKind, tuple[_Stroke, ...]] = {
    NodeKind.EXCLUSIVE: (("L", ((36, 36), (64, 64))), ("L", ((64, 36), (36, 64)))),
    NodeKind.PARALLEL: (("L", ((50, 28), (50, 72))), ("L", ((28, 50), (72, 50)))),
    NodeKind.INCLUSIVE: (("O", ((50, 50), (20, 0))),),
    NodeKind.SIGNAL: (("Z", ((50, 30), (68, 64), (32, 64))),),
    NodeKind.TIMER: (("L", ((50, 27), (50, 50), (66, 58))),),
    NodeKind.HAND_OVER: (
        ("Z", ((26, 34), (74, 34), (74, 66), (26, 66))),
        ("L", ((26, 34), (50, 52), (74, 34))),
    ),
}
_NOTE_SIGNS: Mapping[NoteKind, tuple[_Stroke, ...]] = {
    NoteKind.DUE: (("O", ((50, 50), (46, 0))), ("L", ((50, 22), (50, 50), (70, 62)))),
    NoteKind.DOCUMENT: (
        ("Z", ((14, 0), (60, 0), (86, 28), (86, 100), (14, 100))),
        ("L", ((60, 0), (60, 28), (86, 28))),
        ("L", ((32, 52), (68, 52))),
        ("L", ((32, 74), (68, 74))),
    ),
    NoteKind.TEXT: (("O", ((50, 50), (14, 0))),),
}


def _scaled(strokes: Sequence[_Stroke], box: Box) -> str:
    def place(point: tuple[float, float]) -> str:
        x, y = box.x + box.width * point[0] / 100, box.y + box.height * point[1] / 100
        return f"{number(x)} {number(y)}"

    parts = []
    for command, corners in strokes:
        if command == "O":
            (x, y), (radius, _) = corners
            r = number(box.width * radius / 100)
            parts.append(
                f"M{place((x - radius, y))}A{r} {r} 0 1 1 {place((x + radius, y))}"
                f"A{r} {r} 0 1 1 {place((x - radius, y))}Z"
            )
            continue
        line = "M" + "L".join(map(place, corners))
        parts.append(line + ("Z" if command == "Z" else ""))
    return "".join(parts)
