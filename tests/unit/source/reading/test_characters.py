"""Characters that deceive the eye, and ordinary ones that must not be told."""

from __future__ import annotations

import pytest

from generator.source.reading import read_yaml


def names(text: str) -> list[str]:
    return [found.rule.name for found in read_yaml("x.yml", text.encode()).diagnostics]


@pytest.mark.parametrize(
    "value",
    [
        "客户\u200b投诉",  # in running text nothing depends on it
        "甲\u3000乙",
        "ＳＶＩＰ",
        "№ 5 × 3 ½ ℃ ㎡",
        "Привет, мир",
        "10–20",
        "20 μm",
        "👩\u200d🔧",
        "葛\U000e0100城区",  # a variant of a character, as in names
        "Größe café",
        "（一）：、。“”《》",
        "\u00a0",
    ],
)
def test_ordinary_text_is_not_told(value: str) -> None:
    assert names(f"a: 'x {value}'\nb: |\n  {value}\n") == []


@pytest.mark.parametrize(
    ("value", "character", "better"),
    [
        ("branch-сlerk", "U+0441 (Cyrillic small letter es)", "branch-clerk"),
        ("ｏｗｎｅｒ-x", "U+FF4F (Fullwidth latin small letter o)", "owner-x"),
        ("branch‑clerk", "U+2011 (Non-breaking hyphen)", "branch-clerk"),
    ],
)
@pytest.mark.promise("T13")
def test_look_alike_says_what_to_write(value: str, character: str, better: str) -> None:
    (found,) = read_yaml("x.yml", f"a: {value}\n".encode()).diagnostics
    assert found.rule.name == "look-alike-character"
    assert (found.args["character"], found.args["better"]) == (character, better)


def test_the_place_of_a_character_is_exact() -> None:
    found = read_yaml("x.yml", "a: 1\n标题: 甲\u202e乙\n".encode()).diagnostics[0]
    assert (found.where.line, found.where.column, found.where.end_column) == (2, 6, 7)
    assert found.args == {"character": "U+202E (Right-to-left override)"}


def test_a_mark_of_byte_order_is_told_as_an_escape_too() -> None:
    for text in ("a: 甲\ufeff乙\n", 'a: "甲\\uFEFF乙"\n'):
        (found,) = read_yaml("x.yml", text.encode()).diagnostics
        assert found.rule.name == "invisible-character"


@pytest.mark.promise("T14")
def test_what_may_not_reach_a_word_file_is_replaced() -> None:
    for text in ("a: x\x01y\n", 'a: "x\\x01y"\n', "a: x\ufffey\n"):
        source = read_yaml("x.yml", text.encode()).value
        assert source is not None
        assert source.data == {"a": "x\ufffdy"}
