"""Places in a text are found by the block and the offset in it."""

from __future__ import annotations

from markdown_it.token import Token

from generator.document.markdown.flaws import WrittenLines, WrittenPlace


def block(content: str, first: int) -> Token:
    return Token("inline", "", 0, content=content, map=[first, first + 1])


def test_a_place_counts_from_one_and_knows_what_stands_before_a_line() -> None:
    lines = WrittenLines("# T\n\n> - one\n>   two three\n")
    assert lines.place(block("one\ntwo three", 2), 8, 5) == WrittenPlace(4, 9, 5)
    assert lines.place(block("one\ntwo three", 2), 0, 99) == WrittenPlace(3, 5, 3)


def test_a_whole_line_is_without_its_indentation() -> None:
    lines = WrittenLines("  a b \n")
    assert lines.whole(0) == WrittenPlace(1, 3, 3)
    assert lines.whole(9) == WrittenPlace(10, 1, 1)
    assert lines.line(-1) == ""


def test_the_first_definition_of_a_name_counts() -> None:
    lines = WrittenLines("")
    lines.define(Token("definition", "", 0, map=[at, at + 1], meta={"id": "A"}) for at in (3, 5))
    assert lines.definitions == {"A": 3}
