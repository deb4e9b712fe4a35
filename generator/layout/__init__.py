"""Draws swimlane diagrams as pure numbers: a graph goes in, places of shapes and lines come out.

Public names, all importable from here:

Input (module graph)
    FlowGraph(lanes, nodes, edges, title, description)
    Lane(id, title, href)
    Node(id, kind: NodeKind, lane, label, notes: tuple[Note, ...], href, detail)
    Note(kind: NoteKind, text, href)
    Edge(id, source, target, label, kind: EdgeKind)
Work
    draw(graph, orientation) -> Drawing
        one diagram, however large.
    draw_sheets(graph, orientation, page, sheet_label="{number}") -> tuple[Drawing, ...]
        the same for paper: split along the flow, with off-page connectors, where the text of the
        whole would come out under 7 pt on the page; sheet_label such as "第 {number} 页".
    A4_PORTRAIT, A4_LANDSCAPE: Page
    undrawn(text), is_everyday(text)
        which characters the carried fonts lack, and whether the small one is enough.
Output (module drawing)
    Drawing(width, height, lanes, nodes, edges, ...), Drawing.points_on(page)

Units are px of 1/96 inch. The same graph always gives the same numbers, on every machine.
"""

from __future__ import annotations

from generator.layout.compose import draw
from generator.layout.drawing import (
    A4_LANDSCAPE,
    A4_PORTRAIT,
    Box,
    Drawing,
    DrawnEdge,
    DrawnLane,
    DrawnNode,
    DrawnNote,
    Point,
    SheetRoom,
    TextBlock,
)
from generator.layout.glyphs import is_everyday, undrawn
from generator.layout.graph import (
    Edge,
    EdgeKind,
    FlowGraph,
    Lane,
    Node,
    NodeKind,
    NodeNote,
    NoteKind,
    Orientation,
)
from generator.layout.map_sheets import draw_map_sheets
from generator.layout.sheets import draw_sheets

__all__ = [
    "A4_LANDSCAPE",
    "A4_PORTRAIT",
    "Box",
    "Drawing",
    "DrawnEdge",
    "DrawnLane",
    "DrawnNode",
    "DrawnNote",
    "Edge",
    "EdgeKind",
    "FlowGraph",
    "Lane",
    "Node",
    "NodeKind",
    "NodeNote",
    "NoteKind",
    "Orientation",
    "Point",
    "SheetRoom",
    "TextBlock",
    "draw",
    "draw_map_sheets",
    "draw_sheets",
    "is_everyday",
    "undrawn",
]
