"""Draws diagrams for paper: sheets that fit a page, as SVG and as PNG, side by side."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_all_start_methods, get_context
from os import cpu_count

from generator.diagrams import FigureKey, graph_of
from generator.document.blocks import Figure
from generator.document.context import Context
from generator.layout import A4_PORTRAIT, Drawing, FlowGraph, Orientation, draw, draw_sheets
from generator.layout.drawing import LARGEST_POINTS
from generator.renderers.png import CSS_DPI, svg_to_png
from generator.renderers.svg import svg_of
from generator.word.pen import Drawn

DOTS_PER_INCH = 200
"""Of the picture as it is printed, for programs that do not know SVG."""
_MM_PER_PX = 25.4 / CSS_DPI
_WORTH_A_PROCESS = 6


def draw_all(ctx: Context, figures: Iterable[Figure]) -> Mapping[FigureKey, tuple[Drawn, ...]]:
    """Return the sheets of each figure; where the system can fork, several processes draw."""
    graphs: dict[FigureKey, FlowGraph] = {}
    for figure in figures:
        graph = graph_of(ctx, figure, lambda _: "")
        if graph is not None and graph.nodes:
            graphs[figure.kind, figure.id] = graph
    label = ctx.say("sheet {number}", number="{number}")
    jobs = [(graph, label) for graph in graphs.values()]
    return dict(zip(graphs, _drawn(jobs), strict=True))


def _drawn(jobs: list[tuple[FlowGraph, str]]) -> list[tuple[Drawn, ...]]:
    workers = cpu_count() or 1
    if workers < 2 or len(jobs) < _WORTH_A_PROCESS or "fork" not in get_all_start_methods():  # noqa: PLR2004
        return [sheets_of(*each) for each in jobs]
    with ProcessPoolExecutor(workers, mp_context=get_context("fork")) as pool:
        graphs, labels = zip(*jobs, strict=True)
        return list(pool.map(sheets_of, graphs, labels))


def sheets_of(graph: FlowGraph, label: str) -> tuple[Drawn, ...]:
    """Return a diagram as sheets that are legible upright on A4.

    A flow runs down the page. A map stays whole and lies or stands, whichever is larger.
    """
    if graph.ordered:
        ways = (draw(graph, orientation) for orientation in Orientation)
        return (_sheet(max(ways, key=lambda drawing: drawing.points_on(A4_PORTRAIT))),)
    drawings = draw_sheets(graph, Orientation.VERTICAL, A4_PORTRAIT, sheet_label=label)
    return tuple(_sheet(each) for each in drawings)


def _sheet(drawing: Drawing) -> Drawn:
    svg = svg_of(drawing)
    printed = drawing.points_on(A4_PORTRAIT) / LARGEST_POINTS
    scale = printed * _MM_PER_PX
    return Drawn(
        svg=svg,
        png=svg_to_png(svg, round(DOTS_PER_INCH * printed)),
        width=drawing.width * scale,
        height=drawing.height * scale,
    )
