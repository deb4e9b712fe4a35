"""Builds the SVG of a drawing: lanes, arrows, then the nodes in reading order."""

from __future__ import annotations

from lxml import etree

from generator.layout import Box, Drawing, DrawnEdge, DrawnLane, DrawnNode, TextBlock
from generator.layout.text import HYPHEN, text_width
from generator.renderers.svg import theme
from generator.renderers.svg.marks import LEGEND_HEIGHT, Marks, draw_marks, legend_width
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

MARGIN = 1.0
BADGE = 12.0
"""Room at the right edge for the signs of a change, which stand over the corners of boxes."""
CLEAR_OF_HEADS = 2.0
"""The back of a label is so much lower than its box: the head of an arrow beside it stays whole."""
BASELINE = 0.35
"""How far below the middle of its line the baseline of a text stands, in parts of its size."""


def svg_of(drawing: Drawing, marks: Marks | None = None) -> bytes:
    """Return the SVG of one sheet: UTF-8, without an XML declaration, fit to stand in a page.

    Focus moves over the links in the order of the flow. `data-lane` and `data-node` carry the ids,
    for scripts that highlight a lane or a step. With `marks` it shows what a change does.
    """
    width, height = drawing.width + 2 * MARGIN, drawing.height + 2 * MARGIN
    if marks is not None:
        width = max(width + BADGE, legend_width(marks))
        height += LEGEND_HEIGHT
    root = etree.Element(f"{{{SVG}}}svg", nsmap={None: SVG})
    root.set("viewBox", f"{number(-MARGIN)} {number(-MARGIN)} {number(width)} {number(height)}")
    root.set("width", number(width))
    root.set("height", number(height))
    root.set("class", f"flow flow-{drawing.orientation.value}")
    root.set("role", "group")
    root.set("font-family", theme.FONTS)
    if drawing.title:
        title = drawing.title
        if drawing.sheets > 1:
            title += f" ({drawing.sheet}/{drawing.sheets})"
        root.set("aria-label", title)
        element(root, "title", {}).text = title
    if drawing.description:
        element(root, "desc", {}).text = drawing.description
    element(root, "rect", theme.PAGE, x=-MARGIN, y=-MARGIN, width=width, height=height)
    _lanes(root, drawing)
    _edges(root, drawing)
    nodes = element(root, "g", {"class": "flow-nodes"})
    for node in drawing.nodes:
        _node(nodes, node, drawing)
    if marks is not None:
        draw_marks(root, drawing, marks)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=False)


def _lanes(root: etree._Element, drawing: Drawing) -> None:
    group = element(root, "g", {"class": "flow-lanes"})
    for lane in drawing.lanes:
        rectangle(group, theme.LANE, lane.box)
        part = element(group, "g", {"class": "flow-lane-title", "data-lane": lane.id})
        part.set("data-name", lane.label)
        _lane_title(_linked(part, lane.href), lane)


def _lane_title(parent: etree._Element, lane: DrawnLane) -> None:
    rectangle(parent, theme.LANE_HEADER, lane.header)
    _text(parent, lane.text, {**theme.TEXT, "class": "flow-lane-text", "font-weight": "600"})


def _linked(parent: etree._Element, href: str) -> etree._Element:
    return element(parent, "a", {}, href=href) if href else parent


def _edges(root: etree._Element, drawing: Drawing) -> None:
    group = element(root, "g", {"class": "flow-edges"})
    for edge in drawing.edges:
        _arrow(group, edge)
    for edge in drawing.edges:
        if edge.text:
            x, y, width, height = edge.text.box
            back = Box(x + 1, y + CLEAR_OF_HEADS, width - 2, height - 2 * CLEAR_OF_HEADS)
            rectangle(group, theme.LABEL_BACK, back)
            label = {**theme.LABEL, "data-edge": edge.id}
            _text(group, edge.text, label)


def _arrow(parent: etree._Element, edge: DrawnEdge) -> None:
    group = element(parent, "g", {"class": "flow-arrow-line", "data-edge": edge.id})
    group.set("data-from", edge.source)
    group.set("data-to", edge.target)
    element(group, "polyline", theme.EDGES[edge.kind], points=points(edge.points))
    arrow_head(group, edge.points[-2], edge.points[-1])


def _node(parent: etree._Element, node: DrawnNode, drawing: Drawing) -> None:
    attributes = {"class": f"flow-node flow-{node.kind.value}", "data-node": node.id}
    group = element(parent, "g", attributes, data_lane=node.lane)
    body = _linked(group, node.href)
    if node.href and node.detail:
        label = " ".join(_words_of_link(node).split())
        body.set("aria-label", f"{label}: {node.detail}" if label else node.detail)
    if node.detail:
        element(body, "title", {}).text = node.detail
    shape(body, node, drawing.orientation)
    if node.text:
        style = theme.TEXT if node.kind.is_box else theme.LABEL
        _text(body, node.text, style, node.label, hyphens=group)
    if node.mark:
        _mark(body, node)
    for note in node.notes:
        # What leads nowhere by itself is part of the link of the step.
        parent = group if note.href else body
        part = element(parent, "g", {"class": f"flow-note flow-note-{note.kind.value}"})
        target = _linked(part, note.href)
        note_sign(target, note.kind, note.sign)
        _text(target, note.text, theme.NOTE, note.label, hyphens=group)


def _words_of_link(node: DrawnNode) -> str:
    """Return the words that stand in the link of a node: its name begins with them.

    WCAG 2.5.3: who speaks to a browser says what can be read.
    """
    return " ".join([node.label, *(note.label for note in node.notes if not note.href)])


def _mark(parent: etree._Element, node: DrawnNode) -> None:
    block = TextBlock(lines=(node.mark,), box=node.box, size=12.0, leading=14.4)
    _text(parent, block, theme.TEXT)


def _text(
    parent: etree._Element,
    block: TextBlock,
    style: dict[str, str],
    whole: str = "",
    *,
    hyphens: etree._Element | None = None,
) -> None:
    """Append lines of text, centred in the height of their box.

    `whole` is the text before it was cut into lines, which tells where spaces stood. Hyphens that
    it does not have stand in the element `hyphens`: the words of a link are those of its name.
    """
    box, count = block.box, len(block.lines)
    text = element(parent, "text", style, font_size=block.size)
    if block.anchor == "middle":
        text.set("text-anchor", "middle")
    x = box.centre.x if block.anchor == "middle" else box.x
    top = box.y + (box.height - count * block.leading) / 2
    place = 0
    for line, words in enumerate(block.lines):
        baseline = top + (line + 0.5) * block.leading + BASELINE * block.size
        part = element(text, "tspan", {}, x=x, y=baseline)
        part.text = words
        found = whole.find(words, place)
        # What is not found ends in a hyphen that the text does not have.
        place = found + len(words) if found >= 0 else place + len(words) - 1
        if hyphens is not None and found < 0 and words.endswith(HYPHEN):
            part.text = words.removesuffix(HYPHEN)
            wide = text_width(part.text, block.size)
            if block.anchor == "middle":
                centre = x - text_width(HYPHEN, block.size) / 2
                part.set("x", number(centre))
                end = centre + wide / 2
            else:
                end = x + wide
            mark = element(hyphens, "text", style, font_size=block.size, aria_hidden="true")
            element(mark, "tspan", {}, x=end, y=baseline).text = HYPHEN
        if whole[place : place + 1].isspace():
            part.tail = " "  # read aloud and copied, the words stay apart
    text.tail = " "
