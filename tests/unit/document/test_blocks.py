"""Pieces of text are put together without gaps and without empty pieces."""

from __future__ import annotations

from generator.document.blocks import Link, Plain, Strong, Target, joined, plain, text_of

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
