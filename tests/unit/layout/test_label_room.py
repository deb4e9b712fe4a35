"""Room is kept on the low and on the high side, as much as the widest label wants."""

from __future__ import annotations

from generator.layout.label_room import Sides


def test_each_side_keeps_the_most_that_was_wanted_there() -> None:
    sides = Sides(4.0, 6.0)
    for wanted in (10.0, 8.0):
        sides.keep(wanted, high=True)
    sides.keep(2.0, high=False)
    assert (sides.at(high=False), sides.at(high=True)) == (4.0, 10.0)


def test_a_pad_that_is_there_in_any_case_counts() -> None:
    assert Sides(3.0, 12.0).beyond(5.0) == (0.0, 7.0)
