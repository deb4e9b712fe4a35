"""The SVG of a diagram can be read, followed by keyboard, and restyled."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from lxml import etree

from generator.layout import (
    Edge,
    FlowGraph,
    Lane,
    Node,
    NodeKind,
    NodeNote,
    NoteKind,
    Orientation,
    draw,
)
from generator.renderers.svg import svg_of

SVG = "{http://www.w3.org/2000/svg}"
GRAPH = FlowGraph(
    title="客户投诉处理",
    description="从受理到结案",
    lanes=(Lane(id="x", title="投诉专员", href="../roles/x.html"), Lane(id="y", title="总经理")),
    nodes=(
        Node(id="s", kind=NodeKind.START, lane="x", label="收到投诉"),
        Node(
            id="a",
            kind=NodeKind.TASK,
            lane="x",
            label="受理 <登记> & 安抚",
            href="#a",
            detail="首位接待人,1 小时内",
            notes=(
                NodeNote(kind=NoteKind.DUE, text="1 小时内"),
                NodeNote(kind=NoteKind.DOCUMENT, text="投诉处理单", href="../forms/f.html"),
            ),
        ),
        Node(id="g", kind=NodeKind.EXCLUSIVE, lane="x"),
        Node(id="c", kind=NodeKind.CALL, lane="y", label="产品召回", href="recall.html"),
        Node(id="e", kind=NodeKind.END, lane="x", label="结案"),
    ),
    edges=(
        Edge(id="1", source="s", target="a"),
        Edge(id="2", source="a", target="g"),
        Edge(id="3", source="g", target="c", label="重大"),
        Edge(id="4", source="g", target="e", label="一般"),
    ),
)


def tree(orientation: Orientation = Orientation.HORIZONTAL) -> etree._Element:
    return etree.fromstring(svg_of(draw(GRAPH, orientation)))


def texts(root: etree._Element) -> set[str]:
    return {"".join(text.itertext()) for text in root.iter(f"{SVG}text")}


@pytest.mark.parametrize("orientation", list(Orientation))
def test_as_the_snapshot_shows_it(
    orientation: Orientation, snapshot: Callable[[str, str], None]
) -> None:
    root = etree.fromstring(svg_of(draw(GRAPH, orientation)))
    etree.indent(root)
    snapshot(etree.tostring(root, encoding="unicode") + "\n", f"{orientation.value}.svg")


def test_every_text_is_in_it() -> None:
    written = "".join(sorted(texts(tree())))
    for words in ("投诉专员", "总经理", "收到投诉", "登记", "& 安抚", "产品召回", "重大", "一般"):
        assert words in written


def test_title_and_description_come_first() -> None:
    root = tree()
    assert root.get("aria-label") == "客户投诉处理"
    assert [child.tag for child in root][:2] == [f"{SVG}title", f"{SVG}desc"]


def test_links_of_steps_stand_in_the_order_of_the_flow() -> None:
    links = [link.get("href") for link in tree().iter(f"{SVG}a")]
    assert links == ["../roles/x.html", "#a", "../forms/f.html", "recall.html"]


def test_no_link_stands_inside_another() -> None:
    assert not tree().xpath("//*[local-name()='a']//*[local-name()='a']")


def test_scripts_find_steps_and_lanes() -> None:
    root = tree()
    assert root.xpath("string(//*[@data-node='c']/@data-lane)") == "y"
    assert root.xpath("string(//*[@data-edge='3' and @data-from]/@data-to)") == "c"


def test_colours_are_plain_attributes_that_a_stylesheet_can_override() -> None:
    written = svg_of(draw(GRAPH, Orientation.VERTICAL)).decode()
    assert "var(" not in written
    assert "<style" not in written
    assert "style=" not in written
    assert 'fill="none"' in written


def test_what_hovering_tells_is_a_title_inside_the_step() -> None:
    titles = tree().xpath("//*[@data-node='a']//*[local-name()='title']/text()")
    assert titles == ["首位接待人,1 小时内"]


def test_the_name_of_a_link_begins_with_the_words_that_stand_in_it() -> None:
    (link,) = tree().iterfind(f".//{SVG}a[@href='#a']")
    lines = (text.itertext() for text in link.iterfind(f".//{SVG}text"))
    assert (link.get("aria-label") or "").startswith(" ".join("".join(each) for each in lines))


def test_a_hyphen_that_a_line_break_needs_is_no_part_of_the_words() -> None:
    node = Node(id="n", kind=NodeKind.TASK, lane="x", label="Compensationsagreements", href="#n")
    alone = replace(GRAPH, nodes=(node,), edges=())
    root = etree.fromstring(svg_of(draw(alone, Orientation.HORIZONTAL)))
    (link,) = root.iterfind(f".//{SVG}a[@href='#n']")
    (words,) = link.iterfind(f".//{SVG}text")
    assert "".join(words.itertext()) == "Compensationsagreements"
    (hyphen,) = root.iterfind(f".//{SVG}text[@aria-hidden='true']")
    assert "".join(hyphen.itertext()) == "-"


def test_nothing_lies_outside_of_the_picture() -> None:
    for orientation in Orientation:
        root = tree(orientation)
        x, y, width, height = map(float, root.get("viewBox", "").split())
        for text in root.iter(f"{SVG}tspan"):
            assert x <= float(text.get("x", "")) <= x + width
            assert y <= float(text.get("y", "")) <= y + height


@pytest.mark.promise("T3")
def test_an_id_of_a_stranger_cannot_break_out() -> None:
    graph = FlowGraph(
        lanes=(Lane(id='"><script>', title="</svg>"),),
        nodes=(Node(id="a", kind=NodeKind.TASK, lane='"><script>', label="<script>"),),
        edges=(),
    )
    root = etree.fromstring(svg_of(draw(graph, Orientation.HORIZONTAL)))
    assert not root.xpath("//*[local-name()='script']")


def test_a_word_broken_with_a_hyphen_keeps_the_spaces_behind_it() -> None:
    lane = Lane(id="x", title="Lead")
    label = "Interdepartmentalism and coordination"
    graph = FlowGraph(
        lanes=(lane,),
        nodes=(Node(id="a", kind=NodeKind.TASK, lane="x", label=label),),
        edges=(),
    )
    root = etree.fromstring(svg_of(draw(graph, Orientation.HORIZONTAL)))
    said = next(text for text in texts(root) if "coordination" in text)
    assert said.replace("- ", "").replace("-", "") == label
