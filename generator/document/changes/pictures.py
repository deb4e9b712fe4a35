"""The diagrams of a process before and after a change, and what became of each step and arrow."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.document.context import Context
from generator.document.flow_graph import flow_graph
from generator.layout import FlowGraph, NodeKind
from generator.model.changes import Action, Comparison, Element, Impact
from generator.model.changes.fields import Rank
from generator.model.changes.judging import is_relearnt

CHANGED = Action.CHANGED


@dataclass(frozen=True, kw_only=True)
class FlowPicture:
    """A diagram with what became of its nodes and edges; `moves` number what moved."""

    graph: FlowGraph
    nodes: Mapping[str, Action]
    edges: Mapping[str, Action]
    moves: Mapping[str, int]


@dataclass(frozen=True, kw_only=True)
class PicturePair:
    """A process before and after; None where it was not there, or is there no more."""

    process: str
    title: str
    before: FlowPicture | None
    after: FlowPicture | None


def picture_pairs(comparison: Comparison, old: Context, new: Context) -> Iterator[PicturePair]:
    """Yield the diagrams of every process whose steps or ways changed."""
    for document, changes in comparison.by_document.items():
        if document.kind != "process":
            continue
        drawn = [each for each in changes if len(each.path) > 1 and each.path[1].kind == "step"]
        whole = [each for each in changes if len(each.path) == 1 and not each.aspect]
        if not drawn and not any(each.action is not Action.RENAMED for each in whole):
            continue
        yield _pair(document.id, comparison, old, new)


def _pair(name: str, comparison: Comparison, old: Context, new: Context) -> PicturePair:
    before, after = old.handbook.processes.get(name), new.handbook.processes.get(name)
    graphs = (
        flow_graph(old, before, lambda _: "") if before else None,
        flow_graph(new, after, lambda _: "") if after else None,
    )
    there = new if after else old
    process = after or before
    title = there.words.translated(process.title.source) if process else name
    code = f"{process.code} " if process else ""
    marks = _steps(name, comparison)
    moves = _moves(name, comparison)
    both = before is not None and after is not None
    edges = [_edges(graph) for graph in graphs]
    pictures = [
        FlowPicture(
            graph=graph,
            nodes={step: action for step, action in marks.items() if action is not other},
            edges={
                edge: gone
                for edge, ends in edges[side].items()
                if both and ends not in edges[1 - side].values()
            },
            moves=moves,
        )
        if graph
        else None
        for side, (graph, other, gone) in enumerate(
            zip(graphs, (Action.ADDED, Action.REMOVED), (Action.REMOVED, Action.ADDED), strict=True)
        )
    ]
    return PicturePair(process=name, title=f"{code}{title}", before=pictures[0], after=pictures[1])


def _steps(process: str, comparison: Comparison) -> dict[str, Action]:
    """What became of each step; what only says the same otherwise is not marked."""
    found: dict[str, Action] = {}
    for each in comparison.changes:
        if each.document.id != process or len(each.path) < 2 or each.path[1].kind != "step":  # noqa: PLR2004
            continue
        step = each.path[1].id
        whole = len(each.path) == 2 and not each.aspect  # noqa: PLR2004
        if whole and each.action in {Action.ADDED, Action.REMOVED}:
            found[step] = each.action
        elif isinstance(each.before, Rank):
            found.setdefault(step, Action.MOVED)
        elif each.impact is not Impact.WORDING and found.get(step) is not Action.MOVED:
            found.setdefault(step, CHANGED)
    for each in comparison.changes:  # a due may change by way of a parameter
        for place in each.touches:
            if place.path[0] == Element("process", process) and is_relearnt(place):
                found.setdefault(place.path[1].id, CHANGED)
    return found


def _moves(process: str, comparison: Comparison) -> dict[str, int]:
    moved = [
        each.path[1].id
        for each in comparison.changes
        if each.document.id == process and isinstance(each.before, Rank)
    ]
    return {step: number for number, step in enumerate(dict.fromkeys(moved), start=1)}


def _edges(graph: FlowGraph | None) -> dict[str, tuple[str, str]]:
    """Edge → its ends, by names that do not depend on how many ends a process has."""
    if graph is None:
        return {}
    names = {
        node.id: f"end {node.lane} {node.label}" if node.kind is NodeKind.END else node.id
        for node in graph.nodes
    }
    return {each.id: (names[each.source], names[each.target]) for each in graph.edges}
