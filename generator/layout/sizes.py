"""Gives every node its size from its text, and its label the room that it needs outside."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from math import ceil
from typing import NamedTuple

from generator.layout.drawing import BODY_SIZE
from generator.layout.graph import FlowGraph, Node, NodeKind, Orientation
from generator.layout.shapes import Side
from generator.layout.text import longest_word, text_width, wrap

BODY_LEADING = 14.4
LABEL_SIZE = 11.0
LABEL_LEADING = 13.2
NOTE_SIZE = 10.5
NOTE_LEADING = 13.0
LONGEST_WORD = 84.0
BROAD = 96.0
"""Width of the labels of edges where nothing narrows them."""
SLACK = 3.0
"""Labels are so much broader than their text, for programs with other fonts."""
SIGN = 14.0
"""Width of the sign before a note, with its distance."""
PADDING = 6.0
MOST_OVER = 6.0
"""A long word may reach so far into the padding of its box rather than be broken."""
LEAST_HEIGHT = 48.0
MOST_LINES = 4
STRETCHES = (1.0, 1.35, 1.7)
BESIDE_WIDTH = 56.0
"""Width of labels beside the signs of vertical diagrams."""
RANK_GAP, RANK_GAP_TIGHT = 28.0, 22.0
"""Distance of the shapes of one rank from those of the next in vertical diagrams."""
EVENT, GATEWAY, LINK = 36.0, 42.0, 30.0
MARK = 32.0
"""Room in the box of a group for the sign that it has something inside."""
BESIDE = 4.0
"""Distance of an outside label from its shape."""
CORNER = 0.25
"""How far into the box of a diamond a label may reach at its corners."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawingStyle:
    """Widths in px that depend on the orientation and on the room there is.

    `row_pad` is the distance of shapes from the borders of their lane. With `tight` labels may
    stand on these borders, and ranks are closer.
    """

    orientation: Orientation
    task_width: float = 120.0
    edge_label_width: float = BROAD
    outside_width: float = 100.0
    row_pad: float = 12.0
    tight: bool = False
    bonds: frozenset[str] = frozenset()

    @property
    def vertical(self) -> bool:
        """Whether the flow runs downwards."""
        return self.orientation is Orientation.VERTICAL

    @property
    def rank_gap(self) -> float:
        """The least distance of two ranks of a vertical diagram."""
        return RANK_GAP_TIGHT if self.tight else RANK_GAP


class Label(NamedTuple):
    """Wrapped text and its size in px; no lines, no size."""

    lines: tuple[str, ...]
    width: float
    height: float


class Room(NamedTuple):
    """How far a node reaches from its centre: along the flow and at right angles to it."""

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
    label_side: Side
    room: Room


class TypeSize(NamedTuple):
    """A size of text and the distance of its lines, in px."""

    size: float
    leading: float


BODY = TypeSize(BODY_SIZE, BODY_LEADING)
LABEL = TypeSize(LABEL_SIZE, LABEL_LEADING)
NOTE = TypeSize(NOTE_SIZE, NOTE_LEADING)


def label_of(text: str, width: float, kind: TypeSize, bonds: frozenset[str] = frozenset()) -> Label:
    """Wrap a text and measure it; sizes are even numbers of px."""
    size, leading = kind
    if kind is LABEL:  # it may stand out; only very long words are broken
        width = max(width, min(longest_word(text, size), LONGEST_WORD))
    lines = wrap(text, width, size, bonds)
    if not lines:
        return Label((), 0.0, 0.0)
    widest = max(text_width(line, size) for line in lines)
    return Label(lines, even(widest + SLACK), even(len(lines) * leading))


def even(length: float) -> float:
    """Round up so that halves of it are whole px and lines stay sharp."""
    return 2.0 * ceil(length / 2)


def edge_label(text: str, style: DrawingStyle) -> Label:
    """Wrap the label of an edge; a long text gets longer lines rather than a tower of them."""
    for stretch in STRETCHES:
        label = label_of(text, style.edge_label_width * stretch, LABEL, style.bonds)
        if len(label.lines) <= MOST_LINES:
            break
    return label


def broad_edge_label(text: str, style: DrawingStyle) -> Label:
    """Wrap the label of an edge for a place with room to both sides."""
    return label_of(text, max(style.edge_label_width, BROAD), LABEL, style.bonds)


def sized_nodes(
    graph: FlowGraph, style: DrawingStyle, used: Sequence[AbstractSet[Side]]
) -> tuple[Sized, ...]:
    """Return the sizes of all nodes; `used` are the sides at which arrows touch each of them."""
    return tuple(
        _box(node, style) if node.kind.is_box else _sign(node, style, sides)
        for node, sides in zip(graph.nodes, used, strict=True)
    )


