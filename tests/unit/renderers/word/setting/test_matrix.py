"""The responsibility matrix on paper."""

from __future__ import annotations

from itertools import pairwise

import pytest
from nodes import has, tags, value, values
from word import pen

from generator.document.blocks import Matrix, MatrixColumn, MatrixRow, plain
from generator.renderers.word.ooxml.node import within, words_of
from generator.renderers.word.setting.matrix import MOST_UPRIGHT, matrix, matrix_across


def made_of(roles: int, letter: str = "R", title: str = "岗位") -> Matrix:
    columns = tuple(MatrixColumn(f"r{at}", plain(f"{title}{at}")) for at in range(roles))
    return Matrix("m", columns, (MatrixRow("1", plain("步骤"), (letter,) * roles),))


@pytest.mark.parametrize("roles", [1, 7, 15, 16, 40])
def test_each_role_has_one_column_and_tables_fill_the_width(roles: int) -> None:
    made = pen()
    content = matrix(made, made_of(roles))
    for each in within(content, "w:tbl"):
        assert sum(map(int, values((each,), "w:gridCol", "w:w"))) == made.sheet.width
    for at in range(roles):
        assert words_of(content).count(f"岗位{at}") >= 1
    assert words_of(content).count("R") >= roles


def test_tables_one_below_the_other_do_not_touch() -> None:
    found = tags(matrix(pen(), made_of(40)))
    assert found.count("w:tbl") > 1
    assert all(pair != ("w:tbl", "w:tbl") for pair in pairwise(found))


def test_titles_of_roles_are_written_downwards() -> None:
    content = matrix(pen(), made_of(3))
    assert values(content, "w:textDirection") == ["tbRl"] * 3
    assert has(content, "w:tblHeader")


def test_the_head_is_as_high_as_its_longest_title_up_to_a_limit() -> None:
    heights = [
        int(value(matrix(pen(), made_of(2, title=title)), "w:trHeight"))
        for title in ("岗", "岗位" * 4, "岗位" * 60)
    ]
    assert heights[0] < heights[1] < heights[2] == 4200


@pytest.mark.parametrize(("letter", "shades"), [("R", 1), ("A*", 1), ("", 0)])
def test_each_letter_has_its_shade(letter: str, shades: int) -> None:
    made = pen()
    content = matrix(made, made_of(1, letter))
    found = [each for each in values(content, "w:shd", "w:fill") if each != made.house.tint]
    assert len(found) == shades


def test_a_matrix_lies_across_when_it_has_too_many_roles() -> None:
    assert not matrix_across(made_of(MOST_UPRIGHT))
    assert matrix_across(made_of(MOST_UPRIGHT + 1))
