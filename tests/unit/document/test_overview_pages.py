"""The whole matrix, the hand-overs, what changed."""

from __future__ import annotations

import pytest
from pages import links, page_at, section, table

from generator.document import overview_pages
from generator.document.blocks import Matrix, Target


def test_a_matrix_too_large_for_a_page_gives_way_to_those_of_the_processes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(overview_pages, "MOST_CELLS", 1)
    found = links(page_at("matrix").blocks).values()
    assert Target("process", "take-order", "responsibilities") in found


def test_the_matrix_has_a_row_for_each_step_and_a_column_for_each_role() -> None:
    (matrix,) = page_at("matrix").blocks
    assert isinstance(matrix, Matrix)
    assert matrix.filters
    assert [column.role for column in matrix.columns] == ["manager", "clerk", "customer"]
    assert [(row.group, row.number, row.letters) for row in matrix.rows] == [
        ("take-order", "1", ("A", "R", "C")),
        ("take-order", "2", ("R/A", "I", "")),
        ("ship-order", "1", ("A", "R", "C")),
        ("ship-order", "2", ("A", "R", "I")),
    ]
    assert {row.chapter for row in matrix.rows} == {"sales"}


def test_reviews_are_counted_from_the_day_in_force() -> None:
    page = page_at("reviews")
    assert [row[0] for row in table(section(page, "list"))] == ["2027-01-01", "2027-01-01"]
