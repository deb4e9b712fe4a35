"""What the geometry answers: boxes, lines of text and polylines in px, for any renderer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from generator.layout.graph import EdgeKind, NodeKind, NoteKind, Orientation

PX_PER_MM = 96 / 25.4
POINTS_PER_PX = 0.75  # CSS: 96 px = 1 inch = 72 pt
BODY_SIZE = 12.0
"""Size in px of the text inside boxes, on which legibility is judged."""
LARGEST_POINTS = 9.0
"""A drawing is never enlarged beyond its natural size, at which body text has 9 pt."""


class Point(NamedTuple):
    """A place in px from the upper left corner of the drawing."""

    x: float
    y: float


class Box(NamedTuple):
    """A rectangle in px: upper left corner, width, height."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of the right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of the lower edge."""
        return self.y + self.height

    @property
    def centre(self) -> Point:
        """The middle."""
        return Point(self.x + self.width / 2, self.y + self.height / 2)


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetRoom:
    """Room for one sheet of a drawing on paper, in mm, margins taken off."""

    width: float
    height: float


A4_PORTRAIT = SheetRoom(width=170, height=247)
A4_LANDSCAPE = SheetRoom(width=267, height=170)


@dataclass(frozen=True, slots=True, kw_only=True)
class TextBlock:
    """Lines of text in a box, at `size` px.

    `anchor` is "middle" (lines centred in the box) or "start" (lines begin at its left edge).
    """

    lines: tuple[str, ...]
    box: Box
    size: float
    leading: float
    anchor: str = "middle"


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnNote:
    """A small line inside a box; its sign stands to the left of the text.

    `label` is the text before it was cut into lines.
    """

    kind: NoteKind
    label: str
    text: TextBlock
    sign: Box
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnNode:
    """A shape in its place; `step` is its turn in the flow, from 1, for reading and focus."""

    id: str
    kind: NodeKind
    lane: str
    box: Box
    label: str
    text: TextBlock | None
    notes: tuple[DrawnNote, ...]
    href: str
    detail: str
    mark: str
    step: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnEdge:
    """An arrow: horizontal and vertical pieces from the border of one shape to another's."""

    id: str
    kind: EdgeKind
    source: str
    target: str
    points: tuple[Point, ...]
    label: str
    text: TextBlock | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnLane:
    """A band of the drawing with its header."""

    id: str
    label: str
    box: Box
    header: Box
    text: TextBlock
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """One sheet; nodes stand in reading order."""

    title: str
    description: str
    orientation: Orientation
    width: float
    height: float
    lanes: tuple[DrawnLane, ...]
    nodes: tuple[DrawnNode, ...]
    edges: tuple[DrawnEdge, ...]
    sheet: int = 1
    sheets: int = 1

    def points_on(self, page: SheetRoom) -> float:
        """The size in pt of the body text when the drawing is fitted to a page."""
        scale = min(1.0, page.width * PX_PER_MM / self.width, page.height * PX_PER_MM / self.height)
        return BODY_SIZE * POINTS_PER_PX * scale
