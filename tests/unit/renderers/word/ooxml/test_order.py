"""Properties stand in the order of the schema, whoever adds them and when."""

from __future__ import annotations

import pytest
from nodes import tags

from generator.renderers.word.ooxml.node import XmlNode, valued
from generator.renderers.word.ooxml.order import ORDER, ordered, properties, with_property


@pytest.mark.parametrize("tag", sorted(ORDER))
def test_children_are_put_in_order(tag: str) -> None:
    known = list(ORDER[tag])
    for mixed in (known, known[::-1], sorted(known)):
        assert tags(ordered(tag, map(XmlNode, mixed)).children) == known


@pytest.mark.parametrize("tag", sorted(ORDER))
def test_no_child_has_two_places(tag: str) -> None:
    assert sorted(ORDER[tag].values()) == list(range(len(ORDER[tag])))


@pytest.mark.parametrize(
    ("tag", "names"),
    [  # ECMA-376, part 1: 17.3.1.26, 17.3.2.28, 17.4.60, 17.4.70, 17.6.17, 17.9.6
        ("w:pPr", "pStyle keepNext pageBreakBefore numPr tabs spacing ind jc outlineLvl sectPr"),
        ("w:rPr", "rStyle rFonts b bCs color sz szCs u lang"),
        ("w:tblPr", "tblStyle tblW tblInd tblBorders tblLayout tblCellMar tblLook tblCaption"),
        ("w:tcPr", "tcW gridSpan shd tcMar textDirection vAlign"),
        ("w:sectPr", "headerReference footerReference type pgSz pgMar"),
        ("w:lvl", "start numFmt lvlText lvlJc pPr"),
        ("w:settings", "zoom documentProtection defaultTabStop characterSpacingControl compat"),
    ],
)
def test_the_order_is_that_of_the_standard(tag: str, names: str) -> None:
    ranks = [ORDER[tag][f"w:{name}"] for name in names.split()]
    assert ranks == sorted(ranks)


def test_equal_children_keep_their_order() -> None:
    made = ordered("w:sectPr", (valued("w:headerReference", 1), valued("w:headerReference", 2)))
    assert [each.attributes["w:val"] for each in made.children] == ["1", "2"]


@pytest.mark.parametrize("count", [1, 2])
def test_a_child_that_the_schema_does_not_know_there_is_a_fault(count: int) -> None:
    with pytest.raises(ValueError, match=r"w:pPr takes no .*w:tcW"):
        ordered("w:pPr", [XmlNode("w:tcW")] * count)


def test_no_properties_make_no_element() -> None:
    assert properties("w:rPr", ()) == ()
    assert tags(properties("w:rPr", (XmlNode("w:b"),))) == ["w:rPr"]


def test_a_property_is_added_where_the_schema_wants_it() -> None:
    bare = XmlNode("w:p", {}, (XmlNode("w:r"),))
    centred = with_property(bare, "w:pPr", valued("w:jc", "center"))
    kept = with_property(centred, "w:pPr", XmlNode("w:keepNext"))
    assert tags(kept.children) == ["w:pPr", "w:r"]
    assert tags(kept.children[0].children) == ["w:keepNext", "w:jc"]


def test_a_property_replaces_the_one_of_its_kind() -> None:
    node = with_property(XmlNode("w:r"), "w:rPr", valued("w:color", "111111"))
    again = with_property(node, "w:rPr", valued("w:color", "222222"))
    assert again.children[0].children == (valued("w:color", "222222"),)
