"""Fields as a grid: two in a row where both are short."""

from __future__ import annotations

import pytest
from formpen import field, formpen
from nodes import has, values

from generator.renderers.word.forms.fields import field_grid
from generator.renderers.word.forms.pen import SHADE
from generator.renderers.word.ooxml.node import Nodes, within


def rows(*names: str) -> list[list[str]]:
    """Return the tags of the controls of each row."""
    content = field_grid(formpen(), [field(each) for each in names], "T")
    return [values((each,), "w:tag") for each in within(content, "w:tr")]


def grid(*names: str) -> Nodes:
    return field_grid(formpen(), [field(each) for each in names], "T")


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["customer"], [["customer"]]),
        (["customer", "pieces"], [["customer", "pieces"]]),
        (["customer", "wishes", "pieces"], [["customer"], ["wishes"], ["pieces"]]),
        (["customer", "pieces", "wanted"], [["customer", "pieces"], ["wanted"]]),
    ],
)
def test_short_fields_share_a_row_in_their_order(
    names: list[str], expected: list[list[str]]
) -> None:
    assert rows(*names) == expected


def test_a_field_alone_spans_the_rest_of_its_row() -> None:
    assert values(grid("customer"), "w:gridSpan") == ["3"]
    assert not has(grid("customer", "pieces"), "w:gridSpan")


def test_labels_are_tinted_and_what_is_worked_out_is_grey() -> None:
    tint = formpen().house.tint
    assert values(grid("customer"), "w:shd", "w:fill") == [tint]
    assert values(grid("total"), "w:shd", "w:fill") == [tint, SHADE]


def test_a_field_of_several_lines_has_room_for_them() -> None:
    assert has(grid("wishes"), "w:spacing")
    assert not has(grid("customer"), "w:spacing")
