"""What the search may change: nodes, chains, groups and rows, within their lanes and the flow."""

from __future__ import annotations

from collections.abc import Iterator

from boards import board

from generator.layout import moves
from generator.layout.board import Board, Move
from generator.layout.moves import chain_from, moves_of

CHAIN = ("a:x b:x c:x", "a>b b>c")
FORK = ("<g:x a:x b:x c:x", "g>a g>b a>c b>c")


def cells(found: Iterator[Move]) -> list[dict[int, tuple[int, int]]]:
    return [dict(move) for move in found]


def test_a_node_goes_to_the_nearest_rows_of_its_lane() -> None:
    assert cells(moves._to_other_row(board(*CHAIN), 1)) == [{1: (1, 0)}, {1: (1, 2)}]
    far = board("a:x b:y", "a>b", spare=3)
    assert [move[0][1] for move in cells(moves._to_other_row(far, 0))] == [2, 4, 1, 5]


def test_who_stands_there_comes_here() -> None:
    fork = board(*FORK)
    assert (fork.row[1], fork.row[2]) == (1, 2)
    assert {1: (1, 2), 2: (1, 1)} in cells(moves._to_other_row(fork, 1))


def test_a_chain_begins_where_nothing_single_comes_before() -> None:
    line = board(*CHAIN)
    assert [chain_from(line, node) for node in range(3)] == [[0, 1, 2], [1], [2]]
    fork = board("<g:x a:x a2:x b:x c:x", "g>a a>a2 g>b a2>c b>c")
    assert chain_from(fork, 0) == [0]  # two ways on
    assert chain_from(fork, 1) == [1, 2]  # c is reached by two
    assert chain_from(board("a:x b:y", "a>b"), 0) == [0]  # another row


def test_a_chain_goes_to_another_row_as_a_whole() -> None:
    assert cells(moves._chain_to_other_row(board(*CHAIN), 0)) == [
        {0: (0, 0), 1: (1, 0), 2: (2, 0)},
        {0: (0, 2), 1: (1, 2), 2: (2, 2)},
    ]
    assert cells(moves._chain_to_other_row(board("a:x", ""), 0)) == []
    fork = board("<g:x a:x a2:x b:x b2:x", "g>a a>a2 g>b b>b2")
    assert (fork.row[1], fork.row[3]) == (1, 2)
    swapped = {1: (1, 2), 2: (2, 2), 3: (1, 1), 4: (2, 1)}
    assert swapped in cells(moves._chain_to_other_row(fork, 1))


def test_a_node_stays_between_those_before_and_behind_it() -> None:
    line = board("a:x b:x c:x d:x", "a>b b>c c>d a>d")
    assert cells(moves._to_other_column(line, 1)) == []
    last = {move[3][0] for move in cells(moves._to_other_column(line, 3))}
    assert last == {4, 5}  # the next column and the last one
    loose = board("a:x b:x c:x d:x e:x", "a>b b>c c>d d>e a>e")
    loose.try_move({4: (6, loose.row[4])}, slack=99)
    assert {move[3][0] for move in cells(moves._to_other_column(loose, 3))} == {4, 5}


def test_a_free_cell_may_be_one_row_aside_but_not_outside_the_lane() -> None:
    line = board("a:x b:x", "a>b", spare=0)
    assert cells(moves._to_other_column(line, 1)) == [{1: (2, 0)}, {1: (3, 0)}]
    wide = board("a:x b:x", "a>b")
    assert cells(moves._to_other_column(wide, 1))[:3] == [{1: (2, 1)}, {1: (2, 0)}, {1: (2, 2)}]


def test_pushing_moves_all_that_would_be_in_the_way() -> None:
    line = board(*CHAIN)
    assert cells(moves._push(line, 0)) == [{0: (1, 1), 1: (2, 1), 2: (3, 1)}]
    assert cells(moves._push(line, 1)) == [{1: (2, 1), 2: (3, 1)}]
    assert cells(moves._push(line, 2)) == []  # alone it is an ordinary move
    pushed = board(*CHAIN)
    pushed.try_move({0: (1, 1), 1: (2, 1), 2: (3, 1)}, slack=99)
    assert {0: (0, 1), 1: (1, 1), 2: (2, 1)} in cells(moves._push(pushed, 2))


def test_too_large_a_group_is_not_pushed() -> None:
    names = " ".join(f"n{number}:x" for number in range(12))
    links = " ".join(f"n{number}>n{number + 1}" for number in range(11))
    line = board(names, links)
    assert cells(moves._push(line, 0)) == []
    assert cells(moves._push(line, 6)) != []


def test_two_rows_of_a_lane_change_places() -> None:
    fork = board("<g:x a:x b:x c:y", "g>a g>b a>c")
    row = fork.row[0]
    (move,) = cells(moves._swap_rows(fork, 0))
    assert {node: cell[1] for node, cell in move.items()} == {0: row + 1, 1: row + 1, 2: row}
    assert cells(moves._swap_rows(board("a:x b:x c:x", "a>b b>c", spare=0), 0)) == []
    assert cells(moves._swap_rows(board("a:x b:x", "a>b"), 0)) == []  # a simple swap does it


def test_a_chain_is_shifted_where_there_is_room() -> None:
    line = board(*CHAIN)
    assert cells(moves._shift(line, 0)) == [{0: (1, 1), 1: (2, 1), 2: (3, 1)}]
    assert cells(moves._shift(line, 1)) == []
    at_the_end = board(*CHAIN)
    at_the_end.try_move({0: (2, 1), 1: (3, 1), 2: (4, 1)}, slack=99)
    assert cells(moves._shift(at_the_end, 0)) == [{0: (1, 1), 1: (2, 1), 2: (3, 1)}]


def test_an_entry_comes_right_before_its_step_in_a_column_of_its_own() -> None:
    late = board("a:x b:x c:x e:x", "a>b b>c e>c")
    opened = cells(moves._in_front(late, 3))
    assert opened == [{2: (3, late.row[2]), 3: (2, late.row[2])}]
    assert cells(moves._in_front(late, 1)) == []  # no entry
    assert cells(moves._in_front(board("a:x b:y", "a>b"), 0)) == []  # another lane
    assert cells(moves._in_front(board("<g:x a:x b:x", "g>a g>b"), 0)) == []


def test_moves_that_change_nothing_are_left_out() -> None:
    line = board(*CHAIN)
    for node in range(3):
        for move in moves_of(line, node):
            assert any((line.column[n], line.row[n]) != cell for n, cell in move.items())
    assert {kind_of(line, dict(move)) for move in moves_of(line, 0)} >= {"row", "column"}


def kind_of(line: Board, move: Move) -> str:
    return "column" if any(line.column[n] != cell[0] for n, cell in move.items()) else "row"
