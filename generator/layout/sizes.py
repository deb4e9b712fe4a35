"""Gives every node its size from its text, and its label the room that it needs outside."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from generator.layout.drawing import BODY_SIZE
from generator.layout.graph import FlowGraph, Node, NodeKind, Note, Orientation
from generator.layout.text import text_width, wrap

BODY_LEADING = 14.4
LABEL_SIZE = 11.0
LABEL_LEADING = 13.2
NOTE_SIZE = 10.5
NOTE_LEADING = 13.0
SIGN = 14.0
"""Width of the sign before a note, with its distance."""
PADDING = 6.0
LEAST_HEIGHT = 48.0
EVENT, GATEWAY, LINK = 36.0, 42.0, 30.0
BESIDE = 4.0
"""Distance of an outside label from its shape."""
CORNER = 0.3
"""How far into the box of a diamond a label may reach at its corners."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """Widths in px that depend on the orientation and on the room there is."""

    orientation: Orientation
    task_width: float = 120.0
    edge_label_width: float = 96.0
    outside_width: float = 100.0

    @property
    def upright(self) -> bool:
        """Whether the flow runs downwards."""
        return self.orientation is Orientation.VERTICAL


class Label(NamedTuple):
    """Wrapped text and its size in px; no lines, no size."""

    lines: tuple[str, ...]
    width: float
    height: float


class Room(NamedTuple):
    """How far a node reaches from its centre: along the flow and across it."""

    before: float
    after: float
    above: float
    below: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Sized:
    """A node with its size, its wrapped texts and the room that it takes."""

    width: float
    height: float
    title: Label
    notes: tuple[Label, ...]
    outside: Label
    room: Room


def label_of(text: str, width: float, size: float, leading: float) -> Label:
    """Wrap a text and measure it."""
    lines = wrap(text, width, size)
    if not lines:
        return Label((), 0.0, 0.0)
    return Label(lines, max(text_width(line, size) for line in lines) + 2, len(lines) * leading)


def edge_label(text: str, style: Style) -> Label:
    """Wrap the label of an edge."""
    return label_of(text, style.edge_label_width, LABEL_SIZE, LABEL_LEADING)


def sized_nodes(graph: FlowGraph, style: Style) -> tuple[Sized, ...]:
    """Return the sizes of all nodes of a graph."""
    return tuple(_box(node, style) if node.kind.is_box else _sign(node, style) for node in graph.nodes)


def _box(node: Node, style: Style) -> Sized:
    inside = style.task_width - 2 * PADDING
    title = label_of(node.label, inside, BODY_SIZE, BODY_LEADING)
    notes = tuple(_note(note, inside) for note in node.notes)
    height = title.height + sum(note.height for note in notes) + (5 if notes else 0)
    height = max(LEAST_HEIGHT, round(height + 2 * PADDING + 6))
    half = _flow_axes(style.task_width / 2, height / 2, style)
    return Sized(
        width=style.task_width,
        height=height,
        title=title,
        notes=notes,
        outside=Label((), 0, 0),
        room=Room(half[0], half[0], half[1], half[1]),
    )


def _note(note: Note, inside: float) -> Label:
    return label_of(note.text, inside - SIGN, NOTE_SIZE, NOTE_LEADING)


def _flow_axes(width: float, height: float, style: Style) -> tuple[float, float]:
    """Return a size as (along the flow, across it)."""
    return (height, width) if style.upright else (width, height)


def _sign(node: Node, style: Style) -> Sized:
    size = GATEWAY if node.kind.is_gateway else EVENT
    at_end = node.kind in (NodeKind.START, NodeKind.END, NodeKind.HAND_OVER)
    linked = node.kind in (NodeKind.LINK_IN, NodeKind.LINK_OUT)
    if linked:
        size = LINK
    narrow = style.upright and not at_end
    outside = label_of(
        node.label, 56 if narrow else style.outside_width, LABEL_SIZE, LABEL_LEADING
    )
    return Sized(
        width=size,
        height=size,
        title=Label((), 0, 0),
        notes=(),
        outside=outside,
        room=_room(node, size / 2, outside, style),
    )


def _room(node: Node, half: float, label: Label, style: Style) -> Room:
    """Return the room of an event or gateway: its label mostly stands on one side of it."""
    if not label.lines:
        return Room(half, half, half, half)
    if style.upright:
        return _room_upright(node, half, label)
    along = max(half, label.width / 2 - 12)
    if node.kind.is_gateway:
        reach = max(half, half * (1 - CORNER) + label.height - 4)
        return Room(along, along, reach, half + 2)
    return Room(along, along, half, half + BESIDE + label.height)


def _room_upright(node: Node, half: float, label: Label) -> Room:
    if node.kind is NodeKind.START:
        side = max(half, label.width / 2)
        return Room(half + BESIDE + label.height, half, side, side)
    if node.kind in (NodeKind.END, NodeKind.HAND_OVER):
        side = max(half, label.width / 2)
        return Room(half, half + BESIDE + label.height, side, side)
    side = half * (1 - CORNER) + label.width if node.kind.is_gateway else half + BESIDE + label.width
    return Room(half, half, side, side)
