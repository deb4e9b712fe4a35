"""Shapes are as large as their text needs, and names stand where no arrow touches."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.layout import FlowGraph, Lane, Node, NodeKind, NodeNote, NoteKind, Orientation
from generator.layout.shapes import Side
from generator.layout.sizes import (
    BODY,
    LABEL,
    DrawingStyle,
    Label,
    Sized,
    broad_edge_label,
    edge_label,
    even,
    label_of,
    sized_nodes,
)

HORIZONTAL = DrawingStyle(orientation=Orientation.HORIZONTAL)
VERTICAL = DrawingStyle(orientation=Orientation.VERTICAL)
ALL_SIDES = set(Side)


def sized(node: Node, style: DrawingStyle, *used: Side) -> Sized:
    graph = FlowGraph(lanes=(Lane(id="x", title=""),), nodes=(node,), edges=())
    (found,) = sized_nodes(graph, style, [set(used)])
    return found


def a(kind: NodeKind, label: str = "名称", *notes: str) -> Node:
    made = tuple(NodeNote(kind=NoteKind.TEXT, text=text) for text in notes)
    return Node(id="n", kind=kind, lane="x", label=label, notes=made)


@pytest.mark.parametrize(("length", "whole"), [(0, 0), (0.1, 2), (2, 2), (2.1, 4), (39.5, 40)])
def test_lengths_are_even_so_that_lines_stay_sharp(length: float, whole: float) -> None:
    assert even(length) == whole


def test_a_label_is_as_large_as_its_lines() -> None:
    one, two = label_of("审批", 100, BODY), label_of("审批合同条款并通知", 60, BODY)
    assert one == Label(("审批",), even(24 + 3), even(14.4))
    assert len(two.lines) == 2
    assert two.height == even(2 * 14.4)
    assert label_of("", 100, BODY) == Label((), 0.0, 0.0)


def test_a_long_word_outside_is_not_broken_unless_it_is_very_long() -> None:
    assert label_of("Bereitstellung", 40, LABEL).lines == ("Bereitstellung",)
    assert len(label_of("Bereitstellungsbestätigungen", 40, LABEL).lines) > 1
    assert len(label_of("Bereitstellung", 40, BODY).lines) > 1


def test_long_labels_of_arrows_get_longer_lines_rather_than_a_tower() -> None:
    style = replace(HORIZONTAL, edge_label_width=40.0)
    short, long = edge_label("超过五千元", style), edge_label("超过" * 10, style)
    assert short.width <= 44
    assert len(long.lines) <= 4
    assert long.width > 44
    assert len(edge_label("超过" * 30, style).lines) > 4  # but not without end


def test_where_there_is_room_labels_of_arrows_are_broad() -> None:
    style = replace(HORIZONTAL, edge_label_width=40.0)
    text = "客户不认可处理方案"
    assert len(broad_edge_label(text, style).lines) < len(edge_label(text, style).lines)
    wider = replace(HORIZONTAL, edge_label_width=150.0)
    assert broad_edge_label(text * 2, wider) == label_of(text * 2, 150.0, LABEL)


def test_a_box_is_broad_as_its_style_and_high_as_its_text() -> None:
    small, large = (
        sized(a(NodeKind.TASK), HORIZONTAL),
        sized(a(NodeKind.TASK, "核对" * 20), HORIZONTAL),
    )
    assert (small.width, small.height) == (120, 48)
    assert large.height > small.height
    assert large.height == even(large.title.height + 16)
    assert small.room == (60, 60, 24, 24)
    assert sized(a(NodeKind.TASK), VERTICAL).room == (24, 24, 60, 60)


def test_notes_make_a_box_higher() -> None:
    plain = sized(a(NodeKind.TASK, "核对" * 8), HORIZONTAL)
    noted = sized(a(NodeKind.TASK, "核对" * 8, "3 个工作日内", "FM-01"), HORIZONTAL)
    assert [note.lines for note in noted.notes] == [("3 个工作日内",), ("FM-01",)]
    assert noted.height == even(plain.title.height + 2 * 14 + 5 + 16)
    long = sized(a(NodeKind.TASK, "核对", "与加盟商核对本月的到货数量"), HORIZONTAL)
    assert len(long.notes[0].lines) == 2  # room for the sign before it is taken off


@pytest.mark.parametrize(
    ("kind", "size"),
    [
        (NodeKind.START, 36),
        (NodeKind.TIMER, 36),
        (NodeKind.EXCLUSIVE, 42),
        (NodeKind.LINK_IN, 30),
        (NodeKind.LINK_OUT, 30),
    ],
)
def test_signs_have_their_size_whatever_their_name(kind: NodeKind, size: float) -> None:
    for label in ("", "名称" * 10):
        found = sized(a(kind, label), HORIZONTAL)
        assert (found.width, found.height) == (size, size)
        assert found.title == Label((), 0, 0)
    assert sized(a(kind, ""), HORIZONTAL).room == (size / 2,) * 4


@pytest.mark.parametrize(
    ("kind", "style", "used", "side"),
    [
        (NodeKind.START, HORIZONTAL, [], Side.DOWN),
        (NodeKind.START, HORIZONTAL, [Side.DOWN], Side.UP),
        (NodeKind.START, HORIZONTAL, [Side.DOWN, Side.UP], Side.RIGHT),
        (NodeKind.START, HORIZONTAL, [Side.DOWN, Side.UP, Side.RIGHT], Side.LEFT),
        (NodeKind.START, HORIZONTAL, list(Side), Side.DOWN),
        (NodeKind.START, VERTICAL, [], Side.UP),
        (NodeKind.START, VERTICAL, [Side.UP], Side.RIGHT),
        (NodeKind.START, VERTICAL, [Side.UP, Side.RIGHT], Side.LEFT),
        (NodeKind.END, VERTICAL, [], Side.DOWN),
        (NodeKind.HAND_OVER, VERTICAL, [], Side.DOWN),
        (NodeKind.END, VERTICAL, [Side.DOWN], Side.RIGHT),
        (NodeKind.END, VERTICAL, [Side.DOWN, Side.RIGHT], Side.LEFT),
        (NodeKind.TIMER, VERTICAL, [], Side.RIGHT),
        (NodeKind.TIMER, VERTICAL, [Side.RIGHT], Side.LEFT),
        (NodeKind.TIMER, VERTICAL, [Side.RIGHT, Side.LEFT], Side.UP),
    ],
)
def test_a_name_stands_where_a_person_would_put_it(
    kind: NodeKind, style: DrawingStyle, used: list[Side], side: Side
) -> None:
    assert sized(a(kind), style, *used).label_side is side


def test_the_name_of_an_event_takes_room_on_its_side() -> None:
    width, height = sized(a(NodeKind.TIMER, "名称很长很长"), HORIZONTAL).outside[1:]
    broad = max(18, width / 2 - 12)
    away = 18 + 4 + height
    assert sized(a(NodeKind.TIMER, "名称很长很长"), HORIZONTAL).room == (broad, broad, 18, away)
    above = sized(a(NodeKind.TIMER, "名称很长很长"), HORIZONTAL, Side.DOWN)
    assert above.room == (broad, broad, away, 18)
    right = sized(a(NodeKind.TIMER, "名称很长很长"), HORIZONTAL, Side.DOWN, Side.UP)
    assert right.room == (18, 18 + 4 + width, 18, 18)
    left = sized(a(NodeKind.TIMER, "名称很长很长"), HORIZONTAL, Side.DOWN, Side.UP, Side.RIGHT)
    assert left.room == (18 + 4 + width, 18, 18, 18)


def test_vertical_names_beside_a_sign_are_narrow() -> None:
    name = "名称很长很长名称"
    beside, below = sized(a(NodeKind.TIMER, name), VERTICAL), sized(a(NodeKind.END, name), VERTICAL)
    assert beside.outside.width <= 60 < below.outside.width
    across = max(18, beside.outside.height / 2)
    assert beside.room == (across, across, 18, 18 + 4 + beside.outside.width)


def test_the_name_of_a_gateway_stands_at_a_corner_where_arrows_leave_no_side() -> None:
    gateway = a(NodeKind.EXCLUSIVE, "审批结论如何")
    width, height = sized(gateway, HORIZONTAL).outside[1:]
    along = max(21, width / 2)
    assert sized(gateway, HORIZONTAL).room == (along, along, 21 + 4 + height, 21)
    assert sized(gateway, HORIZONTAL, Side.UP).room == (along, along, 21, 21 + 4 + height)
    both = sized(gateway, HORIZONTAL, Side.UP, Side.DOWN).room
    assert both == (21, 11 + width, max(21, 11 + height), 21)
    vertical = sized(gateway, VERTICAL)
    away = max(21, 11 + vertical.outside.height + 4 - 28)
    assert vertical.room == (away, 21, 21, 11 + vertical.outside.width)


def test_ranks_stand_closer_where_room_is_scarce() -> None:
    assert VERTICAL.rank_gap == 28
    assert replace(VERTICAL, tight=True).rank_gap == 22
    assert VERTICAL.vertical
    assert not HORIZONTAL.vertical
