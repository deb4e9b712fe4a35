"""Gives every node its first cell: a column by its rank and a row within its lane."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

from generator.layout.topology import Topology

MOST_IN_A_ROW = 6
"""A lane of an ordered diagram with more nodes takes several rows."""
MOST_ALONE_IN_A_ROW = 4
"""Nodes without any edge fill the rows of their lane; a short diagram takes so many columns."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seating:
    """Columns and rows of all nodes; `lane_rows` are the rows [first, end) of each lane."""

    columns: tuple[int, ...]
    rows: tuple[int, ...]
    lane_rows: tuple[tuple[int, int], ...]


def seat(topology: Topology, *, spare: int) -> Seating:
    """Seat the nodes: each in the row of its predecessor if that is free, else the nearest.

    Branches with the longest way to go choose first, so that the main path stays straight. Every
    lane gets `spare` empty rows on both sides, for detours.
    """
    columns, slots = _in_order(topology) if topology.ordered else _cells(topology)
    lane_rows, rows, used = [], [0] * len(topology.lane), 0
    for lane in range(topology.lanes):
        own = [node for node in topology.nodes if topology.lane[node] == lane]
        lowest = min((slots[node] for node in own), default=0) - spare
        highest = max((slots[node] for node in own), default=0) + spare
        for node in own:
            rows[node] = used + slots[node] - lowest
        lane_rows.append((used, used + highest - lowest + 1))
        used += highest - lowest + 1
    return Seating(columns=tuple(columns), rows=tuple(rows), lane_rows=tuple(lane_rows))


def _in_order(topology: Topology) -> tuple[list[int], list[int]]:
    places = topology.rank
    return [place % MOST_IN_A_ROW for place in places], [place // MOST_IN_A_ROW for place in places]


def _cells(topology: Topology) -> tuple[list[int], list[int]]:
    columns, slots = list(topology.rank), [0] * len(topology.lane)
    taken: set[tuple[int, int, int]] = set()
    alone = [node for node in topology.nodes if not topology.edges_of[node]]
    for node in _longest_way_first(topology):
        lane = topology.lane[node]
        before = (topology.source[edge] for edge in topology.inward[node])
        wanted = next((slots[other] for other in before if topology.lane[other] == lane), 0)
        column = columns[node]
        slots[node] = next(slot for slot in _around(wanted) if (column, lane, slot) not in taken)
        taken.add((column, lane, slots[node]))
    width = max(MOST_ALONE_IN_A_ROW, 1 + max(topology.rank, default=0)) if alone else 0
    for node in alone:
        lane = topology.lane[node]
        columns[node], slots[node] = next(
            (column, slot)
            for slot in count()
            for column in range(width)
            if (column, lane, slot) not in taken
        )
        taken.add((columns[node], lane, slots[node]))
    return columns, slots


def _longest_way_first(topology: Topology) -> list[int]:
    """Return the connected nodes by rank, those with most steps before them first."""
    way_to_go = [1] * len(topology.lane)
    for node in reversed(topology.order):
        for edge in topology.onward[node]:
            way_to_go[node] = max(way_to_go[node], way_to_go[topology.target[edge]] + 1)
    connected = [node for node in topology.order if topology.edges_of[node]]
    return sorted(connected, key=lambda node: (topology.rank[node], -way_to_go[node]))


def _around(wanted: int) -> Iterator[int]:
    yield wanted
    for distance in count(1):
        yield wanted + distance
        yield wanted - distance
