"""Small flows for tests of diagrams, written in two lines."""

from __future__ import annotations

from generator.layout import Edge, FlowGraph, Lane, Node, NodeKind
from generator.layout.topology import Topology, topology_of

SIGNS = {
    "(": NodeKind.START,
    ")": NodeKind.END,
    "<": NodeKind.EXCLUSIVE,
    "+": NodeKind.PARALLEL,
}


def graph(nodes: str, edges: str, *, ordered: bool = False) -> FlowGraph:
    """Nodes as `name:lane`, signs with one of `( ) < +` before it, edges as `from>to:label`."""
    pairs = [node.split(":") for node in nodes.split()]
    return FlowGraph(
        lanes=tuple(Lane(id=lane, title=lane) for lane in sorted({lane for _, lane in pairs})),
        nodes=tuple(
            Node(id=name.lstrip("()<+"), kind=SIGNS.get(name[0], NodeKind.TASK), lane=lane)
            for name, lane in pairs
        ),
        edges=tuple(
            Edge(id=edge, source=way.split(">")[0], target=way.split(">")[1], label=label)
            for edge in edges.split()
            for way, _, label in [edge.partition(":")]
        ),
        ordered=ordered,
    )


def topology(nodes: str, edges: str, *, ordered: bool = False) -> Topology:
    """The same, by numbers."""
    return topology_of(graph(nodes, edges, ordered=ordered))
