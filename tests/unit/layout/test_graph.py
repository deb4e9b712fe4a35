"""A graph that names what is not there is refused when it is made."""

from __future__ import annotations

import pytest

from generator.layout import Edge, FlowGraph, Lane, Node, NodeKind

LANE = Lane(id="x", title="X")
TASK = Node(id="a", kind=NodeKind.TASK, lane="x")


@pytest.mark.parametrize(
    ("lanes", "nodes", "edges", "said"),
    [
        ((LANE, LANE), (TASK,), (), "unique"),
        ((LANE,), (TASK, TASK), (), "unique"),
        ((), (TASK,), (), "node a stands in an unknown lane x"),
        ((LANE,), (TASK,), (Edge(id="e", source="a", target="b"),), "edge e has an unknown end"),
        ((LANE,), (TASK,), (Edge(id="e", source="b", target="a"),), "edge e has an unknown end"),
    ],
)
def test_what_cannot_be_drawn_is_refused(
    lanes: tuple[Lane, ...], nodes: tuple[Node, ...], edges: tuple[Edge, ...], said: str
) -> None:
    with pytest.raises(ValueError, match=said):
        FlowGraph(lanes=lanes, nodes=nodes, edges=edges)


def test_labels_stand_in_boxes_and_gateways_are_diamonds() -> None:
    boxes = {kind for kind in NodeKind if kind.is_box}
    assert boxes == {NodeKind.TASK, NodeKind.CALL, NodeKind.GROUP}
    gateways = {kind for kind in NodeKind if kind.is_gateway}
    assert gateways == {NodeKind.EXCLUSIVE, NodeKind.INCLUSIVE, NodeKind.PARALLEL}