def _label_side(node: Node, style: DrawingStyle, used: AbstractSet[Side]) -> Side:
    """Return the first free side, in the order in which a person would put the name there."""
    if not style.vertical:
        wanted = (Side.DOWN, Side.UP, Side.RIGHT, Side.LEFT)
    elif node.kind is NodeKind.START:
        wanted = (Side.UP, Side.RIGHT, Side.LEFT, Side.DOWN)
    elif node.kind in (NodeKind.END, NodeKind.HAND_OVER):
        wanted = (Side.DOWN, Side.RIGHT, Side.LEFT, Side.UP)
    else:
        wanted = (Side.RIGHT, Side.LEFT, Side.UP, Side.DOWN)
    return next((side for side in wanted if side not in used), wanted[0])


def _box(node: Node, style: DrawingStyle) -> Sized:
    inside = style.task_width - 2 * PADDING
    longest = min(longest_word(node.label, BODY_SIZE), inside + MOST_OVER)
    title = label_of(node.label, max(inside, longest), BODY, style.bonds)
    notes = tuple(label_of(note.text, inside - SIGN, NOTE, style.bonds) for note in node.notes)
    height = title.height + sum(note.height for note in notes) + (5 if notes else 0)
    height = max(LEAST_HEIGHT, even(height + 2 * PADDING + 4))
    if node.kind is NodeKind.GROUP:  # programs draw a sign below the name, which stays centred
        height += MARK
    half = _flow_axes(style.task_width / 2, height / 2, style)
    return Sized(
        width=style.task_width,
        height=height,
        title=title,
        notes=notes,
        outside=Label((), 0, 0),
        label_side=Side.DOWN,
        room=Room(half[0], half[0], half[1], half[1]),
    )


def _flow_axes(width: float, height: float, style: DrawingStyle) -> tuple[float, float]:
    """Return a size as (along the flow, at right angles to it)."""
    return (height, width) if style.vertical else (width, height)


def _sign(node: Node, style: DrawingStyle, used: AbstractSet[Side]) -> Sized:
    side = _label_side(node, style, used)
    size = GATEWAY if node.kind.is_gateway else EVENT
    if node.kind in (NodeKind.LINK_IN, NodeKind.LINK_OUT):
        size = LINK
    beside = style.vertical and side in (Side.RIGHT, Side.LEFT)
    width = BESIDE_WIDTH if beside else style.outside_width
    outside = label_of(node.label, width, LABEL, style.bonds)
    if not outside.lines:
        left = right = up = down = size / 2
    elif node.kind.is_gateway:
        left, right, up, down = _gateway_reach(size / 2, outside, style, used)
    else:
        left, right, up, down = _event_reach(size / 2, outside, style, side)
    return Sized(
        width=size,
        height=size,
        title=Label((), 0, 0),
        notes=(),
        outside=outside,
        label_side=side,
        room=Room(up, down, left, right) if style.vertical else Room(left, right, up, down),
    )


_Reach = tuple[float, float, float, float]
"""How far a shape with its label reaches from its centre: left, right, up, down."""


def _gateway_reach(
    half: float, label: Label, style: DrawingStyle, used: AbstractSet[Side]
) -> _Reach:
    """The label of a gateway stands at one of its corners, or where no arrow touches it."""
    corner = ceil(half * (1 - 2 * CORNER))
    if style.vertical:
        beyond_gap = corner + label.height + BESIDE - style.rank_gap
        return half, corner + label.width, max(half, beyond_gap), half
    if Side.UP in used and Side.DOWN in used:
        return half, corner + label.width, max(half, corner + label.height), half
    along = max(half, label.width / 2)
    if Side.UP in used:
        return along, along, half, half + BESIDE + label.height
    return along, along, half + BESIDE + label.height, half


def _event_reach(half: float, label: Label, style: DrawingStyle, side: Side) -> _Reach:
    """The label of an event stands at the middle of one side."""
    if side in (Side.RIGHT, Side.LEFT):
        beside_it = max(half, label.height / 2)
        away = half + BESIDE + label.width
        left, right = (away if side is Side.LEFT else half), (away if side is Side.RIGHT else half)
        return left, right, beside_it, beside_it
    away = half + BESIDE + label.height
    width = max(half, label.width / 2 - (0 if style.vertical else 12))
    return (width, width, away, half) if side is Side.UP else (width, width, half, away)
