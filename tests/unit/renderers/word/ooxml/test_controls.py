"""Content controls: tags, ids, prompts and kinds, in the shape that Word reads."""

from __future__ import annotations

import pytest

from generator.renderers.word.ooxml.controls import (
    CHECKED,
    UNCHECKED,
    ControlProperties,
    Controls,
    DateFormat,
)
from generator.renderers.word.ooxml.node import Nodes, XmlNode, within, words_of
from generator.renderers.word.ooxml.text import paragraph, run


def entry(tag: str = "name", prompt: str = "fill in") -> ControlProperties:
    return ControlProperties(tag=tag, name="Name & more", prompt=prompt)


def one(made: Nodes, tag: str) -> XmlNode:
    (found,) = within(made, tag)
    return found


def value(made: Nodes, tag: str) -> str:
    return one(made, tag).attributes["w:val"]


def test_a_control_has_tag_name_and_prompt_and_cannot_be_deleted() -> None:
    made = Controls("F").text(entry())
    assert [each.tag for each in made] == ["w:sdt"]
    assert value(made, "w:tag") == "name"
    assert value(made, "w:alias") == "Name & more"
    assert value(made, "w:lock") == "sdtLocked"
    assert list(within(made, "w:showingPlcHdr"))
    assert words_of(made) == "fill in"


def test_the_properties_of_a_control_stand_in_the_order_of_the_schema() -> None:
    made = Controls("F").choice(entry(), [("a", "A")])
    assert [each.tag for each in one(made, "w:sdtPr").children] == [
        "w:alias",
        "w:tag",
        "w:id",
        "w:lock",
        "w:placeholder",
        "w:showingPlcHdr",
        "w:dropDownList",
    ]


def test_only_long_texts_take_several_lines() -> None:
    assert one(Controls("F").text(entry(), lines=True), "w:text").attributes == {"w:multiLine": "1"}
    assert one(Controls("F").text(entry()), "w:text").attributes == {}


def test_a_date_is_written_as_its_language_wants_it() -> None:
    made = Controls("F").date(entry(), DateFormat(pattern="yyyy-MM-dd", language="en-GB"))
    assert value(made, "w:dateFormat") == "yyyy-MM-dd"
    assert value(made, "w:lid") == "en-GB"


@pytest.mark.parametrize(("open_", "kind"), [(False, "w:dropDownList"), (True, "w:comboBox")])
def test_a_list_shows_words_and_stores_values(open_: bool, kind: str) -> None:
    made = Controls("F").choice(entry(), [("v1", "One"), ("v2", "Two")], open_=open_)
    items = one(made, kind).children
    assert [each.attributes for each in items] == [
        {"w:displayText": "One", "w:value": "v1"},
        {"w:displayText": "Two", "w:value": "v2"},
    ]


def test_a_box_is_empty_and_knows_how_it_looks_when_ticked() -> None:
    made = Controls("F").check(entry(prompt=""))
    assert one(made, "w14:checked").attributes == {"w14:val": "0"}
    assert one(made, "w14:checkedState").attributes["w14:val"] == f"{ord(CHECKED):04X}"
    assert words_of(made) == UNCHECKED
    assert not list(within(made, "w:showingPlcHdr"))


def test_rows_repeat_in_a_section_with_a_title() -> None:
    rows = [(XmlNode("w:tr", {}, (XmlNode("w:tc", {}, paragraph(run(text))),)),) for text in "ab"]
    made = Controls("F").repeated(entry("goods"), "Goods", rows)
    section = one(made, "w15:repeatingSection")
    # The attribute is Word's own, whatever the prefix of the element.
    assert section.children == (XmlNode("w15:sectionTitle", {"w:val": "Goods"}),)
    assert len(list(within(made, "w15:repeatingSectionItem"))) == 2
    assert words_of(made) == "ab"


def test_ids_are_unique_and_follow_from_document_and_tag() -> None:
    def ids(document: str, tags: str) -> list[str]:
        controls = Controls(document)
        return [value(controls.text(entry(tag)), "w:id") for tag in tags]

    assert ids("F", "ab") == ids("F", "ab")
    assert ids("F", "ba") == ids("F", "ab")[::-1]
    assert len(set(ids("F", "aaa"))) == 3
    assert set(ids("F", "ab")).isdisjoint(ids("G", "ab"))


def test_equal_prompts_are_kept_once() -> None:
    controls = Controls("F")
    first, second, other = (
        value(controls.text(entry(tag, prompt)), "w:docPart")
        for tag, prompt in (("a", "name"), ("b", "name"), ("c", "amount"))
    )
    assert first == second != other
    assert controls.prompts == {first: "name", other: "amount"}
