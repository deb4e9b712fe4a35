"""One BPMN document holds a process with what is inside its groups, each with its own diagram."""

from __future__ import annotations

import pytest
from flow_patterns import COMPANY, SOUND
from lxml import etree
from pages import context
from small import book, steps

from generator.document.flow_scopes import flow_scopes
from generator.layout import Orientation
from generator.renderers.bpmn import bpmn_of_scope

NS = {
    "b": "http://www.omg.org/spec/BPMN/20100524/MODEL",
    "bi": "http://www.omg.org/spec/BPMN/20100524/DI",
}
PATTERNS = SOUND | COMPANY


def tree(name: str, orientation: Orientation = Orientation.HORIZONTAL) -> etree._Element:
    handbook = book(steps(*PATTERNS[name]))
    scope = flow_scopes(context(handbook), handbook.processes["take-order"], lambda _: "")
    return etree.fromstring(bpmn_of_scope(scope, "take-order", orientation))


def test_a_group_with_rework_is_a_sub_process_with_a_diagram_of_its_own() -> None:
    root = tree("rework: a member sends back to its sibling")
    (inner,) = root.iterfind(".//b:subProcess", NS)
    planes = root.xpath("//bi:BPMNPlane/@bpmnElement", namespaces=NS)
    assert planes == [inner.get("id"), "Process_take-order"] or planes[::-1] == [
        inner.get("id"),
        "Process_take-order",
    ]
    shape = root.find(f".//bi:BPMNShape[@bpmnElement='{inner.get('id')}']", NS)
    assert shape is not None
    assert shape.get("isExpanded") == "false"


def test_a_way_out_is_an_event_that_interrupts() -> None:
    root = tree("a way out ends the group")
    (event,) = root.iterfind(".//b:boundaryEvent", NS)
    assert event.get("cancelActivity") == "true"
    assert event.get("attachedToRef") == root.xpath("string(//b:subProcess/@id)", namespaces=NS)
    codes = root.xpath("//b:escalationEventDefinition/@escalationRef", namespaces=NS)
    assert len(codes) == 2
    assert set(codes) == set(root.xpath("//b:escalation/@id", namespaces=NS))


@pytest.mark.parametrize("name", sorted(PATTERNS))
def test_all_that_is_named_is_there_once_and_drawn(name: str) -> None:
    for orientation in Orientation:
        root = tree(name, orientation)
        ids = root.xpath("//@id")
        assert len(ids) == len(set(ids))
        named = root.xpath("//@sourceRef | //@targetRef | //@attachedToRef | //@signalRef")
        assert set(named) <= set(ids)
        nodes = set(root.xpath("//*[b:incoming or b:outgoing]/@id", namespaces=NS))
        flows = set(root.xpath("//b:sequenceFlow/@id", namespaces=NS))
        assert nodes | flows <= set(root.xpath("//@bpmnElement"))
        lanes = root.xpath("//b:flowNodeRef/text()", namespaces=NS)
        assert sorted(lanes) == sorted(nodes)
