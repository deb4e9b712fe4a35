"""Tables of facts and rows on paper."""

from __future__ import annotations

import pytest
from nodes import has, values
from word import pen

from generator.document.blocks import Facts, Link, Row, Table, Target, plain
from generator.renderers.word.ooxml.node import within, words_of
from generator.renderers.word.setting.pen import mark_of
from generator.renderers.word.setting.tables import (
    MOST_IN_PORTRAIT,
    facts,
    listed,
    needs_landscape,
    said,
)

FILE = (Link("Word", Target("download", "forms/x.docx")),)


def made_of(columns: int, *, wide: bool = True) -> Table:
    titles = tuple(f"c{at}" for at in range(columns))
    return Table("t", titles, (Row(tuple(plain(each) for each in titles)),), wide=wide)


def test_facts_are_label_and_value() -> None:
    made = pen()
    content = facts(made, Facts((("Code", plain("P-01")),)), "Control")
    assert words_of(content) == "CodeP-01"
    assert values(content, "w:shd", "w:fill") == [made.house.tint]
    assert values(content, "w:tblCaption") == ["Control"]
    assert facts(made, Facts(()), "Control") == ()


def test_rows_stand_under_titles_that_are_repeated() -> None:
    content = listed(pen(), made_of(3))
    rows = list(within(content, "w:tr"))
    assert [words_of((each,)) for each in rows] == ["c0c1c2", "c0c1c2"]
    assert [has((each,), "w:tblHeader") for each in rows] == [True, False]


def test_a_row_with_an_anchor_is_a_place_of_its_kind() -> None:
    table = Table("t", ("a",), (Row((plain("x"),), anchor="here"),))
    names = values(listed(pen(), table, kind="term"), "w:bookmarkStart", "w:name")
    assert names == [mark_of(Target("term", "here"))]
    assert values(listed(pen(), table), "w:bookmarkStart", "w:name") == []


@pytest.mark.parametrize(
    ("columns", "wide", "across"),
    [
        (MOST_IN_PORTRAIT, True, False),
        (MOST_IN_PORTRAIT + 1, True, True),
        (MOST_IN_PORTRAIT + 1, False, False),
    ],
)
def test_only_wide_tables_with_many_columns_lie_across(
    columns: int, wide: bool, across: bool
) -> None:
    assert needs_landscape(made_of(columns, wide=wide)) == across


def test_columns_of_files_and_empty_ones_are_left_out() -> None:
    rows = (Row((plain("x"), FILE, ())), Row((plain("y"), (), ())))
    assert said(Table("t", ("a", "b", "c"), rows)).columns == ("a",)
    whole = Table("t", ("a", "b"), (Row((plain("x"), FILE)), Row((plain("y"), plain("z")))))
    assert said(whole) is whole


def test_titles_stand_on_the_tint_of_the_house() -> None:
    made = pen()
    content = listed(made, made_of(2))
    assert values(content, "w:shd", "w:fill") == [made.house.tint] * 2
