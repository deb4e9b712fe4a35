"""Names of signs and conditions of arrows touch nothing, and stand where they belong to."""

from __future__ import annotations

from dataclasses import replace

import pytest
from flows import graph

from generator.layout import Box, Drawing, Orientation, TextBlock, draw

HORIZONTAL, VERTICAL = Orientation.HORIZONTAL, Orientation.VERTICAL
FORK = ("<g:x a:x b:y c:z", "g>a:同意 g>b:退回 g>c:其他")


def text_of(drawing: Drawing, name: str) -> TextBlock:
    things = (*drawing.nodes, *drawing.edges)
    return next(thing.text for thing in things if thing.id == name and thing.text)


def gap(one: Box, other: Box) -> float:
    """How far two boxes are apart, on the axis on which they are; below 0 they overlap."""
    return max(one.x - other.right, other.x - one.right, one.y - other.bottom, other.y - one.bottom)


def named(name: str, orientation: Orientation) -> Drawing:
    flow = graph("(s:x <g:x a:x b:x )e:x", "s>g g>a:ja g>b:nein a>e")
    nodes = tuple(replace(node, label=name) if node.id in "sge" else node for node in flow.nodes)
    return draw(replace(flow, nodes=nodes), orientation)


@pytest.mark.promise("S07")
@pytest.mark.parametrize("orientation", list(Orientation))
@pytest.mark.parametrize("name", ["开始", "客户投诉处理流程结束", "审批结论如何?"])
def test_no_label_touches_a_shape_a_label_or_a_line(name: str, orientation: Orientation) -> None:
    drawing = named(name, orientation)
    labels = {t.id: t.text.box for t in (*drawing.nodes, *drawing.edges)
              if t.text and t.text.lines and t.id not in "ab"}  # fmt: skip
    assert len(labels) == 5
    for owner, box in labels.items():
        for other, rival in labels.items():
            assert other == owner or gap(box, rival) >= 0
        for node in drawing.nodes:
            if node.id != owner:
                assert gap(box, node.box) >= 0
        for edge in drawing.edges:
            for one, other_end in zip(edge.points, edge.points[1:], strict=False):
                run = Box(min(one.x, other_end.x), min(one.y, other_end.y),
                          abs(one.x - other_end.x), abs(one.y - other_end.y))  # fmt: skip
                assert gap(box, run) >= -1


def test_the_name_of_an_event_stands_under_it_or_over_it() -> None:
    drawing = named("开始", HORIZONTAL)
    start = next(node for node in drawing.nodes if node.id == "s")
    label = text_of(drawing, "s").box
    assert label.centre.x == start.box.centre.x
    assert label.y - start.box.bottom == 4
    vertical = named("开始", VERTICAL)
    start = next(node for node in vertical.nodes if node.id == "s")
    assert start.box.y - text_of(vertical, "s").box.bottom == 4


def test_the_name_of_a_gateway_stands_over_it() -> None:
    drawing = named("结论", HORIZONTAL)
    gateway = next(node.box for node in drawing.nodes if node.id == "g")
    label = text_of(drawing, "g").box
    assert gateway.y - label.bottom == 4
    assert label.centre.x == gateway.centre.x


@pytest.mark.parametrize("orientation", list(Orientation))
def test_a_condition_stands_beside_the_beginning_of_its_own_line(orientation: Orientation) -> None:
    drawing = draw(graph(*FORK), orientation)
    for edge in drawing.edges:
        assert edge.text is not None
        first, second = edge.points[:2]
        run = Box(min(first.x, second.x), min(first.y, second.y),
                  abs(first.x - second.x), abs(first.y - second.y))  # fmt: skip
        assert 0 <= gap(edge.text.box, run) <= 4


def test_a_label_above_a_level_line_and_right_of_an_vertical_one() -> None:
    drawing = draw(graph("<g:x a:x b:y", "g>a:同意 g>b:退回"), HORIZONTAL)
    horizontal, down = (
        next(e for e in drawing.edges if e.id.startswith(n)) for n in ("g>a", "g>b")
    )
    assert horizontal.points[0].y - text_of(drawing, horizontal.id).box.bottom == 2
    assert text_of(drawing, down.id).box.x - down.points[0].x == 4


def test_conditions_of_one_gateway_are_not_mixed_up() -> None:
    drawing = draw(graph("<g:x a:x b:x c:x d:x", "g>a:一 g>b:二 g>c:三 g>d:四"), HORIZONTAL)
    edges = {edge.label: edge for edge in drawing.edges}
    for label, edge in edges.items():
        box = text_of(drawing, edge.id).box
        own = min(distance(box, a, b) for a, b in zip(edge.points, edge.points[1:], strict=False))
        for other in edges.values():
            if other.label != label:
                target = next(node.box for node in drawing.nodes if node.id == other.target)
                assert own <= gap(box, target)


def distance(box: Box, a: tuple[float, float], b: tuple[float, float]) -> float:
    return gap(box, Box(min(a[0], b[0]), min(a[1], b[1]), abs(a[0] - b[0]), abs(a[1] - b[1])))
