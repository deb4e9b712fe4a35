"""Quotation marks, dashes and dots of Chinese text stand in the font of Chinese."""

from __future__ import annotations

import pytest

from generator.renderers.word.ooxml.node import Nodes, within, words_of
from generator.renderers.word.ooxml.script import in_script, needs_east_asian
from generator.renderers.word.ooxml.table import Cell, Grid, row, table
from generator.renderers.word.ooxml.text import RunFormat, paragraph, run


def hinted(content: Nodes, *, chinese: bool) -> list[str]:
    """Return the texts of the runs whose shared punctuation is East Asian."""
    return [
        words_of((each,))
        for each in within(in_script(content, chinese=chinese), "w:r")
        if any(font.attributes.get("w:hint") == "eastAsia" for font in within((each,), "w:rFonts"))
    ]


@pytest.mark.parametrize("mark", "“”‘’—…·")
def test_a_mark_in_chinese_text_stands_in_the_chinese_font(mark: str) -> None:
    said = f"填写{mark}表单"
    assert hinted(paragraph(run(said)), chinese=True) == [said]


def test_a_mark_of_its_own_belongs_to_the_paragraph() -> None:
    content = paragraph(run("打开") + run("“") + run("Word") + run("”"))
    assert hinted(content, chinese=True) == ["“", "”"]


def test_text_without_such_marks_needs_nothing() -> None:
    content = paragraph(run("填写表单，交店长。"))
    assert in_script(content, chinese=True) == content


def test_english_text_keeps_the_marks_of_english() -> None:
    content = paragraph(run("Fill in the “order sheet” — now"))
    assert hinted(content, chinese=True) == hinted(content, chinese=False) == []


def test_a_chinese_name_in_an_english_sentence_keeps_the_marks_of_english() -> None:
    assert hinted(paragraph(run("Fill in “客户资料表” first")), chinese=False) == []


def test_a_chinese_paragraph_of_an_english_document_is_chinese() -> None:
    assert hinted(paragraph(run("填写“客户资料表”")), chinese=False) == ["填写“客户资料表”"]


def test_an_apostrophe_in_a_latin_word_is_no_mark_of_chinese() -> None:
    content = paragraph(run("表单：") + run("Customer’s order"))
    assert hinted(content, chinese=True) == []
    assert needs_east_asian("‘表’")
    assert needs_east_asian("’")


def test_what_a_run_looks_like_stays() -> None:
    (node,) = in_script(paragraph(run("“表”", RunFormat(bold=True, colour="FF0000"))), chinese=True)
    (properties,) = within((node,), "w:rPr")
    assert [each.tag for each in properties.children] == ["w:rFonts", "w:b", "w:bCs", "w:color"]


def test_cells_of_tables_are_reached() -> None:
    grid = Grid(widths=(100,), title="“表”", description="")
    content = table(grid, [row(grid, [Cell(content=paragraph(run("“表”")))])])
    assert hinted(content, chinese=True) == ["“表”"]
