"""Builds the BPMN 2.0 document of a drawing: process, lanes, flow nodes, flows and their diagram.

Format: OMG BPMN 2.0.2 (formal/2013-12-09), clauses 7 to 12.
"""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from generator.layout import Box, Drawing, DrawnEdge, DrawnNode, NodeKind, Orientation, TextBlock
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
    NodeKind.HAND_OVER: ("endEvent", "messageEventDefinition"),
    NodeKind.TIMER: ("intermediateCatchEvent", "timerEventDefinition"),
    NodeKind.EXCLUSIVE: ("exclusiveGateway", ""),
    NodeKind.INCLUSIVE: ("inclusiveGateway", ""),
    NodeKind.PARALLEL: ("parallelGateway", ""),
    NodeKind.LINK_OUT: ("intermediateThrowEvent", "linkEventDefinition"),
    NodeKind.LINK_IN: ("intermediateCatchEvent", "linkEventDefinition"),
}
"""BPMN's element for each kind, and the event definition inside it."""


def bpmn_of(drawing: Drawing, process_id: str) -> bytes:
    """Return the document of one sheet as UTF-8 XML; `process_id` names the process."""
    return _Document(drawing, process_id).write()


class _Document:
    def __init__(self, drawing: Drawing, process_id: str) -> None:
        self.drawing = drawing
        self.names = Names()
        self.process = self.names.of("Process", process_id)
        self.root = etree.Element(f"{{{BPMN}}}definitions", nsmap=NAMESPACES)
        self.root.set("id", self.names.of("Definitions", process_id))
        self.root.set("targetNamespace", TARGET)

    def write(self) -> bytes:
        process = _child(self.root, BPMN, "process", id=self.process, isExecutable="false")
        if self.drawing.title:
            process.set("name", self.drawing.title)
        self._lanes(process)
        for node in self.drawing.nodes:
            self._node(process, node)
        for edge in self.drawing.edges:
            self._flow(process, edge)
        self._diagram()
        return etree.tostring(self.root, encoding="UTF-8", xml_declaration=True, pretty_print=True)

    def _lanes(self, process: etree._Element) -> None:
        lane_set = _child(process, BPMN, "laneSet", id=self.names.of("LaneSet", "lanes"))
        for lane in self.drawing.lanes:
            made = _child(lane_set, BPMN, "lane", id=self.names.of("Lane", lane.id))
            made.set("name", _one_line(lane.label))
            for node in self.drawing.nodes:
                if node.lane == lane.id:
                    _child(made, BPMN, "flowNodeRef").text = self.names.of("Node", node.id)

    def _node(self, process: etree._Element, node: DrawnNode) -> None:
        tag, definition = ELEMENTS[node.kind]
        made = _child(process, BPMN, tag, id=self.names.of("Node", node.id))
        if node.label or node.mark:
            made.set("name", _one_line(node.label or node.mark))
        for edge in self.drawing.edges:
            if edge.target == node.id:
                _child(made, BPMN, "incoming").text = self.names.of("Flow", edge.id)
        for edge in self.drawing.edges:
            if edge.source == node.id:
                _child(made, BPMN, "outgoing").text = self.names.of("Flow", edge.id)
        if definition:
            inner = _child(made, BPMN, definition, id=self.names.of("Event", node.id))
            if definition == "linkEventDefinition":
                inner.set("name", node.mark or node.label)

    def _flow(self, process: etree._Element, edge: DrawnEdge) -> None:
        made = _child(process, BPMN, "sequenceFlow", id=self.names.of("Flow", edge.id))
        if edge.label:
            made.set("name", edge.label)
        made.set("sourceRef", self.names.of("Node", edge.source))
        made.set("targetRef", self.names.of("Node", edge.target))

    def _diagram(self) -> None:
        diagram = _child(self.root, BPMNDI, "BPMNDiagram", id=self.names.of("Diagram", "main"))
        plane = _child(diagram, BPMNDI, "BPMNPlane", id=self.names.of("Plane", "main"))
        plane.set("bpmnElement", self.process)
        level = self.drawing.orientation is Orientation.HORIZONTAL
        for lane in self.drawing.lanes:
            shape = self._shape(plane, self.names.of("Lane", lane.id), lane.box)
            shape.set("isHorizontal", str(level).lower())
        for node in self.drawing.nodes:
            shape = self._shape(plane, self.names.of("Node", node.id), node.box)
            if node.kind is NodeKind.EXCLUSIVE:
                shape.set("isMarkerVisible", "true")
            if node.text and not node.kind.is_box:
                _label(shape, node.text)
        for edge in self.drawing.edges:
            self._edge(plane, edge)

    def _shape(self, plane: etree._Element, name: str, box: Box) -> etree._Element:
        shape = _child(plane, BPMNDI, "BPMNShape", id=self.names.of("Shape", name))
        shape.set("bpmnElement", name)
        _bounds(shape, box)
        return shape

    def _edge(self, plane: etree._Element, edge: DrawnEdge) -> None:
        name = self.names.of("Flow", edge.id)
        made = _child(plane, BPMNDI, "BPMNEdge", id=self.names.of("Edge", name), bpmnElement=name)
        for point in edge.points:
            _child(made, DI, "waypoint", x=_whole(point.x), y=_whole(point.y))
        if edge.text:
            _label(made, edge.text)


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
