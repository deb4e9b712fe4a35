"""Builds the BPMN 2.0 document of a drawing: process, lanes, flow nodes, flows and their diagram.

Format: OMG BPMN 2.0.2 (formal/2013-12-09), clauses 7 to 12.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from generator.document.scope import FlowEvent, FlowEventKind
from generator.layout import Box, Drawing, DrawnEdge, DrawnNode, NodeKind, Orientation, TextBlock
from generator.renderers.bpmn.borders import events_on_borders
from generator.renderers.bpmn.names import Names

BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL"
BPMNDI = "http://www.omg.org/spec/BPMN/20100524/DI"
DC = "http://www.omg.org/spec/DD/20100524/DC"
DI = "http://www.omg.org/spec/DD/20100524/DI"
NAMESPACES = {"bpmn": BPMN, "bpmndi": BPMNDI, "dc": DC, "di": DI}
TARGET = "urn:process-handbook"

ELEMENTS: Mapping[NodeKind, tuple[str, str]] = {
    NodeKind.START: ("startEvent", ""),
    NodeKind.END: ("endEvent", ""),
    NodeKind.TASK: ("task", ""),
    NodeKind.CALL: ("callActivity", ""),
    NodeKind.GROUP: ("subProcess", ""),
    NodeKind.SIGNAL: ("intermediateThrowEvent", ""),
    NodeKind.HAND_OVER: ("endEvent", "messageEventDefinition"),
    NodeKind.TIMER: ("intermediateCatchEvent", "timerEventDefinition"),
    NodeKind.EXCLUSIVE: ("exclusiveGateway", ""),
    NodeKind.INCLUSIVE: ("inclusiveGateway", ""),
    NodeKind.PARALLEL: ("parallelGateway", ""),
    NodeKind.LINK_OUT: ("intermediateThrowEvent", "linkEventDefinition"),
    NodeKind.LINK_IN: ("intermediateCatchEvent", "linkEventDefinition"),
}
"""BPMN's element for each kind, and the event definition inside it."""


def bpmn_of(drawing: Drawing, process_id: str, details: Details | None = None) -> bytes:
    """Return the document of one sheet as UTF-8 XML; `process_id` names the process.

    `details` has what the drawing does not show: what is inside boxes, and events.
    """
    return _Document(process_id).write(drawing, details or Details())


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """What a drawing does not show.

    `inside` has the drawing behind a box with its own details; `thrown` the event of a node;
    `caught` the event on the border of a box at which an edge begins, by the id of the edge.
    """

    inside: Mapping[str, tuple[Drawing, Details]] = field(default_factory=dict)
    thrown: Mapping[str, FlowEvent] = field(default_factory=dict)
    caught: Mapping[str, FlowEvent] = field(default_factory=dict)


class _Document:
    def __init__(self, process_id: str) -> None:
        self.names = Names()
        self.process = self.names.of("Process", process_id)
        self.root = etree.Element(f"{{{BPMN}}}definitions", nsmap=NAMESPACES)
        self.root.set("id", self.names.of("Definitions", process_id))
        self.root.set("targetNamespace", TARGET)

    def write(self, drawing: Drawing, details: Details) -> bytes:
        self._events(details)
        process = _child(self.root, BPMN, "process", id=self.process, isExecutable="false")
        if drawing.title:
            process.set("name", drawing.title)
        _Sheet(self, drawing, details, "").write(process)
        return etree.tostring(self.root, encoding="UTF-8", xml_declaration=True, pretty_print=True)

    def _events(self, details: Details) -> None:
        """Declare each event once."""
        for event in dict.fromkeys(_events(details)):
            made = _child(self.root, BPMN, event.kind.value, id=self._event(event))
            made.set("name", event.name)
            if event.kind is FlowEventKind.ESCALATION:
                made.set("escalationCode", event.name)

    def _event(self, event: FlowEvent) -> str:
        return self.names.of(event.kind.name.title(), event.name)

    def defined(self, parent: etree._Element, event: FlowEvent, name: str) -> None:
        """Write which event a node throws or catches."""
        made = _child(parent, BPMN, f"{event.kind.value}EventDefinition", id=name)
        made.set(f"{event.kind.value}Ref", self._event(event))


