"""Blocks set one after another: each kind in its own form, headings with numbers and places."""

from __future__ import annotations

import pytest
from nodes import has, tags, value, values
from word import pen

from generator.document.blocks import (
    Block,
    Bullets,
    Card,
    Cards,
    Checklist,
    Code,
    Download,
    Downloads,
    Facts,
    Note,
    Paragraph,
    Prose,
    Row,
    Section,
    Table,
    Target,
    plain,
)
from generator.renderers.word.ooxml.node import Nodes, joined, words_of
from generator.renderers.word.ooxml.text import paragraph, run
from generator.renderers.word.setting.pen import mark_of
from generator.renderers.word.setting.steps import BOX
from generator.renderers.word.setting.typesetter import Heading, Typesetter

PAGE = Target("process", "p")
WIDE = Table("w", tuple("abcdefgh"), (Row(tuple(plain(each) for each in "abcdefgh")),), wide=True)
SMALL = Table("s", ("a",), (Row((plain("x"),)),))


def setter(**more: object) -> Typesetter:
    return Typesetter(pen=pen(**more), page=PAGE)


def made(*blocks: Block) -> Nodes:
    return joined(setter().set(blocks, "T"))


@pytest.mark.parametrize(
    ("block", "said"),
    [
        (Paragraph(plain("text")), "text"),
        (Bullets((plain("one"), plain("two"))), "onetwo"),
        (Checklist((plain("one"),)), f"{BOX}one"),
        (Code("a = 1\n"), "a = 1"),
        (Facts((("label", plain("value")),)), "labelvalue"),
        (Cards((Card("Card", Target("process", "x"), plain("more")),)), "more"),
        (Note("info", "Mind", plain("this")), "this"),
        (Downloads((Download("File", Target("download", "x")),)), ""),
        (Table("t", ("a",), ()), ""),
    ],
)
def test_each_kind_of_block_says_what_it_holds(block: Block, said: str) -> None:
    content = made(block)
    assert words_of(content).endswith(said)
    assert bool(content) == bool(said)


def test_entries_of_a_list_are_real_ones() -> None:
    assert has(made(Bullets((plain("one"),))), "w:numPr")


def test_a_table_has_its_caption_above_and_stays_with_it() -> None:
    content = made(SMALL)
    assert tags(content) == ["w:p", "w:tbl"]
    assert has(content[:1], "w:keepNext")


def test_hand_written_pages_come_from_the_pen() -> None:
    found = setter(prose={"x.md": (Paragraph(plain("by hand")),)}).set((Prose("x.md"),), "T")
    assert words_of(joined(found)) == "by hand"


@pytest.mark.parametrize(
    ("after", "held"), [(Bullets((plain("x"),)), True), (SMALL, True), (Paragraph(()), False)]
)
def test_a_line_stays_with_the_list_or_table_that_it_leads_to(after: Block, held: bool) -> None:
    first, *_ = setter().set((Paragraph(plain("as follows")), after), "T")
    assert has(first, "w:keepNext") == held


@pytest.mark.parametrize("new_page", [False, True])
def test_a_heading_has_number_style_places_and_an_entry(new_page: bool) -> None:
    typesetter = setter()
    heading = Heading(level=2, number="1.2", title="Do it", targets=(PAGE,), new_page=new_page)
    content = typesetter.heading(heading)
    assert words_of(content) == "1.2  Do it"
    assert value(content, "w:pStyle") == "Heading2"
    assert has(content, "w:pageBreakBefore") == new_page
    (entry,) = typesetter.pen.entries
    assert (entry.level, entry.number, entry.title) == (2, "1.2", "Do it")
    assert {entry.mark, mark_of(PAGE)} == set(values(content, "w:bookmarkStart", "w:name"))


def test_deep_headings_have_the_deepest_style() -> None:
    assert value(setter().heading(Heading(level=7, number="", title="x")), "w:pStyle") == "Heading3"


def test_sections_are_numbered_below_their_part_and_lead_to_their_anchor() -> None:
    typesetter = setter()
    inner = tuple(Section(each, each, (Paragraph(plain(each)),)) for each in "ab")
    list(typesetter.sections(inner, Heading(level=1, number="3", title="Part")))
    assert [(each.level, each.number) for each in typesetter.pen.entries] == [
        (1, "3"),
        (2, "3.1"),
        (2, "3.2"),
    ]
    assert mark_of(Target("process", "p", "b")) in typesetter.pen.marks


def test_sections_that_the_document_leaves_out_take_no_number() -> None:
    typesetter = setter(left_out=frozenset({"a"}))
    inner = tuple(Section(each, each, (Paragraph(plain(each)),)) for each in "ab")
    list(typesetter.sections(inner, Heading(level=1, number="3", title="Part")))
    assert [each.title for each in typesetter.pen.entries] == ["Part", "b"]
    assert typesetter.pen.entries[-1].number == "3.1"


def test_the_note_of_a_section_comes_first() -> None:
    inner = (Section("S", "s", (Paragraph(plain("then")),), note=plain("first")),)
    pieces = list(setter().sections(inner, Heading(level=1, number="", title="Part")))
    assert words_of(joined(pieces[1].parts)).endswith("firstthen")


def test_an_opener_comes_first_in_the_section_of_its_anchor() -> None:
    typesetter = Typesetter(pen=pen(), page=PAGE, openers={"s": paragraph(run("see"))})
    inner = (Section("S", "s", (Paragraph(plain("then")),)),)
    pieces = list(typesetter.sections(inner, Heading(level=1, number="", title="Part")))
    assert words_of(joined(pieces[1].parts)) == "Sseethen"


def test_a_section_lies_across_with_its_wide_table_and_its_heading_with_it() -> None:
    inner = (Section("W", "w", (WIDE,)),)
    pieces = list(setter().sections(inner, Heading(level=1, number="", title="Part")))
    assert [each.lying for each in pieces] == [True, True]
    mixed = (Paragraph(plain("x")), *inner)
    pieces = list(setter().sections(mixed, Heading(level=1, number="", title="Part")))
    assert [each.lying for each in pieces] == [False, True]
