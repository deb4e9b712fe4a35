"""What a terminal would obey, or nobody sees, is printed as an escape; all else as it is."""

from __future__ import annotations

import json
import sys
import unicodedata

import pytest

from generator.base.printed import as_json, is_unseen, shown, shown_lines

ODD = "-".join(  # apart: two halves in a row would be one character
    chr(each)
    for each in range(sys.maxunicode + 1)
    if unicodedata.category(chr(each)) in {"Cc", "Cf", "Cs", "Zl", "Zp"}
)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("\x1b]0;mine\x07", r"\x1b]0;mine\x07"),
        ("a\rb\nc\td", r"a\rb\nc\td"),
        ("\x85\x9b31m", r"\x85\x9b31m"),
        ("a\u202eb\u2066c\u2028d", r"a\u202eb\u2066c\u2028d"),
        ("caf\udce9.yml", r"caf\xe9.yml"),
        ("\ud800", r"\ud800"),
        ("\U000e0041", r"\U000e0041"),
        ("接单（1）　“好” é 🚲", "接单（1）　“好” é 🚲"),
        ("1\u00a0000", "1\u00a0000"),
    ],
)
def test_what_is_odd_is_an_escape_and_all_else_stays(text: str, printed: str) -> None:
    assert shown(text) == printed


def test_no_odd_character_is_printed_whatever_it_is() -> None:
    assert not any(map(is_unseen, shown(ODD)))
    assert not any(map(is_unseen, shown_lines(ODD).replace("\n", "")))


def test_lines_of_a_text_stay_lines() -> None:
    assert shown_lines("a\x1b\nb\r\n") == "a\\x1b\nb\\r\n"


@pytest.mark.parametrize("indent", [None, 1])
def test_json_says_the_same_without_an_odd_character(indent: int | None) -> None:
    tree = {"名 " + ODD: ["é", ODD, 1]}
    text = as_json(tree, indent=indent)
    assert json.loads(text) == tree
    assert not any(map(is_unseen, text.replace("\n", "")))
    assert "名" in text
