"""Splits diagrams that are too long for a page into sheets, joined by off-page connectors."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from heapq import nsmallest

from generator.layout.compose import LEAST_POINTS, draw_for
from generator.layout.drawing import Drawing, SheetRoom
from generator.layout.graph import Edge, FlowGraph, Node, NodeKind, Orientation
from generator.layout.topology import Topology, topology_of

MOST_SHEETS = 20
MOST_MORE = 4
"""Where so many sheets more than height asks for do not help, lanes are too many, not steps."""
MORE_EVEN = 2.0
"""How much more even lengths weigh with each sheet more, since those before were not legible."""
CUT_EDGE = 3.0
"""What an arrow that leads to another sheet weighs against sheets of unequal length."""
CUT_OFF = 9.0
"""The same for an arrow to a gateway or to an end: both belong to the step before them."""
SPLITS = 4
"""So many of the best splits into as many sheets are drawn, until one is legible."""


def draw_sheets(
    graph: FlowGraph, orientation: Orientation, page: SheetRoom, *, sheet_label: str = "{number}"
) -> tuple[Drawing, ...]:
    """Return the drawing as one sheet, or as few sheets as make its text legible on the page.

    `sheet_label` is written beside off-page connectors, with the number of the other sheet. Where
    no split makes the text large enough, the best one is returned.
    """
    best: tuple[Drawing, ...] = (draw_for(graph, orientation, page),)
    topology = topology_of(graph)
    ranks = max(topology.rank, default=0) + 1
    fewest = max(2, int(LEAST_POINTS / _points(best, page)))
    for count in range(fewest, min(fewest + MOST_MORE, MOST_SHEETS, ranks) + 1):
        if _legible(best, page):
            break
        for parts in _splits(topology, count, evenness=MORE_EVEN ** (count - fewest)):
            graphs = _Splitter(graph, topology, parts, sheet_label).graphs(count)
            drawings = tuple(
                replace(draw_for(part, orientation, page), sheet=number, sheets=count)
                for number, part in enumerate(graphs, 1)
            )
            if _points(drawings, page) > _points(best, page):
                best = drawings
            if _legible(best, page):
                break
    return best


def _points(drawings: Sequence[Drawing], page: SheetRoom) -> float:
    return min(drawing.points_on(page) for drawing in drawings)


def _legible(drawings: Sequence[Drawing], page: SheetRoom) -> bool:
    return _points(drawings, page) >= LEAST_POINTS


def _splits(topology: Topology, count: int, *, evenness: float) -> list[tuple[int, ...]]:
    """Return the part of each node in the best splits: few edges parted, lengths even."""
    ranks = max(topology.rank) + 1
    cut = [0.0] * (ranks + 1)
    for edge in topology.edges:
        ends = (topology.source[edge], topology.target[edge])
        low, high = sorted(topology.rank[end] for end in ends)
        weight = CUT_OFF if _belongs_to_source(topology, edge) else CUT_EDGE
        for place in range(low + 1, high + 1):
            cut[place] += weight
    even = ranks / count

    @cache
    def best(start: int, left: int) -> list[tuple[float, tuple[int, ...]]]:
        """Cost and cuts of the ranks from `start` on, in `left` parts; the best first."""
        if left == 1:
            return [(evenness * (ranks - start - even) ** 2, ())]
        return nsmallest(
            SPLITS,
            (
                (evenness * (end - start - even) ** 2 + cut[end] + rest, (end, *cuts))
                for end in range(start + 1, ranks - left + 2)
                for rest, cuts in best(end, left - 1)
            ),
        )

    return [
        tuple(sum(rank >= place for place in cuts) for rank in topology.rank)
        for _, cuts in best(0, count)
    ]


def _belongs_to_source(topology: Topology, edge: int) -> bool:
    target = topology.target[edge]
    return topology.is_gateway[target] or not topology.onward[target]


class _Splitter:
    """Cuts a graph into parts and puts connectors where edges lead from one to another."""

    def __init__(
        self, graph: FlowGraph, topology: Topology, parts: tuple[int, ...], label: str
    ) -> None:
        self.graph = graph
        self.topology = topology
        self.parts = parts
        self.label = label
        self.marks = {node: _mark(turn) for turn, node in enumerate(self._targets())}

    def _targets(self) -> list[int]:
        """Return the nodes that edges from other sheets lead to, in the order of the edges."""
        targets = (self.topology.target[edge] for edge in self._cut_edges())
        return list(dict.fromkeys(targets))

    def _cut_edges(self) -> Iterator[int]:
        for edge in self.topology.edges:
            if self.parts[self.topology.source[edge]] != self.parts[self.topology.target[edge]]:
                yield edge

    def graphs(self, count: int) -> list[FlowGraph]:
        """Return the graph of each sheet, with the lanes that it needs."""
        return [self._graph(part) for part in range(count)]

    def _graph(self, part: int) -> FlowGraph:
        nodes = {node.id: node for node in self._entries(part)}
        own = (n for number, n in enumerate(self.graph.nodes) if self.parts[number] == part)
        nodes |= {node.id: node for node in own}
        edges = [
            Edge(id=f"{name}.edge", source=name, target=self.graph.nodes[target].id)
            for name, target in self._entry_names(part)
        ]
        for number, edge in enumerate(self.graph.edges):
            source = self.parts[self.topology.source[number]]
            target = self.parts[self.topology.target[number]]
            if source == target == part:
                edges.append(edge)
            elif source == part:
                out = self._exit(number, target)
                nodes.setdefault(out.id, out)
                edges.append(replace(edge, target=out.id))
        used = {node.lane for node in nodes.values()}
        return replace(
            self.graph,
            lanes=tuple(lane for lane in self.graph.lanes if lane.id in used),
            nodes=tuple(nodes.values()),
            edges=tuple(edges),
        )

    def _entry_names(self, part: int) -> Iterator[tuple[str, int]]:
        for target in self.marks:
            if self.parts[target] == part:
                yield f"{self.graph.nodes[target].id}.from", target

    def _entries(self, part: int) -> Iterator[Node]:
        for name, target in self._entry_names(part):
            froms = {
                self.parts[self.topology.source[edge]]
                for edge in self._cut_edges()
                if self.topology.target[edge] == target
            }
            label = self.label.format(number=", ".join(str(sheet + 1) for sheet in sorted(froms)))
            yield Node(
                id=name,
                kind=NodeKind.LINK_IN,
                lane=self.graph.nodes[target].lane,
                label=label,
                mark=self.marks[target],
            )

    def _exit(self, edge: int, sheet: int) -> Node:
        source = self.graph.nodes[self.topology.source[edge]]
        target = self.topology.target[edge]
        return Node(
            id=f"{self.graph.nodes[target].id}.to.{source.id}",
            kind=NodeKind.LINK_OUT,
            lane=source.lane,
            label=self.label.format(number=sheet + 1),
            mark=self.marks[target],
        )


def _mark(turn: int) -> str:
    """Return A, B, … Z, then A2, B2 and so on."""
    letter = chr(ord("A") + turn % 26)
    return letter if turn < 26 else f"{letter}{turn // 26 + 1}"  # noqa: PLR2004 - letters
