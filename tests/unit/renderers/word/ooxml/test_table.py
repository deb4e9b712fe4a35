"""Tables keep their columns, and their rows keep together."""

from __future__ import annotations

import pytest
from nodes import has, one, tags, value, values

from generator.renderers.word.ooxml.controls import ControlProperties, Controls
from generator.renderers.word.ooxml.node import Nodes, within, words_of
from generator.renderers.word.ooxml.table import (
    Cell,
    Grid,
    borders,
    end_kept,
    margins,
    row,
    stacked,
    table,
    together,
)
from generator.renderers.word.ooxml.text import paragraph, run

GRID = Grid(widths=(100, 200), title="Goods & more", description="A row each.")


def line(text: str = "x") -> Nodes:
    return row(GRID, [Cell(content=paragraph(run(text)), span=2)])


def held(content: Nodes) -> list[bool]:
    """Tell of each paragraph with text whether it stays with what follows."""
    return [has((each,), "w:keepNext") for each in within(content, "w:p") if words_of((each,))]


def test_a_table_has_its_columns_title_and_description() -> None:
    made = table(GRID, [line()])
    assert values(made, "w:gridCol", "w:w") == ["100", "200"]
    assert value(made, "w:tblW", "w:w") == "300"
    assert value(made, "w:tblLayout", "w:type") == "fixed"
    assert value(made, "w:tblCaption") == "Goods & more"
    assert value(made, "w:tblDescription") == "A row each."
    assert tags(made[0].children) == ["w:tblPr", "w:tblGrid", "w:tr"]


@pytest.mark.parametrize("heading", [False, True])
def test_a_table_says_whether_it_has_a_heading(heading: bool) -> None:
    grid = Grid(widths=(9,), title="", description="", heading=heading)
    assert value(table(grid, []), "w:tblLook", "w:firstRow") == str(int(heading))


def test_a_row_never_breaks_and_a_heading_is_repeated() -> None:
    cells = [Cell(content=()), Cell(content=())]
    assert tags(row(GRID, cells)[0].children[0].children) == ["w:cantSplit"]
    made = row(GRID, cells, height=500, heading=True)
    assert value(made, "w:trHeight") == "500"
    assert has(made, "w:tblHeader")


def test_a_cell_is_as_wide_as_the_columns_it_spans() -> None:
    assert value(line(), "w:tcW", "w:w") == "300"
    assert value(line(), "w:gridSpan") == "2"
    assert not has(row(GRID, [Cell(content=()), Cell(content=())]), "w:gridSpan")


def test_cells_that_do_not_fill_the_grid_are_a_fault() -> None:
    with pytest.raises(ValueError, match="1 of 2 columns"):
        row(GRID, [Cell(content=())])


def test_a_cell_looks_as_it_is_asked_to() -> None:
    plain, full = (
        one(row(GRID, [cell]), "w:tcPr")
        for cell in (
            Cell(content=(), span=2),
            Cell(content=(), span=2, shade="FFF4CE", align="top", downwards=True, tight=True),
        )
    )
    assert tags(plain.children) == ["w:tcW", "w:gridSpan", "w:vAlign"]
    assert value((full,), "w:shd", "w:fill") == "FFF4CE"
    assert value((full,), "w:textDirection") == "tbRl"
    assert value((full,), "w:vAlign") == "top"
    assert values((full,), "w:left", "w:w") == ["0"]


def test_an_empty_cell_has_the_paragraph_that_the_schema_wants() -> None:
    made = row(GRID, [Cell(content=(), span=2)])
    assert tags(one(made, "w:tc").children) == ["w:tcPr", "w:p"]


@pytest.mark.parametrize(("count", "kept"), [(1, []), (2, [0]), (3, [0, 1]), (4, [0, 2])])
def test_no_row_is_left_alone_on_a_page(count: int, kept: list[int]) -> None:
    rows = together([line()] * count)
    assert [at for at, each in enumerate(rows) if held(each) == [True]] == kept


@pytest.mark.parametrize(
    ("rows", "expected"), [(2, [True] * 2), (4, [True] * 4), (5, [False] * 4 + [True])]
)
def test_the_end_of_a_block_stays_with_what_follows(rows: int, expected: list[bool]) -> None:
    assert held(end_kept(table(GRID, [line()] * rows))) == expected


def test_only_the_last_table_of_a_block_and_what_follows_it_is_held() -> None:
    block = paragraph(run("a")) + table(GRID, [line("b")]) + table(GRID, [line("c")])
    assert held(end_kept(block + paragraph(run("d")))) == [False, False, True, True]
    assert held(end_kept(paragraph(run("a")))) == [True]


def test_the_last_of_rows_that_repeat_is_held() -> None:
    rows = Controls("F").repeated(
        ControlProperties(tag="t", name="n"), "T", [line(each) for each in "abcde"]
    )
    assert held(end_kept(table(GRID, [rows]))) == [False] * 4 + [True]


def test_tables_that_touch_are_kept_apart() -> None:
    one_table = table(GRID, [line()])
    assert tags(stacked([one_table, (), one_table, paragraph(()), one_table])) == [
        "w:tbl",
        "w:p",
        "w:tbl",
        "w:p",
        "w:tbl",
    ]
    assert stacked([]) == ()


def test_styles_of_tables_have_borders_and_margins() -> None:
    lines = borders("single", 4, "8C8C8C")
    assert len(lines.children) == 6
    assert {each.attributes["w:sz"] for each in lines.children} == {"4"}
    assert values((margins((("left", 85),)),), "w:left", "w:w") == ["85"]
