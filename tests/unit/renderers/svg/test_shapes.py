"""Every shape of BPMN 2.0 and every sign, as drawn: what changes is seen in the snapshot."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from lxml import etree

from generator.layout import Box, DrawnNode, NodeKind, NoteKind, Orientation, Point
from generator.renderers.svg.shapes import (
    SVG,
    arrow_head,
    element,
    note_sign,
    number,
    points,
    rectangle,
    shape,
)


def drawn(kind: NodeKind, box: Box) -> DrawnNode:
    return DrawnNode(
        id="n", kind=kind, lane="x", box=box, label="", text=None, notes=(), href="", detail="",
        mark="", step=1,
    )  # fmt: skip


def canvas() -> etree._Element:
    return etree.Element(f"{{{SVG}}}svg", nsmap={None: SVG})


def text_of(root: etree._Element) -> str:
    etree.indent(root)
    return etree.tostring(root, encoding="unicode") + "\n"


def test_every_shape(snapshot: Callable[[str, str], None]) -> None:
    root = canvas()
    for place, kind in enumerate(NodeKind):
        for turn, orientation in enumerate(Orientation):
            group = element(root, "g", {"id": f"{kind.value}-{orientation.value}"})
            size = (100, 40) if kind.is_box else (40, 40)
            shape(group, drawn(kind, Box(10 + 60 * place, 10 + 60 * turn, *size)), orientation)
    snapshot(text_of(root), "shapes.svg")


def test_every_sign_before_a_note(snapshot: Callable[[str, str], None]) -> None:
    root = canvas()
    for place, kind in enumerate(NoteKind):
        note_sign(root, kind, Box(20 * place, 5, 10, 10))
    snapshot(text_of(root), "signs.svg")


@pytest.mark.parametrize(
    ("before", "corners"),
    [
        (Point(0, 50), "100,50 92,53.6 92,46.4"),
        (Point(200, 50), "100,50 108,46.4 108,53.6"),
        (Point(100, 0), "100,50 96.4,42 103.6,42"),
        (Point(100, 99), "100,50 103.6,58 96.4,58"),
    ],
)
def test_an_arrow_ends_in_a_head_that_points_onwards(before: Point, corners: str) -> None:
    root = canvas()
    arrow_head(root, before, Point(100, 50))
    assert root[0].get("points") == corners


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (1.0, "1"),
        (1.5, "1.5"),
        (1.256, "1.26"),
        (-0.001, "0"),
        (0, "0"),
        (-2.5, "-2.5"),
        (10, "10"),
    ],
)
def test_coordinates_are_short(value: float, said: str) -> None:
    assert number(value) == said


def test_a_rectangle_is_round_only_where_it_should_be() -> None:
    root = canvas()
    rectangle(root, {"class": "a"}, Box(1, 2, 3, 4))
    rectangle(root, {"class": "b"}, Box(1, 2, 3, 4), 7)
    sharp, round_ = root
    assert dict(sharp.attrib) == {"class": "a", "x": "1", "y": "2", "width": "3", "height": "4"}
    assert round_.get("rx") == "7"


def test_names_of_attributes_have_hyphens() -> None:
    made = element(canvas(), "text", {}, text_anchor="middle", font_size=12.5)
    assert dict(made.attrib) == {"text-anchor": "middle", "font-size": "12.5"}
    assert points([Point(1, 2.5), (3, 4)]) == "1,2.5 3,4"
