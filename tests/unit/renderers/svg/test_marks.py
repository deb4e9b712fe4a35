"""Marks of a change differ in shape and in colour, and a legend names those that are used."""

from __future__ import annotations

import re

from generator.layout import Edge, FlowGraph, Lane, Node, NodeKind, Orientation, draw
from generator.renderers.svg import ChangeMark, Marked, Marks, svg_of

GRAPH = FlowGraph(
    lanes=(Lane(id="a", title="A"),),
    nodes=tuple(Node(id=name, kind=NodeKind.TASK, lane="a", label=name) for name in "wxyz"),
    edges=tuple(Edge(id=f"{one}{two}", source=one, target=two) for one, two in ("wx", "xy", "yz")),
)
DRAWING = draw(GRAPH, Orientation.HORIZONTAL)
NAMES = {mark: f"was {mark.value}" for mark in ChangeMark}


def marked(**nodes: ChangeMark) -> str:
    marks = Marks(nodes={name: Marked(mark) for name, mark in nodes.items()}, names=NAMES)
    return svg_of(DRAWING, marks).decode()


def test_every_mark_has_its_own_colour_line_and_sign() -> None:
    seen = set()
    for mark in ChangeMark:
        svg = marked(w=mark)
        line = re.search(rf'<rect class="flow-mark-{mark.value}"[^>]*>', svg)
        assert line is not None
        dash = re.search(r'stroke-dasharray="([^"]+)"', line[0])
        colour = re.search(r'stroke="([^"]+)"', line[0])
        badge = re.search(r"flow-mark-badge[^>]*points=\"([^\"]*)\"", svg)
        corners = len(badge[1].split()) if badge else 0
        sign = re.search(r'font-weight="700"[^>]*>([^<]+)<', svg)
        assert colour
        assert sign
        seen.add((colour[1], dash and dash[1], sign[1]))
        seen.add(("corners and sign", corners, sign[1]))
    assert len(seen) == 2 * len(ChangeMark)


def test_the_legend_names_what_is_used_and_nothing_else() -> None:
    svg = marked(w=ChangeMark.ADDED, x=ChangeMark.REMOVED)
    assert "was added" in svg
    assert "was removed" in svg
    assert "was moved" not in svg


def test_a_number_joins_what_moved_and_arrows_are_marked_too() -> None:
    marks = Marks(
        nodes={"x": Marked(ChangeMark.MOVED, 3)}, edges={"wx": Marked(ChangeMark.REMOVED)}
    )
    svg = svg_of(DRAWING, marks).decode()
    assert re.search(r'font-weight="700"[^>]*>3<', svg)
    assert svg.count('class="flow-mark-edge"') == 1


def test_without_marks_nothing_is_changed() -> None:
    assert b"flow-mark" not in svg_of(DRAWING)
