"""Loops back and ranks are what a reader of the steps would say."""

from __future__ import annotations

from generator.layout import Edge, FlowGraph, Lane, Node, NodeKind
from generator.layout.topology import topology_of


def graph(nodes: str, edges: str) -> FlowGraph:
    """Nodes as `name:lane`, edges as `from>to`."""
    pairs = [node.split(":") for node in nodes.split()]
    return FlowGraph(
        lanes=tuple(Lane(id=lane, title=lane) for lane in sorted({lane for _, lane in pairs})),
        nodes=tuple(Node(id=name, kind=NodeKind.TASK, lane=lane) for name, lane in pairs),
        edges=tuple(
            Edge(id=edge, source=edge.split(">")[0], target=edge.split(">")[1])
            for edge in edges.split()
        ),
    )


def loops(drawn: FlowGraph) -> set[str]:
    return {drawn.edges[edge].id for edge in topology_of(drawn).feedback}


def test_a_step_back_is_a_loop() -> None:
    assert loops(graph("a:x b:x c:x", "a>b b>c c>b")) == {"c>b"}


def test_the_order_of_the_steps_says_which_of_two_ways_leads_back() -> None:
    drawn = graph("a:x b:x c:x d:x e:x", "a>b a>d b>c c>d c>e d>b")
    assert loops(drawn) == {"d>b"}


def test_a_jump_to_an_earlier_step_that_closes_no_circle_is_no_loop() -> None:
    assert loops(graph("a:x c:x b:x", "a>b b>c")) == set()


def test_a_walk_from_the_start_wins_where_the_order_says_nothing() -> None:
    drawn = graph("d:x b:x c:x s:x a:x", "s>a a>b a>c b>d c>d d>a")
    assert loops(drawn) == {"d>a"}


def test_a_loop_on_itself_is_a_loop() -> None:
    assert loops(graph("a:x b:x", "a>a a>b")) == {"a>a"}


def test_steps_of_one_lane_stand_in_a_row() -> None:
    assert topology_of(graph("a:x b:x c:x", "a>b b>c")).rank == (0, 1, 2)


def test_a_simple_change_of_lanes_stays_in_its_column() -> None:
    assert topology_of(graph("a:x b:y c:y", "a>b b>c")).rank == (0, 0, 1)


def test_a_change_of_lanes_over_an_occupied_lane_does_not() -> None:
    drawn = graph("s:x m:y a:x b:z", "s>m a>b")
    assert topology_of(drawn).rank == (0, 0, 0, 1)
