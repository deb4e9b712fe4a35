"""Proposes changes to a board: nodes, chains, groups and rows that could stand elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.layout.board import Board, Move

REACH = 2
"""How many rows a node or a chain may jump at once."""
LARGEST_GROUP = 8


def moves_of(board: Board, node: int) -> Iterator[Move]:
    """Yield the moves that begin at a node; those that change nothing are left out."""
    for source in MOVES:
        for move in source(board, node):
            if any((board.column[n], board.row[n]) != cell for n, cell in move.items()):
                yield move


def _to_other_row(board: Board, node: int) -> Iterator[Move]:
    """To another row of its lane; who stands there comes here."""
    column, row = board.column[node], board.row[node]
    for other_row in _rows_in_reach(board, node):
        move = {node: (column, other_row)}
        there = board.node_at.get((column, other_row))
        if there is not None:
            move[there] = (column, row)
        yield move


def _rows_in_reach(board: Board, node: int) -> list[int]:
    row = board.row[node]
    first, end = board.lane_rows[board.topology.lane[node]]
    rows = range(max(first, row - REACH), min(end, row + REACH + 1))
    return sorted((other for other in rows if other != row), key=lambda o: (abs(o - row), o))


def chain_from(board: Board, node: int) -> list[int]:
    """Return the run of neighbours in one row, linked without branches, if it begins here."""
    chain = [node]
    if _single(board, node, forward=False) is not None:
        return chain
    while (following := _single(board, chain[-1], forward=True)) is not None:
        chain.append(following)
    return chain


def _single(board: Board, node: int, *, forward: bool) -> int | None:
    """Return the only neighbour in a direction, if it stands in the same row and lane."""
    topology = board.topology
    ways, back, end = (
        (topology.onward, topology.inward, topology.target)
        if forward
        else (topology.inward, topology.onward, topology.source)
    )
    if len(ways[node]) != 1:
        return None
    other = end[ways[node][0]]
    if board.row[other] != board.row[node] or len(back[other]) != 1:
        return None
    return other


def _chain_to_other_row(board: Board, node: int) -> Iterator[Move]:
    chain = chain_from(board, node)
    if len(chain) < 2:  # noqa: PLR2004 - one node is no chain
        return
    row = board.row[node]
    for other_row in _rows_in_reach(board, node):
        move = {member: (board.column[member], other_row) for member in chain}
        for member in chain:
            there = board.node_at.get((board.column[member], other_row))
            if there is not None:
                move[there] = (board.column[there], row)
        yield move


def _window(board: Board, first: int, last: int) -> tuple[int, int]:
    """Return how far left `first` and how far right `last` may stand, as the flow allows."""
    topology = board.topology
    low = max(
        (
            board.column[topology.source[edge]] + topology.step_between(edge)
            for edge in topology.inward[first]
        ),
        default=0,
    )
    high = min(
        (
            board.column[topology.target[edge]] - topology.step_between(edge)
            for edge in topology.onward[last]
        ),
        default=board.columns - 1,
    )
    return low, high


def _to_other_column(board: Board, node: int) -> Iterator[Move]:
    column, row = board.column[node], board.row[node]
    low, high = _window(board, node, node)
    first, end = board.lane_rows[board.topology.lane[node]]
    for other in dict.fromkeys((column - 1, column + 1, low, high)):
        if other == column or not low <= other <= high:
            continue
        for other_row in (row, row - 1, row + 1):
            if first <= other_row < end and (other, other_row) not in board.node_at:
                yield {node: (other, other_row)}


def _push(board: Board, node: int) -> Iterator[Move]:
    """One column further, with all that would be in the way."""
    for step in (1, -1):
        group = _pushed(board, node, step)
        if len(group) > 1:
            yield {member: (board.column[member] + step, board.row[member]) for member in group}


def _pushed(board: Board, node: int, step: int) -> Sequence[int]:
    """Return the node and all that must move with it; nothing when that is too much."""
    group, waiting = {node}, [node]
    while waiting:
        member = waiting.pop()
        if not 0 <= board.column[member] + step < board.columns or len(group) > LARGEST_GROUP:
            return ()
        pushed = [*_too_near(board, member, step)]
        there = board.node_at.get((board.column[member] + step, board.row[member]))
        if there is not None:
            pushed.append(there)
        for other in pushed:
            if other not in group:
                group.add(other)
                waiting.append(other)
    return sorted(group)


def _too_near(board: Board, node: int, step: int) -> Iterator[int]:
    """Yield the successors (or predecessors) that have no room for a column more."""
    topology = board.topology
    edges = topology.onward[node] if step > 0 else topology.inward[node]
    for edge in edges:
        left, right = topology.source[edge], topology.target[edge]
        gap = board.column[right] - board.column[left] - topology.step_between(edge)
        if gap < 1:
            yield right if step > 0 else left


def _swap_rows(board: Board, node: int) -> Iterator[Move]:
    """The row of the node and the next one of its lane change places."""
    row, lane = board.row[node], board.topology.lane[node]
    if row + 1 >= board.lane_rows[lane][1]:
        return
    move = {
        other: (board.column[other], 2 * row + 1 - board.row[other])
        for other in board.topology.nodes
        if board.row[other] in (row, row + 1)
    }
    if len(move) > 2:  # noqa: PLR2004 - two nodes are a simple swap
        yield move


def _shift(board: Board, node: int) -> Iterator[Move]:
    """A chain as a whole to the next column."""
    chain = chain_from(board, node)
    if len(chain) < 2:  # noqa: PLR2004 - one node is no chain
        return
    low, high = _window(board, chain[0], chain[-1])
    members = {None, *chain}
    for step in (1, -1):
        if board.column[chain[0]] + step < low or board.column[chain[-1]] + step > high:
            continue
        move = {member: (board.column[member] + step, board.row[member]) for member in chain}
        if all(board.node_at.get(cell) in members for cell in move.values()):
            yield move


def _in_front(board: Board, node: int) -> Iterator[Move]:
    """Where a flow begins: right before what follows, in a column opened for it."""
    topology = board.topology
    if topology.inward[node] or len(topology.onward[node]) != 1:
        return
    target = topology.target[topology.onward[node][0]]
    place, row = board.column[target], board.row[target]
    if topology.lane[node] != topology.lane[target] or max(board.column) + 1 >= board.columns:
        return
    move = {
        other: (board.column[other] + 1, board.row[other])
        for other in topology.nodes
        if board.column[other] >= place
    }
    yield move | {node: (place, row)}


MOVES = (
    _to_other_row,
    _chain_to_other_row,
    _to_other_column,
    _push,
    _swap_rows,
    _shift,
    _in_front,
)
