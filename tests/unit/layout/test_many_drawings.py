"""What becomes of many flows, in figures: who changes how diagrams are drawn sees it here.

The table has a line for each of the generated flows and each sheet: how large it comes out, and
what a reader would count on it; fewer crossings, bends and shorter lines are better. The outline
has every place of a few. Both are renewed by `make snapshots`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from math import fsum
from random import Random  # noqa: TID251  (with a seed)

from layout_flows import flows
from layout_metrics import defects, measure

from generator.layout import (
    A4_PORTRAIT,
    Box,
    Drawing,
    Edge,
    FlowGraph,
    Lane,
    Node,
    NodeKind,
    NodeNote,
    NoteKind,
    Orientation,
    TextBlock,
    draw,
    draw_sheets,
)

Snapshot = Callable[[str, str], None]
HEAD = "flow\tsheet\twidth\theight\tpoints\tcrossings\tbends\tlength\tdefects\tplaces"


def test_sizes_and_crossings_of_many_drawings(snapshot: Snapshot) -> None:
    rows = [
        figures(f"{name} {orientation.value}", draw(graph, orientation))
        for name, graph in many_flows()
        for orientation in Orientation
    ]
    snapshot("\n".join([HEAD, *rows]) + "\n", "drawings.tsv")


def test_sizes_and_crossings_of_sheets(snapshot: Snapshot) -> None:
    rows = [
        figures(f"long {number}", sheet)
        for number, (graph, _) in enumerate(flows(3, 7))
        for sheet in draw_sheets(
            long_of(graph), Orientation.VERTICAL, A4_PORTRAIT, sheet_label="第 {number} 页"
        )
    ]
    snapshot("\n".join([HEAD, *rows]) + "\n", "sheets.tsv")


def test_every_place_of_a_few_drawings(snapshot: Snapshot) -> None:
    chosen = [flow_of_all_kinds(), *(graph for graph, _ in flows(3, 11))]
    drawings = [draw(graph, orientation) for graph in chosen for orientation in Orientation]
    drawings += draw_sheets(long_of(chosen[-1]), Orientation.VERTICAL, A4_PORTRAIT)
    snapshot("\n".join(line for each in drawings for line in outline(each)) + "\n", "places.txt")


def many_flows() -> Iterator[tuple[str, FlowGraph]]:
    """Two dozen flows as editors write them, and some that are tangled at random."""
    for number, (graph, hard) in enumerate(flows(15, 2026)):
        yield f"{'hard' if hard else 'easy'} {number}", graph
    for number in range(10):
        yield f"tangled {number}", tangled(Random(number))  # noqa: S311


def tangled(dice: Random) -> FlowGraph:
    """Any shapes in any lanes, with arrows from anywhere to anywhere."""
    kinds = [kind for kind in NodeKind if kind not in (NodeKind.LINK_IN, NodeKind.LINK_OUT)]
    labels = ("", "受理", "与客户达成一致意见后", "Approve compensation", "批准(总经理)", "3 日内")
    lanes, count = dice.randint(1, 5), dice.randint(4, 13)
    nodes = []
    for number in range(count):
        kind = dice.choice(kinds)
        notes = (NodeNote(kind=NoteKind.DUE, text="3 个工作日内"),) * dice.randint(0, 2)
        lane, label = f"l{dice.randrange(lanes)}", dice.choice(labels)
        shown = notes if kind.is_box else ()
        nodes.append(Node(id=f"n{number}", kind=kind, lane=lane, label=label, notes=shown))
    ends = [(dice.randrange(count), dice.randrange(count)) for _ in range(dice.randint(3, 18))]
    return FlowGraph(
        lanes=tuple(Lane(id=f"l{n}", title=f"岗位 {n}") for n in range(lanes)),
        nodes=tuple(nodes),
        edges=tuple(
            Edge(id=f"e{n}", source=f"n{source}", target=f"n{target}", label=dice.choice(labels))
            for n, (source, target) in enumerate(ends)
        ),
        ordered=dice.random() < 0.3,
        bonds=frozenset({"客户"}),
    )


def flow_of_all_kinds() -> FlowGraph:
    """One shape of each kind, with long names, notes of each kind and a way back."""
    kinds = [kind for kind in NodeKind if kind not in (NodeKind.LINK_IN, NodeKind.LINK_OUT)]
    notes = tuple(
        NodeNote(kind=kind, text=f"{kind.value}:FM-07-02 投诉处理单") for kind in NoteKind
    )
    nodes = tuple(
        Node(
            id=kind.value,
            kind=kind,
            lane=f"l{place % 3}",
            label=f"{kind.value}:与加盟商核对本月的到货数量",
            notes=notes if kind is NodeKind.CALL else (),
        )
        for place, kind in enumerate(kinds)
    )
    links = [*pairwise(node.id for node in nodes), ("parallel", "task"), ("exclusive", "end")]
    return FlowGraph(
        title="所有图形",
        lanes=tuple(Lane(id=f"l{n}", title=f"负责加盟的岗位 {n}") for n in range(3)),
        nodes=nodes,
        edges=tuple(
            Edge(id=f"e{n}", source=source, target=target, label="超过5,000元" * (n % 4 == 1))
            for n, (source, target) in enumerate(links)
        ),
    )


def long_of(graph: FlowGraph) -> FlowGraph:
    """The same flow three times, one after another."""
    parts = [[replace(node, id=f"{node.id}-{turn}") for node in graph.nodes] for turn in range(3)]
    links = [
        (f"{edge.source}-{turn}", f"{edge.target}-{turn}", edge.label)
        for turn in range(3)
        for edge in graph.edges
    ]
    links += [(before[-1].id, after[0].id, "") for before, after in pairwise(parts)]
    return replace(
        graph,
        nodes=tuple(node for part in parts for node in part),
        edges=tuple(
            Edge(id=f"e{n}", source=source, target=target, label=label)
            for n, (source, target, label) in enumerate(links)
        ),
    )


def figures(name: str, drawing: Drawing) -> str:
    """A line of the table; `places` sums up where all things stand."""
    found = measure(drawing)
    runs = [run for edge in drawing.edges for run in pairwise(edge.points)]
    length = fsum(abs(a.x - b.x) + abs(a.y - b.y) for a, b in runs)
    boxes = [*(node.box for node in drawing.nodes), *(lane.header for lane in drawing.lanes)]
    boxes += [thing.text.box for thing in (*drawing.nodes, *drawing.edges) if thing.text]
    # Exact: how `sum` rounds differs between versions of Python.
    places = fsum(box.x + 3 * box.y + 5 * box.width + 7 * box.height for box in boxes)
    cells = (drawing.width, drawing.height, drawing.points_on(A4_PORTRAIT))
    counts = (found["crossings"], found["bends"])
    numbers = [*map(short, cells), *map(str, counts), short(length), str(defects(found))]
    return "\t".join([name, f"{drawing.sheet}/{drawing.sheets}", *numbers, short(places)])


def outline(drawing: Drawing) -> Iterator[str]:
    """Every place of a drawing, one thing a line."""
    size = f"{short(drawing.width)}×{short(drawing.height)}"
    sheet = f"sheet {drawing.sheet} of {drawing.sheets}"
    yield f"== {drawing.title} {drawing.orientation.value} {size} {sheet}"
    for lane in drawing.lanes:
        yield f"lane {lane.id} {box(lane.box)} header {box(lane.header)} {text(lane.text)}"
    for node in drawing.nodes:
        mark = f" mark {node.mark}" if node.mark else ""
        yield f"node {node.id} {node.kind.value} {box(node.box)} {text(node.text)}{mark}"
        for note in node.notes:
            yield f"  note {note.kind.value} {text(note.text)}"
    for edge in drawing.edges:
        points = " ".join(f"{short(point.x)},{short(point.y)}" for point in edge.points)
        yield f"edge {edge.source} → {edge.target}: {points} {text(edge.text)}".rstrip()


def box(place: Box) -> str:
    return f"{short(place.x)},{short(place.y)} {short(place.width)}×{short(place.height)}"


def text(block: TextBlock | None) -> str:
    return f"{box(block.box)} “{'|'.join(block.lines)}”" if block else ""


def short(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
