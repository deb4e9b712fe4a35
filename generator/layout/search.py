"""Improves a board: descends, then kicks at conflicts and descends again, bounded by counts."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from generator.layout.board import ANYTHING, Board
from generator.layout.moves import moves_of

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort:
    """How long to search: counts of moves, of kicks without gain, and of work of the board.

    `work` is for the first descent, `kicking` and `easing` for what follows. Kicks with another
    `seed` are other kicks.
    """

    moves: int = 1000
    moves_after_kick: int = 40
    kicks: int = 2
    patience: int = 20
    work: int = 200_000
    kicking: int = 50_000
    easing: int = 20_000
    seed: int = 1


def improve(board: Board, effort: Effort) -> None:
    """Leave the board in the best state found."""
    search = _Search(board, effort)
    board.sweep(2)
    search.descend(board.topology.order, effort.moves)
    board.sweep(2)
    search.kick()
    board.sweep(4)
    search.ease()


class _Search:
    def __init__(self, board: Board, effort: Effort) -> None:
        self.board = board
        self.effort = effort
        self.tried = 0
        self.most_work = effort.work
        self.draw = _Draws(effort.seed)

    def descend(self, start: Iterable[int], limit: int) -> None:
        """Make moves that save, from some nodes on and around what they change."""
        waiting = deque(start)
        listed = set(waiting)
        while waiting and self._may_go_on(limit):
            node = waiting.popleft()
            listed.discard(node)
            for other in self._move(node, limit) or ():
                if other not in listed:
                    listed.add(other)
                    waiting.append(other)

    def _may_go_on(self, limit: int) -> bool:
        return self.tried < limit and self.board.work < self.most_work

    def _move(self, node: int, limit: int, also: Iterable[int] = ()) -> list[int] | None:
        """Make the first move of a node that saves; return the nodes around the change."""
        for move in moves_of(self.board, node):
            if not self._may_go_on(limit):
                break
            self.tried += 1
            touched = self.board.try_move(move, also=also)
            if touched is not None:
                return self._ends(touched)
        return None

    def ease(self) -> None:
        """Make moves that save when an edge with a detour may take another way as well."""
        self.most_work = self.board.work + self.effort.easing
        end = self.tried + self.effort.moves
        eased = True
        while eased and self._may_go_on(end):
            eased = any(self._ease(edge, end) for edge in self.board.costly_edges())

    def _ease(self, edge: int, limit: int) -> bool:
        """Move the ends of an edge and their neighbours out of its way, if that saves."""
        topology = self.board.topology
        ends = (topology.source[edge], topology.target[edge])
        near = (other for node in ends for other in self._ends(topology.edges_of[node]))
        nodes = dict.fromkeys((*ends, *near))
        return any(self._move(node, limit, (edge,)) is not None for node in nodes)

    def _ends(self, edges: Iterable[int]) -> list[int]:
        topology = self.board.topology
        ends = (end for e in sorted(edges) for end in (topology.source[e], topology.target[e]))
        return list(dict.fromkeys(ends))

    def kick(self) -> None:
        """Disturb the board where edges conflict, as long as that leads to better states."""
        board, end = self.board, self.tried + self.effort.moves
        self.most_work = board.work + self.effort.kicking
        best, state, stale = board.total(), board.snapshot(), 0
        while stale < self.effort.patience and self._may_go_on(end):
            pairs = board.worst_pairs()
            if not pairs:
                break
            touched = self._disturb(pairs)
            board.sweep(1)
            self.descend(touched, min(self.tried + self.effort.moves_after_kick, end))
            board.sweep(1)
            stale += 1
            if board.total() < best - 1e-6:
                best, state, stale = board.total(), board.snapshot(), 0
            else:
                board.restore(state)

    def _disturb(self, pairs: list[tuple[int, int]]) -> list[int]:
        touched: set[int] = set()
        for _ in range(self.effort.kicks):
            pair = self.draw.one_of(pairs)
            node = self.draw.one_of(self._ends(pair))
            moves = list(moves_of(self.board, node))
            self.tried += 1
            if moves:
                touched |= self.board.try_move(self.draw.one_of(moves), ANYTHING) or set()
            touched |= set(pair)
        return self._ends(touched)


class _Draws:
    """Draws that look random and are the same on every machine (Knuth's MMIX generator)."""

    def __init__(self, seed: int) -> None:
        self.state = seed

    def one_of(self, choices: Sequence[T]) -> T:
        """Return one of the choices."""
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return choices[(self.state >> 33) % len(choices)]
