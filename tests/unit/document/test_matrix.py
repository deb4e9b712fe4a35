"""The matrix shows the part of each role in each step."""

from __future__ import annotations

from pages import context
from small import book, step, steps

from generator.document.blocks import Matrix, text_of
from generator.document.matrix import matrix_of, whole_matrix


def shown(matrix: Matrix) -> dict[str, dict[str, str]]:
    """The letters, as title of the step → title of the role → letter."""
    roles = [text_of(each.title) for each in matrix.columns]
    return {
        text_of(row.title): {
            role: letter for role, letter in zip(roles, row.letters, strict=True) if letter
        }
        for row in matrix.rows
    }


def test_each_step_has_the_letters_of_its_roles_in_their_columns() -> None:
    handbook = book()
    whole = shown(whole_matrix(context(handbook)))
    assert whole["1 Take the order"] == {
        "Shop manager": "A",
        "Sales clerk": "R",
        "Customer": "C",
    }
    assert whole["2 Release the order"] == {"Shop manager": "R/A", "Sales clerk": "I"}
    assert list(whole) == [
        "1 Take the order",
        "2 Release the order",
        "1 Pack the goods",
        "2 Send the parcel",
    ]


def test_the_matrix_of_a_process_has_only_its_own_roles_and_steps() -> None:
    handbook = book(steps(step("take", "end: done")))
    matrix = matrix_of(context(handbook), handbook.processes["take-order"])
    assert shown(matrix) == {"1 Take": {"Shop manager": "A", "Sales clerk": "R"}}
    assert [(row.group, row.chapter) for row in matrix.rows] == [("take-order", "sales")]
