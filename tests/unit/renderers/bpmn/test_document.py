"""The BPMN of a diagram says the same as the diagram, at the same places."""

from __future__ import annotations

from lxml import etree

from generator.layout import Edge, FlowGraph, Lane, Node, NodeKind, Orientation, draw
from generator.renderers.bpmn import bpmn_of

NS = {
    "b": "http://www.omg.org/spec/BPMN/20100524/MODEL",
    "bi": "http://www.omg.org/spec/BPMN/20100524/DI",
    "dc": "http://www.omg.org/spec/DD/20100524/DC",
    "di": "http://www.omg.org/spec/DD/20100524/DI",
}
GRAPH = FlowGraph(
    title="客户投诉处理",
    lanes=(Lane(id="x", title="投诉专员"), Lane(id="y", title="总经理")),
    nodes=(
        Node(id="s", kind=NodeKind.START, lane="x", label="收到投诉"),
        Node(id="a", kind=NodeKind.TASK, lane="x", label="受理"),
        Node(id="g", kind=NodeKind.EXCLUSIVE, lane="x"),
        Node(id="c", kind=NodeKind.CALL, lane="y", label="产品召回"),
        Node(id="h", kind=NodeKind.HAND_OVER, lane="x", label="转售后"),
    ),
    edges=(
        Edge(id="1", source="s", target="a"),
        Edge(id="2", source="a", target="g"),
        Edge(id="3", source="g", target="c", label="重大"),
        Edge(id="4", source="g", target="h", label="一般"),
    ),
)


def tree(graph: FlowGraph = GRAPH) -> etree._Element:
    return etree.fromstring(bpmn_of(draw(graph, Orientation.VERTICAL), "complaint-handling"))


def test_flows_connect_the_same_nodes() -> None:
    root = tree()
    names = {e.get("id"): e.get("name") for e in root.iterfind(".//b:process/*[@id]", NS)}
    pairs = {
        (names[flow.get("sourceRef")], names[flow.get("targetRef")], flow.get("name"))
        for flow in root.iterfind(".//b:sequenceFlow", NS)
    }
    assert ("收到投诉", "受理", None) in pairs
    assert (None, "产品召回", "重大") in pairs


def test_every_flow_node_stands_in_exactly_one_lane() -> None:
    refs = [ref.text for ref in tree().iterfind(".//b:flowNodeRef", NS)]
    assert len(refs) == len(set(refs)) == len(GRAPH.nodes)


def test_places_are_those_of_the_drawing_in_whole_numbers() -> None:
    drawing = draw(GRAPH, Orientation.VERTICAL)
    root = etree.fromstring(bpmn_of(drawing, "p"))
    bounds = root.find(".//bi:BPMNShape[@bpmnElement='Node_c']/dc:Bounds", NS)
    box = next(node.box for node in drawing.nodes if node.id == "c")
    assert bounds is not None
    assert [bounds.get(key) for key in ("x", "y", "width", "height")] == [
        str(round(value)) for value in box
    ]


def test_gateways_show_their_marker_and_lanes_their_direction() -> None:
    root = tree()
    assert root.xpath("string(//*[@bpmnElement='Node_g']/@isMarkerVisible)") == "true"
    assert root.xpath("string(//*[@bpmnElement='Lane_x']/@isHorizontal)") == "false"


def test_every_shape_and_edge_is_in_the_diagram() -> None:
    root = tree()
    drawn = root.xpath("//@bpmnElement")
    expected = len(GRAPH.lanes) + len(GRAPH.nodes) + len(GRAPH.edges) + 1
    assert len(drawn) == len(set(drawn)) == expected


def test_ids_are_names_that_xml_accepts_even_if_others_are_given() -> None:
    graph = FlowGraph(
        lanes=(Lane(id="岗位", title="岗位"),),
        nodes=(
            Node(id="步骤 1", kind=NodeKind.TASK, lane="岗位", label="一"),
            Node(id="步骤 2", kind=NodeKind.TASK, lane="岗位", label="二"),
        ),
        edges=(),
    )
    ids = tree(graph).xpath("//@id")
    assert len(ids) == len(set(ids))
    assert all(name.isascii() and " " not in name for name in ids)
