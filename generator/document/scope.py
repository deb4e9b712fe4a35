"""A flow as BPMN knows it: what is drawn, what is inside boxes, and what is thrown and caught."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from generator.layout import FlowGraph


class FlowEventKind(Enum):
    """What happens at an event; the value is BPMN's word."""

    ESCALATION = "escalation"
    SIGNAL = "signal"


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowEvent:
    """Something that is thrown at one place and caught at another with the same name.

    `label` is what readers see where it is caught.
    """

    kind: FlowEventKind
    name: str
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """A process, or what is inside one of its groups.

    `inside` has what is behind a box; `thrown` the events of nodes; `caught` the events on the
    border of a box from which an edge starts, by the id of the edge.
    """

    graph: FlowGraph
    inside: tuple[tuple[str, Scope], ...] = ()
    thrown: tuple[tuple[str, FlowEvent], ...] = ()
    caught: tuple[tuple[str, FlowEvent], ...] = ()
