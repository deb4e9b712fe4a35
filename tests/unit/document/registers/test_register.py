"""A register is made of columns, each a heading beside what stands below it."""

from __future__ import annotations

import pytest

from generator.document.blocks import Row, plain
from generator.document.registers.register import table_of


def test_headings_and_cells_keep_together() -> None:
    columns = (("Word", plain), ("Length", lambda word: plain(str(len(word)))))
    table = table_of("Words", columns, ["one", "three"], lambda word: word[0])
    assert (table.caption, table.columns, table.wide) == ("Words", ("Word", "Length"), True)
    assert table.rows == (
        Row((plain("one"), plain("3")), group="o"),
        Row((plain("three"), plain("5")), group="t"),
    )


def test_without_groups_all_rows_share_their_ground() -> None:
    table = table_of("Words", (("Word", plain),), ["one", "two"])
    assert {row.group for row in table.rows} == {""}


def test_a_register_without_columns_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="unpack"):
        table_of("Nothing", (), ["one"])