class _Sheet:
    """Writes one drawing; `of` is the box that it is inside of, empty for the whole process."""

    def __init__(self, document: _Document, drawing: Drawing, details: Details, of: str) -> None:
        self.document, self.drawing, self.details, self.of = document, drawing, details, of
        caught = {edge: _one_line(event.label) for edge, event in details.caught.items()}
        self.borders = events_on_borders(drawing, caught)

    def name(self, family: str, key: str) -> str:
        return self.document.names.of(family, f"{self.of}.{key}" if self.of else key)

    def write(self, parent: etree._Element) -> None:
        self._lanes(parent)
        for node in self.drawing.nodes:
            made = self._node(parent, node)
            if node.id in self.details.inside:
                inner, details = self.details.inside[node.id]
                _Sheet(self.document, inner, details, node.id).write(made)
        for edge in self.drawing.edges:
            if edge.id in self.details.caught:
                self._border(parent, edge)
        for edge in self.drawing.edges:
            self._flow(parent, edge)
        self._diagram(parent)

    def _lanes(self, parent: etree._Element) -> None:
        lane_set = _child(parent, BPMN, "laneSet", id=self.name("LaneSet", "lanes"))
        for lane in self.drawing.lanes:
            made = _child(lane_set, BPMN, "lane", id=self.name("Lane", lane.id))
            made.set("name", _one_line(lane.label))
            for node in self.drawing.nodes:
                if node.lane == lane.id:
                    _child(made, BPMN, "flowNodeRef").text = self.name("Node", node.id)
            for edge in self.drawing.edges:
                if edge.id in self.details.caught and self._lane_of(edge.source) == lane.id:
                    _child(made, BPMN, "flowNodeRef").text = self.name("Border", edge.id)

    def _lane_of(self, node: str) -> str:
        return next(each.lane for each in self.drawing.nodes if each.id == node)

    def _node(self, parent: etree._Element, node: DrawnNode) -> etree._Element:
        tag, definition = ELEMENTS[node.kind]
        event = self.details.thrown.get(node.id)
        made = _child(parent, BPMN, tag, id=self.name("Node", node.id))
        if node.label or node.mark:
            made.set("name", _one_line(node.label or node.mark))
        self._ways(made, node)
        if event is not None:
            self.document.defined(made, event, self.name("Event", node.id))
        elif definition:
            inner = _child(made, BPMN, definition, id=self.name("Event", node.id))
            if definition == "linkEventDefinition":
                inner.set("name", node.mark or node.label)
        return made

    def _ways(self, made: etree._Element, node: DrawnNode) -> None:
        for edge in self.drawing.edges:
            if edge.target == node.id:
                _child(made, BPMN, "incoming").text = self.name("Flow", edge.id)
        for edge in self.drawing.edges:
            if edge.source == node.id and edge.id not in self.details.caught:
                _child(made, BPMN, "outgoing").text = self.name("Flow", edge.id)

    def _border(self, parent: etree._Element, edge: DrawnEdge) -> None:
        """Write the event on the border of a box; it stops what is under way there."""
        event = self.details.caught[edge.id]
        made = _child(parent, BPMN, "boundaryEvent", id=self.name("Border", edge.id))
        if self.borders[edge.id].label:
            made.set("name", _one_line(event.label))
        made.set("cancelActivity", "true")
        made.set("attachedToRef", self.name("Node", edge.source))
        _child(made, BPMN, "outgoing").text = self.name("Flow", edge.id)
        self.document.defined(made, event, self.name("Event", edge.id))

    def _flow(self, parent: etree._Element, edge: DrawnEdge) -> None:
        made = _child(parent, BPMN, "sequenceFlow", id=self.name("Flow", edge.id))
        if edge.label:
            made.set("name", edge.label)
        caught = edge.id in self.details.caught
        source = self.name("Border", edge.id) if caught else self.name("Node", edge.source)
        made.set("sourceRef", source)
        made.set("targetRef", self.name("Node", edge.target))

    def _diagram(self, parent: etree._Element) -> None:
        key = self.of or "main"
        names, root = self.document.names, self.document.root
        diagram = _child(root, BPMNDI, "BPMNDiagram", id=names.of("Diagram", key))
        plane = _child(diagram, BPMNDI, "BPMNPlane", id=names.of("Plane", key))
        plane.set("bpmnElement", str(parent.get("id")))
        level = self.drawing.orientation is Orientation.HORIZONTAL
        for lane in self.drawing.lanes:
            shape = self._shape(plane, self.name("Lane", lane.id), lane.box)
            shape.set("isHorizontal", str(level).lower())
        for node in self.drawing.nodes:
            shape = self._shape(plane, self.name("Node", node.id), node.box)
            if node.kind is NodeKind.EXCLUSIVE:
                shape.set("isMarkerVisible", "true")
            if node.id in self.details.inside:
                shape.set("isExpanded", "false")
            if node.text and not node.kind.is_box:
                _label(shape, node.text)
        for edge, border in self.borders.items():
            shape = self._shape(plane, self.name("Border", edge), border.box)
            if border.label:
                _bounds(_child(shape, BPMNDI, "BPMNLabel"), border.label)
        for each in self.drawing.edges:
            self._edge(plane, each)

    def _shape(self, plane: etree._Element, name: str, box: Box) -> etree._Element:
        shape = _child(plane, BPMNDI, "BPMNShape", id=self.document.names.of("Shape", name))
        shape.set("bpmnElement", name)
        _bounds(shape, box)
        return shape

    def _edge(self, plane: etree._Element, edge: DrawnEdge) -> None:
        name = self.name("Flow", edge.id)
        drawn = self.document.names.of("Edge", name)
        made = _child(plane, BPMNDI, "BPMNEdge", id=drawn, bpmnElement=name)
        border = self.borders.get(edge.id)
        for point in border.points if border else edge.points:
            _child(made, DI, "waypoint", x=_whole(point.x), y=_whole(point.y))
        if edge.text:
            _label(made, edge.text)


def _events(details: Details) -> Iterator[FlowEvent]:
    yield from details.thrown.values()
    yield from details.caught.values()
    for _, inner in details.inside.values():
        yield from _events(inner)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _child(parent: etree._Element, space: str, tag: str, **attributes: str) -> etree._Element:
    return etree.SubElement(parent, f"{{{space}}}{tag}", attributes)


def _label(parent: etree._Element, text: TextBlock) -> None:
    _bounds(_child(parent, BPMNDI, "BPMNLabel"), text.box)


def _bounds(parent: etree._Element, box: Box) -> None:
    _child(
        parent,
        DC,
        "Bounds",
        x=_whole(box.x),
        y=_whole(box.y),
        width=_whole(box.width),
        height=_whole(box.height),
    )


def _whole(value: float) -> str:
    return str(round(value))
