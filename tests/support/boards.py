"""Boards for tests of the search: a small flow on its first seats."""

from __future__ import annotations

from flows import topology

from generator.layout.board import Board
from generator.layout.seating import seat


def board(nodes: str, edges: str, *, spare: int = 1, row_cost: float = 0.3) -> Board:
    """The flow of `flows.topology` on a board."""
    flow = topology(nodes, edges)
    return Board(flow, seat(flow, spare=spare), row_cost=row_cost)
