"""Events stand on the border of their box, clear of arrows, and their arrows begin at them."""

from __future__ import annotations

import pytest

from generator.layout import (
    Box,
    Drawing,
    DrawnEdge,
    DrawnNode,
    EdgeKind,
    NodeKind,
    Orientation,
    Point,
)
from generator.renderers.bpmn.borders import SIZE, events_on_borders

BOX = Box(100, 100, 120, 60)


def edge(name: str, *points: tuple[float, float]) -> DrawnEdge:
    return DrawnEdge(
        id=name,
        kind=EdgeKind.SEQUENCE,
        source="a",
        target="b",
        points=tuple(Point(*each) for each in points),
        label="",
        text=None,
    )


def drawing(*edges: DrawnEdge) -> Drawing:
    node = DrawnNode(
        id="a",
        kind=NodeKind.GROUP,
        lane="",
        box=BOX,
        label="",
        text=None,
        notes=(),
        href="",
        detail="",
        mark="",
        step=1,
    )
    return Drawing(
        title="",
        description="",
        orientation=Orientation.HORIZONTAL,
        width=500,
        height=500,
        lanes=(),
        nodes=(node,),
        edges=edges,
    )


def test_an_event_stands_where_its_arrow_would_leave_the_box() -> None:
    found = events_on_borders(drawing(edge("out", (160, 160), (160, 300))), {"out": ""})
    assert found["out"].box.centre == Point(160, 160)
    assert found["out"].points == (Point(160, 160 + SIZE / 2), Point(160, 300))


def test_it_makes_way_for_another_arrow_and_its_own_turns_aside() -> None:
    edges = edge("out", (160, 160), (160, 300)), edge("on", (160, 160), (160, 250), (400, 250))
    event = events_on_borders(drawing(*edges), {"out": ""})["out"]
    assert abs(event.box.centre.x - 160) >= SIZE / 2
    assert event.box.centre.y == BOX.bottom
    assert event.points[0].x == event.box.centre.x
    assert event.points[-1] == Point(160, 300)


def test_two_events_on_one_side_stand_side_by_side() -> None:
    edges = (
        edge("one", (160, 160), (160, 300), (300, 300)),
        edge("two", (160, 160), (160, 340), (300, 340)),
    )
    one, two = events_on_borders(drawing(*edges), {"one": "", "two": ""}).values()
    assert abs(one.box.x - two.box.x) >= SIZE


def test_a_bend_inside_the_event_is_left_out() -> None:
    event = events_on_borders(
        drawing(edge("out", (220, 130), (228, 130), (228, 300))), {"out": ""}
    )["out"]
    start, end = event.points
    assert start.x == end.x == 228
    assert (start.x - 220) ** 2 + (start.y - 130) ** 2 == pytest.approx((SIZE / 2) ** 2)


def test_a_label_stands_beside_its_event_and_touches_nothing() -> None:
    event = events_on_borders(drawing(edge("out", (160, 160), (160, 300))), {"out": "Again"})["out"]
    assert event.label is not None
    assert event.label.x >= event.box.right or event.label.right <= event.box.x
    assert event.label.y >= BOX.bottom or event.label.right <= BOX.x
