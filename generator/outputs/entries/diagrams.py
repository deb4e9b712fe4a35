"""The flow diagram of each process as a picture (SVG) and for modelling programs (BPMN 2.0)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator.base.artifact import Artifact
from generator.base.fingerprint import fingerprint
from generator.document.context import Context
from generator.document.flow_graph import flow_graph
from generator.document.flow_scopes import flow_scopes
from generator.layout import FlowGraph, Orientation, draw
from generator.model.process import Process
from generator.outputs.material import Material
from generator.outputs.output import Output, OutputFile
from generator.renderers.bpmn import bpmn_of_scope
from generator.renderers.html.addresses import href
from generator.renderers.svg import svg_of


def _svg_files(ctx: Context, _: Material) -> Iterator[OutputFile]:
    label = ctx.words.say("Flow diagram (SVG)")
    for process in ctx.handbook.process_list:
        graph = _graph(ctx, process)
        path = f"processes/{process.id}.svg"
        key = fingerprint(".svg", graph)
        yield _file(process, Artifact(path, partial(_svg, graph), key, process.where), label)


def _bpmn_files(ctx: Context, _: Material) -> Iterator[OutputFile]:
    label = ctx.words.say("Flow diagram (BPMN 2.0)")
    for process in ctx.handbook.process_list:
        scope = flow_scopes(ctx, process, partial(href, f"processes/{process.id}.svg"))
        path = f"processes/{process.id}.bpmn"
        key = fingerprint(".bpmn", scope, process.id)
        body = partial(bpmn_of_scope, scope, process.id, Orientation.HORIZONTAL)
        yield _file(process, Artifact(path, body, key, process.where), label)


def _graph(ctx: Context, process: Process) -> FlowGraph:
    """Return the diagram with the addresses that lead on from beside the page of the process."""
    return flow_graph(ctx, process, partial(href, f"processes/{process.id}.svg"))


def _file(process: Process, artifact: Artifact, label: str) -> OutputFile:
    page = f"processes/{process.id}"
    return OutputFile(artifact=artifact, label=label, pages=(page,), about=process.id)


def _svg(graph: FlowGraph) -> bytes:
    declaration = b'<?xml version="1.0" encoding="UTF-8"?>\n'
    return declaration + svg_of(draw(graph, Orientation.HORIZONTAL)) + b"\n"


SVG = Output(id="svg", files=_svg_files)
BPMN = Output(id="bpmn", files=_bpmn_files)
