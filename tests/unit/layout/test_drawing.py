"""Boxes and sheets answer where their edges are and how large text comes out on paper."""

from __future__ import annotations

import pytest

from generator.layout import A4_LANDSCAPE, A4_PORTRAIT, Box, Drawing, Orientation, SheetRoom


def sheet(width: float, height: float) -> Drawing:
    return Drawing(
        title="",
        description="",
        orientation=Orientation.VERTICAL,
        width=width,
        height=height,
        lanes=(),
        nodes=(),
        edges=(),
    )


def test_a_box_knows_its_far_edges_and_its_middle() -> None:
    box = Box(10, 20, 30, 50)
    assert (box.right, box.bottom) == (40, 70)
    assert box.centre == (25, 45)


def test_sheets_are_a4_without_their_margins() -> None:
    assert (A4_PORTRAIT.width, A4_PORTRAIT.height) == (210 - 40, 297 - 50)
    assert (A4_LANDSCAPE.width, A4_LANDSCAPE.height) == (297 - 30, 210 - 40)


def test_a_small_drawing_is_not_enlarged() -> None:
    assert sheet(100, 100).points_on(A4_PORTRAIT) == 9.0


@pytest.mark.parametrize(
    ("width", "height", "page", "points"),
    [
        (2 * 170 * 96 / 25.4, 100, A4_PORTRAIT, 4.5),  # twice as broad as the page: half the size
        (100, 2 * 247 * 96 / 25.4, A4_PORTRAIT, 4.5),
        (3 * 267 * 96 / 25.4, 100, A4_LANDSCAPE, 3.0),
        (100, 3 * 170 * 96 / 25.4, A4_LANDSCAPE, 3.0),
        (96 * 2, 96 * 4, SheetRoom(width=25.4, height=25.4), 9 / 4),  # the narrower side decides
    ],
)
def test_text_shrinks_with_its_drawing(
    width: float, height: float, page: SheetRoom, points: float
) -> None:
    assert sheet(width, height).points_on(page) == pytest.approx(points)
