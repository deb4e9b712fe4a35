"""The process landscape: which process calls or hands over to which."""

from __future__ import annotations

from generator.document.blocks import Target
from generator.document.bonds import bonds_in
from generator.document.context import Context
from generator.document.flow_graph import Href, lanes_and_nodes
from generator.layout import Edge, EdgeKind, FlowGraph, Lane, Node, NodeKind


def landscape_graph(ctx: Context, href: Href, chapter: str | None = None) -> FlowGraph:
    """Return the landscape of the handbook, or of one chapter with its neighbours."""
    handbook = ctx.handbook
    links = dict.fromkeys(
        (neighbour.source.id, neighbour.target.id, neighbour.kind)
        for neighbour in handbook.neighbours
        if neighbour.source.id != neighbour.target.id
        and {neighbour.source.chapter, neighbour.target.chapter} <= handbook.chapters.keys()
        and (chapter is None or chapter in (neighbour.source.chapter, neighbour.target.chapter))
    )
    linked = {name for source, target, _ in links for name in (source, target)}
    shown = [
        process
        for process in handbook.process_list
        if process.chapter in handbook.chapters
        and (process.chapter == chapter or process.id in linked or chapter is None)
    ]
    used = {process.chapter for process in shown}
    lanes = tuple(
        Lane(
            id=each.chapter,
            title=ctx.words.translated(each.title.source),
            href=href(Target("chapter", each.chapter)),
        )
        for each in handbook.settings.chapters
        if each.chapter in used
    )
    nodes = tuple(
        Node(
            id=process.id,
            kind=NodeKind.TASK,
            lane=process.chapter,
            label=f"{process.code}\n{ctx.words.translated(process.title.source)}",
            href=href(Target("process", process.id)),
            detail=ctx.phrases.plain(process.purpose, process),
        )
        for process in shown
    )
    edges = tuple(
        Edge(
            id=f"{source}--{target}-{kind}",
            source=source,
            target=target,
            kind=EdgeKind.CALL if kind == "call" else EdgeKind.HAND_OVER,
        )
        for source, target, kind in links
    )
    return FlowGraph(
        lanes=lanes,
        nodes=nodes,
        edges=edges,
        title=ctx.words.say("Process map"),
        description=ctx.words.say(
            "Which process starts which; each process page lists them in words."
        ),
        ordered=True,
        bonds=bonds_in(ctx.bonds, lanes_and_nodes(lanes, nodes)),
    )
