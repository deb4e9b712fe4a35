"""Bit masks count what lines on a grid have in common."""

from __future__ import annotations

from generator.layout.masks import MaskGrid


def test_lines_that_cross_have_one_bit_in_common() -> None:
    grid = MaskGrid(4, 4)
    horizontal, vertical = grid.masks(((1, 3), (7, 3))), grid.masks(((5, 1), (5, 7)))
    assert ((horizontal.probe & vertical.shadow) & grid.lowest).bit_count() == 1
    assert ((vertical.probe & horizontal.shadow) & grid.lowest).bit_count() == 1


def test_lines_that_only_touch_do_not_cross() -> None:
    grid = MaskGrid(4, 4)
    horizontal, vertical = grid.masks(((1, 3), (5, 3))), grid.masks(((5, 3), (5, 7)))
    assert not horizontal.probe & vertical.shadow & grid.lowest


def test_lines_on_one_centre_line_overlap_in_the_second_layer() -> None:
    grid = MaskGrid(4, 4)
    one, other = grid.masks(((1, 3), (5, 3))), grid.masks(((3, 3), (7, 3)))
    assert one.probe & other.shadow & grid.lowest == 0
    assert (one.probe & other.shadow) >> grid.layer & grid.lowest


def test_lines_in_one_channel_meet_in_the_third_layer() -> None:
    grid = MaskGrid(4, 4)
    one, other = grid.masks(((1, 2), (5, 2))), grid.masks(((3, 2), (7, 2)))
    assert (one.probe & other.shadow) >> 2 * grid.layer


def test_a_line_runs_through_the_cells_between_its_ends() -> None:
    grid = MaskGrid(4, 4)
    masks = grid.masks(((1, 3), (7, 3)))
    assert masks.through == grid.bit(1, 1) | grid.bit(2, 1)


def test_a_line_in_a_channel_runs_through_no_cell() -> None:
    assert MaskGrid(4, 4).masks(((1, 2), (7, 2))).through == 0
