"""After a check without errors no text makes a renderer fail or a drawing break its promises."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from layout_metrics import defects, measure
from proving import PROVING
from texts_by_chance import handbook_of_texts

from generator.document.blocks import Figure, Target
from generator.document.site import site_pages
from generator.layout import FlowGraph, Orientation, draw, undrawn
from generator.outputs.catalogue import all_files
from generator.outputs.figures import figures, graph_of
from generator.outputs.material import contexts, material_of
from generator.renderers.html import Renderer
from generator.rules.undrawn_character import shown

ROUNDS = 60 if PROVING else 1


@pytest.mark.promise("S07")
@pytest.mark.parametrize("seed", range(ROUNDS))
def test_every_text_that_is_passed_is_put_out(tmp_path: Path, seed: int) -> None:
    folder, count = handbook_of_texts(tmp_path / "bicycles", seed)
    assert count > 100
    named = {
        str(each.args["character"])
        for each in folder.checked.diagnostics
        if each.rule.code == "HB611"
    }
    material = material_of(folder, lambda _document: ())
    for ctx in contexts(folder, drafts=True):
        for made in all_files(ctx, material):
            assert made.artifact.body()
        pages = site_pages(ctx, {}, {}, {})
        drawn = {
            key: each.body().decode() for key, each in figures(ctx, pages, lambda _page: _href)
        }
        renderer = Renderer(ctx=ctx, figures=drawn)
        for page in pages:
            assert renderer.render(page).html
        for process in ctx.handbook.process_list:
            graph = graph_of(ctx, _figure(process.id), _href)
            assert graph is not None
            texts = " ".join(_drawn(graph))
            assert {shown(each) for each in undrawn(texts)} <= named
            for orientation in Orientation:
                found = measure(draw(graph, orientation))
                assert defects(found) == 0, found


def _drawn(graph: FlowGraph) -> Iterator[str]:
    """Yield the texts of a drawing."""
    for node in graph.nodes:
        yield node.label
        yield from (note.text for note in node.notes)
    yield from (each.label for each in graph.edges)
    yield from (each.title for each in graph.lanes)


def _figure(process: str) -> Figure:
    return Figure("process", process, "", "")


def _href(_target: Target) -> str:
    return ""
