"""Says what is to be drawn: lanes, nodes and edges, without any knowledge of handbooks."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Orientation(Enum):
    """Which way the lanes lie; the flow runs along them."""

    HORIZONTAL = "horizontal"
    VERTICAL = "vertical"


class NodeKind(Enum):
    """The shapes of BPMN 2.0 that a swimlane diagram uses.

    CALL is a call activity, GROUP a sub-process whose inside is drawn elsewhere, HAND_OVER an end
    event that sends a message to another process, SIGNAL an intermediate event that tells others
    to stop, TIMER an intermediate timer event. LINK_OUT and LINK_IN are off-page connectors; they
    are made where a diagram is split into sheets and need not be given.
    """

    START = "start"
    END = "end"
    TASK = "task"
    CALL = "call"
    GROUP = "group"
    HAND_OVER = "hand-over"
    SIGNAL = "signal"
    TIMER = "timer"
    EXCLUSIVE = "exclusive"
    INCLUSIVE = "inclusive"
    PARALLEL = "parallel"
    LINK_OUT = "link-out"
    LINK_IN = "link-in"

    @property
    def is_box(self) -> bool:
        """Whether the label stands inside the shape."""
        return self in (NodeKind.TASK, NodeKind.CALL, NodeKind.GROUP)

    @property
    def is_gateway(self) -> bool:
        """Whether the shape is a diamond."""
        return self in (NodeKind.EXCLUSIVE, NodeKind.INCLUSIVE, NodeKind.PARALLEL)


class NoteKind(Enum):
    """What a small line inside a box tells."""

    DUE = "due"
    DOCUMENT = "document"
    TEXT = "text"


class EdgeKind(Enum):
    """SEQUENCE within a process; CALL and HAND_OVER between the processes of a landscape."""

    SEQUENCE = "sequence"
    CALL = "call"
    HAND_OVER = "hand-over"


@dataclass(frozen=True, slots=True, kw_only=True)
class NodeNote:
    """A small line inside a task or call: its due, a form that it uses, other short text."""

    kind: NoteKind
    text: str
    href: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """A lane with its title; lanes are drawn in the order in which they are given."""

    id: str
    title: str
    href: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A shape in a lane.

    `label` is inside boxes and beside events and gateways; `href` makes the shape a link;
    `detail` is the sentence for hovering and for screen readers (who, due, forms); `mark` is the
    letter inside an off-page connector.
    """

    id: str
    kind: NodeKind
    lane: str
    label: str = ""
    notes: tuple[NodeNote, ...] = ()
    href: str = ""
    detail: str = ""
    mark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """An arrow from one node to another; `label` is the condition of a branch."""

    id: str
    source: str
    target: str
    label: str = ""
    kind: EdgeKind = EdgeKind.SEQUENCE


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowGraph:
    """A diagram to be drawn; ids are unique among nodes and edges together, and among lanes.

    The order of nodes and edges is the reading order where the flow leaves it open. Where
    `ordered`, the nodes of a lane stand side by side in that order, as on a map. `bonds` are pairs
    of characters between which lines of text rather do not break.
    """

    lanes: tuple[Lane, ...]
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    title: str = ""
    description: str = ""
    ordered: bool = False
    bonds: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        lanes = {lane.id for lane in self.lanes}
        nodes = {node.id for node in self.nodes}
        if len(lanes) != len(self.lanes) or len(nodes) != len(self.nodes):
            raise ValueError("ids of lanes and nodes must be unique")
        for node in self.nodes:
            if node.lane not in lanes:
                raise ValueError(f"node {node.id} stands in an unknown lane {node.lane}")
        for edge in self.edges:
            if edge.source not in nodes or edge.target not in nodes:
                raise ValueError(f"edge {edge.id} has an unknown end")
