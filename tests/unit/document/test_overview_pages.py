"""The whole matrix, the hand-overs, what changed."""

from __future__ import annotations

import pytest
from pages import has, links, page_at, section, table
from small import TAKE_ORDER

from generator.document import overview_pages
from generator.document.blocks import Matrix, Target


def test_a_matrix_too_large_for_a_page_gives_way_to_those_of_the_processes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(overview_pages, "MOST_CELLS", 1)
    found = links(page_at("matrix").blocks).values()
    assert Target("process", "take-order", "responsibilities") in found


MEASURED = (
    TAKE_ORDER
    + """kpis:
  - {kpi: Answered in time, formula: answered / all, target: 95 %, every: monthly, owner: manager}
risks:
  - {risk: An order is lost, control: Orders are numbered, at: [take, release]}
"""
)


def test_indicators_and_risks_of_all_processes_stand_in_one_place() -> None:
    page = page_at("indicators", MEASURED)
    assert table(section(page, "indicators")) == [
        ("Answered in time", "answered / all", "95 %", "monthly", "Shop manager",
         "P-01-01 Take an order"),
    ]  # fmt: skip
    assert table(section(page, "risks")) == [
        ("An order is lost", "Orders are numbered", "1 Take the order, 2 Release the order",
         "P-01-01 Take an order"),
    ]  # fmt: skip
    assert not has(page_at("indicators"), "risks")


def test_records_with_how_long_and_by_whom_they_are_kept() -> None:
    assert table(section(page_at("indicators"), "records")) == [
        ("Order file", "FM-01-01 Order sheet", "3 years", "Sales clerk", "P-01-02 Ship an order")
    ]


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
