"""A matrix fits its page, however many roles it has."""

from __future__ import annotations

import pytest
from nodes import has, value, values
from word import pen

from generator.document.blocks import Matrix, MatrixColumn, MatrixRow, plain
from generator.renderers.word.ooxml.node import within, words_of
from generator.renderers.word.setting.matrix import (
    MOST_IN_PORTRAIT,
    matrix,
    matrix_needs_landscape,
)


def made_of(roles: int, *letters: str) -> Matrix:
    columns = tuple(MatrixColumn(f"r{at}", plain(f"岗位{at}")) for at in range(roles))
    row = MatrixRow("1", plain("1 受理"), (*letters, *("",) * (roles - len(letters))))
    return Matrix("职责矩阵", columns, (row,))


@pytest.mark.parametrize(
    ("roles", "landscape"), [(1, False), (MOST_IN_PORTRAIT, False), (MOST_IN_PORTRAIT + 1, True)]
)
def test_many_roles_need_a_landscape_page(roles: int, landscape: bool) -> None:
    assert matrix_needs_landscape(made_of(roles)) is landscape


def test_titles_of_roles_are_written_downwards_above_their_letters() -> None:
    content = matrix(pen(), made_of(3, "R", "A*", ""))
    rows = list(within(content, "w:tr"))
    assert [words_of((cell,)) for cell in within((rows[0],), "w:tc")][1:] == [
        "岗位0", "岗位1", "岗位2",
    ]  # fmt: skip
    assert len(values((rows[0],), "w:textDirection")) == 3
    assert [words_of((cell,)) for cell in within((rows[1],), "w:tc")] == ["1 受理", "R", "A*", ""]
    assert has((rows[0],), "w:tblHeader")
    assert value(content, "w:tblCaption") == "职责矩阵"


def test_letters_have_the_colours_of_the_site() -> None:
    (row,) = list(within(matrix(pen(), made_of(5, "R", "A*", "C", "I", "")), "w:tr"))[1:]
    assert values((row,), "w:shd", "w:fill") == ["CFE2F3", "FCE0C0", "DDEFD5", "ECECEC"]


def test_the_head_is_as_high_as_the_longest_title_within_limits() -> None:
    heights = [
        int(value((next(within(matrix(pen(), block), "w:tr")),), "w:trHeight"))
        for block in (
            Matrix("m", (MatrixColumn("r", plain("岗" * count)),), ()) for count in (2, 8, 90)
        )
    ]
    assert heights[0] < heights[1] < heights[2] == 4200


def test_roles_that_do_not_fit_stand_in_a_table_below() -> None:
    made = pen()
    content = matrix(made, made_of(40))
    tables = list(within(content, "w:tbl"))
    assert len(tables) > 1
    for table in tables:
        assert sum(map(int, values((table,), "w:gridCol", "w:w"))) == made.sheet.width
    heads = [cell for table in tables for cell in list(within((table,), "w:tc"))]
    assert sum(words_of((cell,)).startswith("岗位") for cell in heads) == 40
