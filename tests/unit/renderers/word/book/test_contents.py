"""The contents of the book: a field that Word can renew, already filled."""

from __future__ import annotations

from nodes import has, one, tags, values
from word import pen

from generator.renderers.word.book.contents import contents
from generator.renderers.word.ooxml.node import within, words_of
from generator.renderers.word.setting.pen import ContentsEntry

ENTRIES = (
    ContentsEntry(1, "1", "One", "_Toc1"),
    ContentsEntry(2, "1.1", "Inner", "_Toc2"),
    ContentsEntry(3, "1.1.1", "Deep", "_Toc3"),
    ContentsEntry(1, "", "Appendix", "_Toc4"),
)


def shown(content: object) -> list[str]:
    assert isinstance(content, tuple)
    return ["".join(text.text for text in within((each,), "w:t")) for each in content]


def test_two_levels_are_listed_in_their_order() -> None:
    content = contents(pen(), ENTRIES)
    assert shown(content)[1:] == ["1  One", "1.1  Inner", "Appendix"]
    assert values(content, "w:pStyle") == ["ContentsHeading", "TOC1", "TOC2", "TOC1"]
    assert values(content, "w:hyperlink", "w:anchor") == ["_Toc1", "_Toc2", "_Toc4"]


def test_one_field_goes_around_all_lines() -> None:
    content = contents(pen(), ENTRIES)
    assert values(content, "w:fldChar", "w:fldCharType") == ["begin", "separate", "end"]
    assert one(content, "w:instrText").text.split()[0] == "TOC"
    assert has(content[1:2], "w:instrText")
    assert has(content[-1:], "w:fldChar")


def test_page_numbers_stand_at_the_right_where_they_are_known() -> None:
    made = pen(pages={"_Toc1": 5, "_Toc4": 9})
    content = contents(made, ENTRIES)
    assert [each[-1] for each in shown(content)[1:]] == ["5", "r", "9"]
    stops = [each.children[0].attributes["w:pos"] for each in within(content, "w:tabs")]
    assert stops == [str(made.sheet.width)] * 3
    assert "PAGEREF _Toc1" in words_of(content)


def test_inner_lines_are_indented() -> None:
    content = contents(pen(), ENTRIES)
    assert [has((each,), "w:ind") for each in content] == [False, False, True, False]


def test_a_book_without_headings_has_no_field() -> None:
    assert tags(contents(pen(), ())) == ["w:p"]
    assert not has(contents(pen(), ENTRIES[2:3]), "w:fldChar")
