"""Finds the shape of a flow: loops back, ranks along the flow, neighbours by number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.layout.graph import FlowGraph

SIDES = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Topology:
    """A graph by numbers: nodes, edges and lanes are indices in the order of declaration.

    `onward` and `inward` hold, for each node, its edges without the loops back; `rank` is the
    column in which it first stands; `order` runs along the flow. `dead_ends` are the edges from a
    gateway to a node where the flow ends, which may stand right below or above it. Where `ordered`,
    the ranks are places in the lane and stay.
    `crowded` are the nodes with more ways out than they have sides.
    """

    source: tuple[int, ...]
    target: tuple[int, ...]
    lane: tuple[int, ...]
    lanes: int
    is_gateway: tuple[bool, ...]
    has_label: tuple[bool, ...]
    edges_of: tuple[tuple[int, ...], ...]
    feedback: frozenset[int]
    dead_ends: frozenset[int]
    crowded: frozenset[int]
    onward: tuple[tuple[int, ...], ...]
    inward: tuple[tuple[int, ...], ...]
    rank: tuple[int, ...]
    order: tuple[int, ...]
    ordered: bool = False

    @property
    def nodes(self) -> range:
        """All nodes."""
        return range(len(self.lane))

    @property
    def edges(self) -> range:
        """All edges."""
        return range(len(self.source))

    @property
    def entries(self) -> int:
        """How many nodes begin a flow."""
        return sum(1 for node in self.nodes if self.onward[node] and not self.inward[node])

    def step_between(self, edge: int) -> int:
        """How many columns further the target must stand: none in another lane or at a dead end."""
        if edge in self.dead_ends:
            return 0
        return 1 if self.lane[self.source[edge]] == self.lane[self.target[edge]] else 0

    def comes_back(self, node: int, column: Sequence[int]) -> bool:
        """Whether a path that stays in the node's column returns to the node's lane.

        Time runs along the columns, so two nodes of a lane in one column would look simultaneous.
        """
        return self._comes_back(node, column, self.onward, self.target) or self._comes_back(
            node, column, self.inward, self.source
        )

    def _comes_back(
        self,
        node: int,
        column: Sequence[int],
        ways: tuple[tuple[int, ...], ...],
        end: tuple[int, ...],
    ) -> bool:
        path = [node]
        while path:
            for edge in ways[path.pop()]:
                other = end[edge]
                if column[other] == column[node] and edge not in self.dead_ends:
                    if self.lane[other] == self.lane[node]:
                        return True
                    path.append(other)
        return False


def topology_of(graph: FlowGraph) -> Topology:
    """Return the topology of a graph."""
    number = {node.id: place for place, node in enumerate(graph.nodes)}
    lanes = {lane.id: place for place, lane in enumerate(graph.lanes)}
    source = tuple(number[edge.source] for edge in graph.edges)
    target = tuple(number[edge.target] for edge in graph.edges)
    lane = tuple(lanes[node.lane] for node in graph.nodes)
    out = _grouped(source, len(lane))
    into = _grouped(target, len(lane))
    places = _places(lane)
    feedback = (
        _leftward(source, target, places)
        if graph.ordered
        else _feedback(out, into, (source, target))
    )
    onward = tuple(tuple(edge for edge in edges if edge not in feedback) for edges in out)
    inward = tuple(tuple(edge for edge in edges if edge not in feedback) for edges in into)
    order = _along_the_flow(onward, inward, target)
    edges_of = tuple(tuple(sorted({*out[n], *into[n]})) for n in range(len(lane)))
    return Topology(
        source=source,
        target=target,
        lane=lane,
        lanes=len(lanes),
        is_gateway=tuple(node.kind.is_gateway for node in graph.nodes),
        has_label=tuple(bool(edge.label) for edge in graph.edges),
        edges_of=edges_of,
        feedback=feedback,
        dead_ends=frozenset(
            edge
            for node, edges in enumerate(edges_of)
            for edge in edges
            if len(edges) == 1
            and target[edge] == node
            and graph.nodes[source[edge]].kind.is_gateway
        ),
        crowded=frozenset(
            node for node, edges in enumerate(out) if len(edges) + bool(into[node]) > SIDES
        ),
        onward=onward,
        inward=inward,
        rank=places if graph.ordered else _Ranks(source, lane, (onward, inward)).of(order),
        order=order,
        ordered=graph.ordered,
    )


def _grouped(ends: Sequence[int], count: int) -> tuple[tuple[int, ...], ...]:
    groups: list[list[int]] = [[] for _ in range(count)]
    for edge, node in enumerate(ends):
        groups[node].append(edge)
    return tuple(map(tuple, groups))


def _places(lane: Sequence[int]) -> tuple[int, ...]:
    """Return the place of each node among those of its lane."""
    count: Counter[int] = Counter()
    places = []
    for own in lane:
        places.append(count[own])
        count[own] += 1
    return tuple(places)


def _leftward(
    source: Sequence[int], target: Sequence[int], places: Sequence[int]
) -> frozenset[int]:
    """Return the edges that lead to an earlier place, or to an earlier node of the same."""
    return frozenset(
        edge
        for edge, (left, right) in enumerate(zip(source, target, strict=True))
        if (places[right], right) <= (places[left], left)
    )


def _feedback(
    out: Sequence[Sequence[int]],
    into: Sequence[Sequence[int]],
    ends: tuple[Sequence[int], Sequence[int]],
) -> frozenset[int]:
    """Return the loops back: those that the order of declaration shows, unless a walk finds fewer.

    Editors write steps from top to bottom; in imported models the order says nothing.
    """
    declared = _against_order(*ends)
    walked = frozenset(_loops_back(out, into, ends[1]))
    return walked if len(walked) < len(declared) else declared


def _against_order(source: Sequence[int], target: Sequence[int]) -> frozenset[int]:
    """Return the edges to nodes declared earlier, without those that close no circle."""
    kept: dict[int, set[int]] = {}
    against = []
    for edge, (left, right) in enumerate(zip(source, target, strict=True)):
        if left < right:
            kept.setdefault(left, set()).add(right)
        else:
            against.append(edge)
    loops = set()
    for edge in against:
        if _reaches(target[edge], source[edge], kept):
            loops.add(edge)
        else:
            kept.setdefault(source[edge], set()).add(target[edge])
    return frozenset(loops)


def _reaches(start: int, goal: int, following: Mapping[int, set[int]]) -> bool:
    seen, waiting = {start}, [start]
    while waiting:
        node = waiting.pop()
        if node == goal:
            return True
        waiting += following.get(node, set()) - seen
        seen |= following.get(node, set())
    return False


def _loops_back(
    out: Sequence[Sequence[int]], into: Sequence[Sequence[int]], target: Sequence[int]
) -> Iterator[int]:
    """Yield the edges to a node that a depth-first walk from the starts has not left yet."""
    on_path: set[int] = set()
    seen: set[int] = set()
    for root in sorted(range(len(out)), key=lambda node: (bool(into[node]), node)):
        path = [] if root in seen else [(root, iter(out[root]))]
        seen.add(root)
        on_path.add(root)
        while path:
            node, rest = path[-1]
            edge = next(rest, None)
            if edge is None:
                on_path.discard(node)
                path.pop()
            elif target[edge] in on_path:
                yield edge
            elif target[edge] not in seen:
                seen.add(target[edge])
                on_path.add(target[edge])
                path.append((target[edge], iter(out[target[edge]])))
        on_path.discard(root)


def _along_the_flow(
    onward: Sequence[Sequence[int]], inward: Sequence[Sequence[int]], target: Sequence[int]
) -> tuple[int, ...]:
    waiting = [len(edges) for edges in inward]
    order = [node for node, count in enumerate(waiting) if not count]
    for node in order:
        for edge in onward[node]:
            waiting[target[edge]] -= 1
            if not waiting[target[edge]]:
                order.append(target[edge])
    return tuple(order)


class _Ranks:
    """Longest paths, where a simple change of lanes may stay in the same column."""

    def __init__(
        self,
        source: Sequence[int],
        lane: Sequence[int],
        ways: tuple[Sequence[Sequence[int]], Sequence[Sequence[int]]],
    ) -> None:
        self.source = source
        self.lane = lane
        self.onward, self.inward = ways
        self.rank = [0] * len(lane)
        self.lanes_in_column: dict[int, set[int]] = {}

    def of(self, order: Sequence[int]) -> tuple[int, ...]:
        for node in order:
            rank = max((self._after(edge, node) for edge in self.inward[node]), default=0)
            self.rank[node] = rank
            self.lanes_in_column.setdefault(rank, set()).add(self.lane[node])
        return tuple(self.rank)

    def _after(self, edge: int, node: int) -> int:
        before = self.source[edge]
        return self.rank[before] + (0 if self._may_share_column(before, node) else 1)

    def _may_share_column(self, before: int, node: int) -> bool:
        if self.lane[before] == self.lane[node]:
            return False
        if len(self.onward[before]) != 1 or len(self.inward[node]) != 1:
            return False
        low, high = sorted((self.lane[before], self.lane[node]))
        taken = self.lanes_in_column[self.rank[before]]
        return self.lane[node] not in taken and not any(low < lane < high for lane in taken)
