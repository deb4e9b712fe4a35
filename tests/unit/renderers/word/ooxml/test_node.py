"""Nodes are values: they may stand in two places, and changing one makes another."""

from __future__ import annotations

import pytest

from generator.renderers.word.ooxml.node import (
    Nodes,
    XmlNode,
    joined,
    rewritten,
    unchanged,
    valued,
    within,
    words_of,
)

LEAF = XmlNode("w:t", text="x")
TREE: Nodes = (XmlNode("w:p", {}, (XmlNode("w:r", {}, (LEAF,)), XmlNode("w:r", {}, (LEAF, LEAF)))),)


def shouted(node: XmlNode) -> Nodes:
    return (node._replace(text=node.text.upper()),) if node.text else unchanged(node)


def test_a_node_cannot_be_changed_in_place() -> None:
    with pytest.raises(AttributeError):
        LEAF.text = "y"  # type: ignore[misc]
    with pytest.raises(TypeError):
        LEAF.attributes["w:val"] = "y"  # type: ignore[index]


def test_a_node_may_stand_in_two_places() -> None:
    assert words_of(TREE) == "xxx"
    assert [id(each) for each in within(TREE, "w:t")] == [id(LEAF)] * 3


def test_a_value_is_written_as_text() -> None:
    assert valued("w:sz", 20) == XmlNode("w:sz", {"w:val": "20"})


def test_pieces_are_joined_with_what_stands_between_them() -> None:
    comma = (XmlNode("w:tab"),)
    assert joined([(LEAF,), (LEAF, LEAF)]) == (LEAF, LEAF, LEAF)
    assert joined([(LEAF,), (LEAF,)], comma) == (LEAF, *comma, LEAF)
    assert joined([], comma) == ()


def test_rewriting_reaches_every_node_and_leaves_the_old_tree() -> None:
    assert words_of(rewritten(TREE, shouted)) == "XXX"
    assert words_of(TREE) == "xxx"


def test_a_node_may_become_none_or_several() -> None:
    def change(node: XmlNode) -> Nodes:
        return {"w:t": (), "w:r": (XmlNode("w:tab"), node)}.get(node.tag, (node,))

    (made,) = rewritten(TREE, change)
    assert [each.tag for each in made.children] == ["w:tab", "w:r", "w:tab", "w:r"]
    assert words_of((made,)) == ""


def test_the_innermost_nodes_are_rewritten_first() -> None:
    seen: list[str] = []

    def change(node: XmlNode) -> Nodes:
        seen.append(node.tag)
        return unchanged(node)

    rewritten(TREE, change)
    assert seen == ["w:t", "w:r", "w:t", "w:t", "w:r", "w:p"]


def test_what_does_not_change_stays_the_same_object() -> None:
    assert rewritten(TREE, unchanged) is TREE


def test_nodes_are_found_in_the_order_of_the_document() -> None:
    marked = (XmlNode("w:r", {"n": "1"}, (XmlNode("w:r", {"n": "2"}),)), XmlNode("w:r", {"n": "3"}))
    assert [each.attributes["n"] for each in within(marked, "w:r")] == ["1", "2", "3"]
