"""Pieces of text are put together without gaps and without empty pieces."""

from __future__ import annotations

import pytest

from generator.document.blocks import (
    Link,
    Plain,
    Row,
    Strong,
    Table,
    Target,
    joined,
    plain,
    text_of,
)

LINK = Link("Order sheet", Target("form", "order-sheet"))


def test_the_text_of_pieces_is_what_a_reader_sees() -> None:
    assert text_of((Plain("see "), LINK, Plain(", "), Strong("now"))) == "see Order sheet, now"
    assert text_of(()) == ""


def test_no_text_is_no_piece() -> None:
    assert plain("") == ()
    assert plain("a") == (Plain("a"),)


def test_texts_are_joined_by_a_comma_between_them() -> None:
    assert joined([plain("a"), (LINK,), plain("c")], "; ") == (
        Plain("a"), Plain("; "), LINK, Plain("; "), Plain("c"),
    )  # fmt: skip
    assert joined([plain("a")], ", ") == (Plain("a"),)
    assert joined([(), plain("b"), ()], ", ") == (Plain("b"), Plain(", "))
    assert joined([], ", ") == ()


def test_a_row_is_about_what_the_first_link_of_its_first_cell_leads_to() -> None:
    other = Link("Clerk", Target("role", "clerk"))
    assert Row(((Plain("see "), LINK, other), (other,))).subject == LINK.target
    assert Row((plain("nothing"), (other,))).subject is None
    assert Row(()).subject is None


def test_a_table_can_be_read_column_by_column() -> None:
    rows = (Row((plain("a"), plain("1"))), Row((plain("b"), plain("2"))))
    table = Table("T", ("Name", "Number"), rows)
    assert dict(table.by_column()) == {
        "Name": (plain("a"), plain("b")),
        "Number": (plain("1"), plain("2")),
    }
    assert dict(Table("T", ("Name", "Number"), ()).by_column()) == {"Name": (), "Number": ()}


def test_a_row_with_too_few_cells_is_no_table() -> None:
    broken = Table("T", ("Name", "Number"), (Row((plain("a"),)),))
    with pytest.raises(ValueError, match="zip"):
        list(broken.by_column())
