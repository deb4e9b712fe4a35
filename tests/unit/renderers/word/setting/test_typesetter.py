"""Blocks are set one after another: headings with numbers, tables with captions, lists, notes."""

from __future__ import annotations

from nodes import has, value, values
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
    Note,
    Paragraph,
    Row,
    Section,
    Table,
    Target,
    plain,
)
from generator.renderers.word.ooxml.node import Nodes, words_of
from generator.renderers.word.setting.flow import Piece
from generator.renderers.word.setting.pen import mark_of
from generator.renderers.word.setting.typesetter import Heading, Typesetter

PAGE = Target("process", "take-order")


def setter() -> Typesetter:
    return Typesetter(pen=pen(), page=PAGE)


def set_(*blocks: Block) -> list[Nodes]:
    return setter().set(blocks, "Title")


def pieces(*blocks: Block, level: int = 2) -> list[Piece]:
    heading = Heading(level=level, number="3", title="Part", targets=(PAGE,))
    return list(setter().sections(blocks, heading))


def said(piece: Piece) -> str:
    return "".join(words_of(part) for part in piece.parts)


def test_each_kind_of_block() -> None:
    (text,) = set_(Paragraph(plain("Text")))
    assert words_of(text) == "Text"
    (ticks,) = set_(Checklist((plain("one"), plain("two"))))
    assert words_of(ticks) == "☐ one☐ two"
    (code,) = set_(Code("x: 1\n"))
    assert (words_of(code), value(code, "w:pStyle")) == ("x: 1", "SourceCode")
    (note,) = set_(Note("warning", "Draft", plain("not in force")))
    assert words_of(note).replace("：", ": ") == "Draft: not in force"
    assert has(note, "w:tbl")
    (cards,) = set_(Cards((Card("A", PAGE, plain("why")), Card("B", PAGE))))
    assert words_of(cards).replace("：", ": ").replace("•  ", "") == "A: whyB"


def test_what_has_no_place_on_paper_and_what_is_empty_stays_out() -> None:
    download = Downloads((Download("File", Target("download", "a.docx")),))
    assert set_(download, Table("t", ("a",), ()), Bullets(())) == []


def test_a_table_stands_under_its_caption() -> None:
    (table,) = set_(Table("Records", ("a",), (Row((plain("x"),)),)))
    assert "Records" in words_of(table)
    (bare,) = set_(Table("", ("a",), (Row((plain("x"),)),)))
    assert words_of(bare) == "ax"


def test_a_line_stays_with_the_list_or_table_that_it_leads_to() -> None:
    line, bullets = Paragraph(plain("These:")), Bullets((plain("one"),))
    assert has(set_(line, bullets)[0], "w:keepNext")
    assert not has(set_(line, line)[0], "w:keepNext")
    assert not has(set_(bullets, line)[1], "w:keepNext")


def test_sections_inside_are_numbered_below_their_heading() -> None:
    inner = Section("Steps", "steps", (Paragraph(plain("a")),), note=plain("see"))
    last = Section("Records", "records", (Paragraph(plain("b")),))
    first, second, third = pieces(Paragraph(plain("Intro")), inner, last)
    assert said(first) == "3  PartIntro"
    assert said(second) == "3.1  Stepsseea"
    assert said(third) == "3.2  Recordsb"
    styles = [value(piece.parts[0], "w:pStyle") for piece in (first, second)]
    assert styles == ["Heading2", "Heading3"]
    names = values(second.parts[0], "w:bookmarkStart", "w:name")
    assert mark_of(Target("process", "take-order", "steps")) in names


def test_headings_are_never_deeper_than_three_and_begin_a_page_where_asked() -> None:
    (deep,) = pieces(Paragraph(plain("x")), level=5)
    assert value(deep.parts[0], "w:pStyle") == "Heading3"
    heading = Heading(level=1, number="", title="Foreword", new_page=True)
    made = setter().heading(heading)
    assert words_of(made) == "Foreword"
    assert has(made, "w:pageBreakBefore")


def test_a_heading_lies_with_the_wide_table_that_it_begins_with() -> None:
    titles = tuple(f"c{at}" for at in range(9))
    wide = Table("w", titles, (Row(tuple(map(plain, titles))),), wide=True)
    assert [piece.landscape for piece in pieces(wide)] == [True]
    inside = Section("Inner", "", (wide,))
    assert [piece.landscape for piece in pieces(inside)] == [True, True]
    assert [p.landscape for p in pieces(Paragraph(plain("a")), inside)] == [False, True]
