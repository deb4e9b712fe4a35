"""Draws one diagram: plans it, places it, and writes every text into its box."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.layout.coordinates import Placement, place
from generator.layout.drawing import (
    A4_PORTRAIT,
    BODY_SIZE,
    LARGEST_POINTS,
    PX_PER_MM,
    Box,
    Drawing,
    DrawnEdge,
    DrawnLane,
    DrawnNode,
    DrawnNote,
    SheetRoom,
    TextBlock,
)
from generator.layout.graph import FlowGraph, Node, Orientation
from generator.layout.label_candidates import LabelPlace
from generator.layout.labels import place_labels
from generator.layout.needs import Needs
from generator.layout.plan import Plan, plan
from generator.layout.shapes import Side, side_towards
from generator.layout.sizes import (
    BODY,
    BODY_LEADING,
    LABEL_LEADING,
    LABEL_SIZE,
    NOTE_LEADING,
    NOTE_SIZE,
    PADDING,
    SIGN,
    DrawingStyle,
    Label,
    Sized,
    broad_edge_label,
    edge_label,
    even,
    label_of,
    sized_nodes,
)
from generator.layout.text import longest_word, text_width, wrap
from generator.layout.topology import Topology, topology_of
from generator.layout.tracks import assign_tracks

HEADER_WIDTH, MOST_HEADER_WIDTH = 84.0, 116.0
"""Depth of the headers of horizontal lanes, and how deep a long word may make them."""
HEADER_PAD = 8.0
LEAST_LANE = 64.0
SHORT_LABEL = 46.0
"""Four Chinese characters are not broken."""
ROW_COST = {Orientation.HORIZONTAL: 0.5, Orientation.VERTICAL: 2.0}
"""In bends; a row of a vertical diagram is width, of which paper has little."""
STYLES = {
    Orientation.HORIZONTAL: (DrawingStyle(orientation=Orientation.HORIZONTAL),),
    Orientation.VERTICAL: tuple(
        DrawingStyle(
            orientation=Orientation.VERTICAL,
            task_width=width,
            edge_label_width=max(SHORT_LABEL, width / 2 - 2),
            outside_width=width,
            row_pad=pad,
            tight=tight,
        )
        for width, pad, tight in (
            (120.0, 12.0, False),
            (112.0, 12.0, False),
            (92.0, 12.0, False),
            (84.0, 8.0, False),
            (84.0, 8.0, True),
            (84.0, 6.0, True),
        )
    ),
}
MAP_STYLES = {
    Orientation.HORIZONTAL: tuple(
        DrawingStyle(orientation=Orientation.HORIZONTAL, task_width=width)
        for width in (120.0, 110.0, 100.0)
    ),
    Orientation.VERTICAL: STYLES[Orientation.VERTICAL],
}
LEAST_POINTS = 7.0
"""Smaller text is not legible on paper: boxes become narrower, then the diagram is split."""
ROOMY_POINTS = 8.0
"""From this size of the text on, a page has room for more rows."""
HOPELESS = 1.05
"""Narrower boxes make a drawing higher; only the tightest ones save a little height."""
COMFORTABLE_STYLE = 1
"""Which style is taken on screens where none is legible on paper; there the diagram is split."""


def draw(graph: FlowGraph, orientation: Orientation) -> Drawing:
    """Return the drawing of a graph with its lanes in the given orientation, for screens."""
    topology = topology_of(graph)
    planned = plan(topology, row_cost=ROW_COST[orientation])
    styles = _styles(graph, orientation)
    *_, drawing = _in_breadths(graph, topology, planned, styles, A4_PORTRAIT)
    if graph.ordered or len(styles) == 1 or _legible(drawing, A4_PORTRAIT):
        return drawing
    return _Composer(graph, topology, planned, styles[COMFORTABLE_STYLE]).drawing()


def draw_for(graph: FlowGraph, orientation: Orientation, page: SheetRoom) -> Drawing:
    """Return the drawing of a graph in the breadth in which its text is largest on a page.

    Where a page has room for more rows they are taken: lines then bend less.
    """
    topology, styles = topology_of(graph), _styles(graph, orientation)
    for row_cost in (ROW_COST[Orientation.HORIZONTAL], ROW_COST[orientation]):
        planned = plan(topology, row_cost=row_cost)
        drawings = _in_breadths(graph, topology, planned, styles, page)
        drawing = max(drawings, key=lambda each: each.points_on(page))
        if drawing.points_on(page) >= ROOMY_POINTS:
            break
    return drawing


def _styles(graph: FlowGraph, orientation: Orientation) -> tuple[DrawingStyle, ...]:
    return (MAP_STYLES if graph.ordered else STYLES)[orientation]


def _in_breadths(
    graph: FlowGraph,
    topology: Topology,
    planned: Plan,
    styles: Sequence[DrawingStyle],
    page: SheetRoom,
) -> Iterator[Drawing]:
    """Yield the drawing with narrower and narrower boxes, until it is legible or too long."""
    for style in styles:
        drawing = _Composer(graph, topology, planned, style).drawing()
        yield drawing
        if _legible(drawing, page) or drawing.height > HOPELESS * _highest(page):
            break


def _highest(page: SheetRoom) -> float:
    """How high a drawing may be, in px, whose text is legible on a page."""
    return page.height * PX_PER_MM * LARGEST_POINTS / LEAST_POINTS


def _legible(drawing: Drawing, page: SheetRoom) -> bool:
    return drawing.points_on(page) >= LEAST_POINTS


class _Composer:
    def __init__(
        self, graph: FlowGraph, topology: Topology, planned: Plan, style: DrawingStyle
    ) -> None:
        self.graph = graph
        self.topology = topology
        self.style = style = replace(style, bonds=graph.bonds)
        self.sizes = sized_nodes(graph, style, _sides_in_use(topology, planned, style))
        self.header_width = self._header_width()
        self.headers, least = self._lane_headers()
        deepest = max((header.height for header in self.headers), default=0.0)
        self.needs = Needs(
            plan=planned,
            tracks=assign_tracks(planned, topology.target),
            sizes=self.sizes,
            ends=tuple(zip(topology.source, topology.target, strict=True)),
            labels=tuple(edge_label(edge.label, style) for edge in graph.edges),
            broad_labels=tuple(broad_edge_label(edge.label, style) for edge in graph.edges),
            lane_least=least,
            header=deepest + 2 * HEADER_PAD if style.vertical else self.header_width,
            style=style,
        )

    def _header_width(self) -> float:
        longest = max((longest_word(each.title, BODY_SIZE) for each in self.graph.lanes), default=0)
        return even(min(max(HEADER_WIDTH, longest + HEADER_PAD), MOST_HEADER_WIDTH))

    def _lane_headers(self) -> tuple[tuple[Label, ...], tuple[float, ...]]:
        """Return the wrapped titles of the lanes and how broad each lane must be for its own."""
        headers, least = [], []
        for lane in self.graph.lanes:
            width = self.style.task_width if self.style.vertical else self.header_width
            header = label_of(lane.title, width - HEADER_PAD, BODY, self.style.bonds)
            extent = header.width if self.style.vertical else header.height
            headers.append(header)
            # Programs for BPMN write the name of a lane along its header; maps are not for them.
            turned = 0.0 if self.graph.ordered else _two_lines(lane.title) + 10
            least.append(max(LEAST_LANE, extent + 2 * HEADER_PAD, turned))
        return tuple(headers), tuple(least)

    def drawing(self) -> Drawing:
        placement = place(self.needs)
        outside = place_labels(self.graph.nodes, self.needs, placement)
        outside = {key: _on_sheet(placed, placement) for key, placed in outside.items()}
        turn = self._reading_order()
        nodes = tuple(
            self._node(number, placement.boxes[number], outside, turn.index(number) + 1)
            for number in turn
        )
        return Drawing(
            title=self.graph.title,
            description=self.graph.description,
            orientation=self.style.orientation,
            width=placement.width,
            height=placement.height,
            lanes=self._lanes(placement),
            nodes=nodes,
            edges=self._edges(placement, outside),
        )

    def _reading_order(self) -> list[int]:
        """Order the nodes along the flow: a branch is read to its end before the next begins."""
        topology = self.topology
        if topology.ordered:
            return list(topology.nodes)
        waiting = [len(edges) for edges in topology.inward]
        stack = [node for node in reversed(topology.order) if not waiting[node]]
        order = []
        while stack:
            node = stack.pop()
            order.append(node)
            for edge in reversed(topology.onward[node]):
                other = topology.target[edge]
                waiting[other] -= 1
                if not waiting[other]:
                    stack.append(other)
        return order

    def _node(
        self, number: int, box: Box, outside: dict[tuple[str, int], LabelPlace], step: int
    ) -> DrawnNode:
        node, size = self.graph.nodes[number], self.sizes[number]
        place = outside.get(("node", number))
        text = _block(place) if place else None
        notes: tuple[DrawnNote, ...] = ()
        if node.kind.is_box:
            text, notes = _inside(node, size, box)
        return DrawnNode(
            id=node.id,
            kind=node.kind,
            lane=node.lane,
            box=box,
            label=node.label,
            text=text,
            notes=notes,
            href=node.href,
            detail=node.detail,
            mark=node.mark,
            step=step,
        )

    def _edges(
        self, placement: Placement, outside: dict[tuple[str, int], LabelPlace]
    ) -> tuple[DrawnEdge, ...]:
        drawn = []
        for number, edge in enumerate(self.graph.edges):
            place = outside.get(("edge", number))
            drawn.append(
                DrawnEdge(
                    id=edge.id,
                    kind=edge.kind,
                    source=edge.source,
                    target=edge.target,
                    points=placement.lines[number],
                    label=edge.label,
                    text=_block(place) if place else None,
                )
            )
        return tuple(drawn)

    def _lanes(self, placement: Placement) -> tuple[DrawnLane, ...]:
        drawn = []
        for lane, header, box in zip(self.graph.lanes, self.headers, placement.lanes, strict=True):
            depth = self.needs.header
            head = (
                Box(box.x, box.y, box.width, depth)
                if self.style.vertical
                else Box(box.x, box.y, depth, box.height)
            )
            text = TextBlock(lines=header.lines, box=head, size=BODY_SIZE, leading=BODY_LEADING)
            drawn.append(
                DrawnLane(
                    id=lane.id, label=lane.title, box=box, header=head, text=text, href=lane.href
                )
            )
        return tuple(drawn)


def _two_lines(title: str) -> float:
    """Return the width at which a title takes two lines, as other BPMN tools write it."""
    whole = text_width(title, BODY_SIZE)
    width = whole / 2
    while width < whole and len(wrap(title, width, BODY_SIZE)) > 2:  # noqa: PLR2004 - two lines
        width += 2
    return width


_TURNED = {Side.RIGHT: Side.DOWN, Side.DOWN: Side.RIGHT, Side.LEFT: Side.UP, Side.UP: Side.LEFT}
"""Sides in the axes of the flow → sides of a vertical drawing."""


def _sides_in_use(topology: Topology, planned: Plan, style: DrawingStyle) -> list[set[Side]]:
    """Return for each node the sides, as drawn, at which an arrow leaves or arrives."""
    used: list[set[Side]] = [set() for _ in topology.nodes]
    for edge, line in enumerate(planned.routes):
        for node, end, towards in (
            (topology.source[edge], line[0], line[1]),
            (topology.target[edge], line[-1], line[-2]),
        ):
            side = side_towards(end, towards)
            used[node].add(_TURNED[side] if style.vertical else side)
    return used


def _on_sheet(placed: LabelPlace, placement: Placement) -> LabelPlace:
    """Move the place of a label that would stand out over the edge of the sheet."""
    box = placed.box
    x = max(0.0, min(box.x, placement.width - box.width))
    y = max(0.0, min(box.y, placement.height - box.height))
    return placed._replace(box=box._replace(x=x, y=y))


def _block(placed: LabelPlace) -> TextBlock:
    return TextBlock(
        lines=placed.label.lines, box=placed.box, size=LABEL_SIZE, leading=LABEL_LEADING
    )


def _inside(node: Node, size: Sized, box: Box) -> tuple[TextBlock, tuple[DrawnNote, ...]]:
    """Return the title and the notes of a box; together they stand in its middle."""
    gap = 5.0 if size.notes else 0.0
    content = size.title.height + sum(note.height for note in size.notes) + gap
    top = box.y + (box.height - content) / 2
    title = TextBlock(
        lines=size.title.lines,
        box=Box(box.x, top, box.width, size.title.height),
        size=BODY_SIZE,
        leading=BODY_LEADING,
    )
    top += size.title.height + gap
    notes = []
    for note, label in zip(node.notes, size.notes, strict=True):
        left = box.x + PADDING + SIGN
        text = TextBlock(
            lines=label.lines,
            box=Box(left, top, box.right - PADDING - left, label.height),
            size=NOTE_SIZE,
            leading=NOTE_LEADING,
            anchor="start",
        )
        sign = Box(box.x + PADDING, top + 1, SIGN - 4, SIGN - 4)
        notes.append(
            DrawnNote(kind=note.kind, label=note.text, text=text, sign=sign, href=note.href)
        )
        top += label.height
    return title, tuple(notes)
