"""Of many findings of one kind some are listed, and one fix mends all of them."""

from __future__ import annotations

import pytest

from generator.base.diagnostics import Edit, Span
from generator.source.reading.content import read_text
from generator.source.reading.findings import LISTED, MOST_MENDED


def edits(count: int) -> list[tuple[Edit, ...]]:
    """The edits of the fix of each finding of a page with so many refused characters."""
    found = read_text("content/a.md", ("字\u202e" * count).encode()).diagnostics
    assert len(found) == min(count, LISTED + 1)
    return [each.fix.edits if each.fix else () for each in found]


def test_a_few_are_mended_one_by_one() -> None:
    assert all(len(each) == 1 for each in edits(LISTED))


@pytest.mark.parametrize("count", [LISTED + 1, LISTED + 70])
def test_many_are_mended_together(count: int) -> None:
    *listed, last = edits(count)
    assert not any(listed)
    assert len(set(last)) == count


def test_what_is_hardly_a_text_is_not_mended() -> None:
    assert not any(edits(MOST_MENDED + 1))


def test_one_character_in_a_row_is_one_finding() -> None:
    (found,) = read_text("content/a.md", ("字" + "\u202e" * 500).encode()).diagnostics
    assert found.where == Span("content/a.md", 1, 2, 1, 502)
