"""The diagrams inside pages: what each figure shows, and its markup."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TypeAlias

from generator.base.artifact import Artifact
from generator.base.fingerprint import fingerprint
from generator.document.blocks import Block, Figure, Page, Section
from generator.document.context import Context
from generator.document.flow_graph import Href, flow_graph
from generator.document.landscape import landscape_graph
from generator.layout import FlowGraph, Orientation, draw
from generator.renderers.svg import svg_of

PAGE_WIDTH = 880
"""px of the text on a large screen: what is no broader may run horizontally there."""
FigureKey: TypeAlias = "tuple[str, str]"
HrefOf: TypeAlias = "Callable[[str], Href]"


def figures(
    ctx: Context, pages: tuple[Page, ...], href_of: HrefOf
) -> Iterator[tuple[FigureKey, Artifact]]:
    """Yield the markup of every figure on the pages: the same diagram horizontal and vertical.

    `href_of` gives, for the path of a page, the addresses as they are written there.
    """
    for page in pages:
        for figure in _figures(page.blocks):
            graph = graph_of(ctx, figure, href_of(page.path))
            if graph is not None and graph.nodes:
                path = f"figures/{figure.kind}/{figure.id}.html"
                key = fingerprint("figure", graph)
                yield (figure.kind, figure.id), Artifact(path, partial(_both, graph), key)


def _figures(blocks: tuple[Block, ...]) -> Iterator[Figure]:
    for block in blocks:
        if isinstance(block, Figure):
            yield block
        elif isinstance(block, Section):
            yield from _figures(block.blocks)


def graph_of(ctx: Context, figure: Figure, href: Href) -> FlowGraph | None:
    """Return what a figure shows, or None where the handbook has no such thing."""
    if figure.kind == "landscape":
        return landscape_graph(ctx, href, None if figure.id == "all" else figure.id)
    process = ctx.handbook.processes.get(figure.id)
    if process is None:
        return None
    return flow_graph(ctx, process, href, by_unit=figure.kind == "interaction")


def _both(graph: FlowGraph) -> bytes:
    horizontal = draw(graph, Orientation.HORIZONTAL)
    vertical = draw(graph, Orientation.VERTICAL)
    fits = b" data-fits" if horizontal.width <= PAGE_WIDTH else b""
    return (
        b'<div class="hb-flow-horizontal"' + fits + b">" + svg_of(horizontal) + b"</div>"
        b'<div class="hb-flow-vertical">' + svg_of(vertical) + b"</div>"
    )
