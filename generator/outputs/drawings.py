"""Draws diagrams for paper: sheets that fit a page, as SVG and as PNG, side by side."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Iterable, Mapping
from functools import partial

from generator.base.artifact import Artifact
from generator.base.fingerprint import fingerprint
from generator.document.blocks import Figure
from generator.document.context import Context
from generator.layout import (
    Drawing,
    FlowGraph,
    Orientation,
    SheetRoom,
    draw_map_sheets,
    draw_sheets,
)
from generator.layout.drawing import LARGEST_POINTS
from generator.outputs.figures import FigureKey, graph_of
from generator.renderers.png import CSS_DPI, svg_to_png
from generator.renderers.svg import svg_of
from generator.renderers.word.setting.pen import Drawn

DOTS_PER_INCH = 200
"""Of the picture as it is printed, for programs that do not know SVG."""
ROOM = SheetRoom(width=170, height=222)
"""A portrait A4 page of the book, less its margins, a heading, a line, and the caption."""
_MM_PER_PX = 25.4 / CSS_DPI


def drawings_of(ctx: Context, figures: Iterable[Figure]) -> Mapping[FigureKey, Artifact]:
    """Return the sheets of each figure that shows something; `sheets_in` reads their bytes."""
    label = ctx.words.say("sheet {number}", number="{number}")
    found: dict[FigureKey, Artifact] = {}
    for figure in figures:
        graph = graph_of(ctx, figure, lambda _: "")
        if graph is not None and graph.nodes:
            path = f"sheets/{figure.kind}/{figure.id}.json"
            key = fingerprint("sheets", graph, label)
            found[figure.kind, figure.id] = Artifact(path, partial(_body, graph, label), key)
    return found


def _body(graph: FlowGraph, label: str) -> bytes:
    sheets = [
        (each.svg.decode(), b64encode(each.png).decode(), each.width, each.height)
        for each in sheets_of(graph, label)
    ]
    return json.dumps(sheets, ensure_ascii=False).encode()


def sheets_in(body: bytes) -> tuple[Drawn, ...]:
    """Return the sheets that the artifact of a figure holds."""
    return tuple(
        Drawn(svg=svg.encode(), png=b64decode(png), width=width, height=height)
        for svg, png, width, height in json.loads(body)
    )


def sheets_of(graph: FlowGraph, label: str) -> tuple[Drawn, ...]:
    """Return a diagram as sheets that are legible on A4 in portrait.

    A flow runs down the page. A map stands horizontal or vertical, whichever is larger.
    """
    if graph.ordered:
        return tuple(_sheet(each) for each in draw_map_sheets(graph, ROOM))
    drawings = draw_sheets(graph, Orientation.VERTICAL, ROOM, sheet_label=label)
    return tuple(_sheet(each) for each in drawings)


def _sheet(drawing: Drawing) -> Drawn:
    svg = svg_of(drawing)
    printed = drawing.points_on(ROOM) / LARGEST_POINTS
    scale = printed * _MM_PER_PX
    return Drawn(
        svg=svg,
        png=svg_to_png(svg, round(DOTS_PER_INCH * printed)),
        width=drawing.width * scale,
        height=drawing.height * scale,
    )
