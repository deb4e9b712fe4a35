"""The search ends, gives the same on every machine, and never makes a drawing worse."""

from __future__ import annotations

from boards import board

from generator.layout.search import Effort, _Draws, improve

TANGLE = (
    "a:x <g:x b:x c:y d:y e:z f:z h:x",
    "a>g g>b g>c g>e b>h c>d d>h e>f f>d f>h h>a d>b",
)


def test_the_draws_are_those_of_every_machine() -> None:
    draw = _Draws(1)
    assert [draw.one_of(range(1000)) for _ in range(6)] == [774, 153, 196, 870, 34, 795]
    other = _Draws(8)
    assert [other.one_of(range(1000)) for _ in range(2)] != [774, 153]


def test_searching_saves() -> None:
    tangle = board(*TANGLE)
    before = tangle.total()
    improve(tangle, Effort(patience=4))
    assert tangle.total() < before
    again = board(*TANGLE)
    improve(again, Effort(patience=4))
    assert again.snapshot() == tangle.snapshot()


def test_more_effort_never_ends_worse() -> None:
    little, much = board(*TANGLE), board(*TANGLE)
    improve(little, Effort(moves=10, kicking=0, easing=0))
    improve(much, Effort(patience=20))
    assert much.lost() + much.total() <= little.lost() + little.total()


def test_a_plain_flow_is_left_alone() -> None:
    line = board("a:x b:x c:x", "a>b b>c")
    before = line.snapshot()
    improve(line, Effort())
    assert line.snapshot() == before


def test_the_work_is_bounded() -> None:
    lazy, eager = board(*TANGLE), board(*TANGLE)
    improve(lazy, Effort(work=0, kicking=0, easing=0))
    improve(eager, Effort())
    assert lazy.work < eager.work
