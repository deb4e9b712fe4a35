"""Where a slip of writing is shown, and with which words."""

from __future__ import annotations

import pytest

from generator.source.reading import read_yaml

CASES = [
    ("a:\n  b: 1\n \tc: 2\n", "tab", "3:2-3", {}),
    ("步骤：x\ncode: 1\n", "full-width-colon", "1:1-4", {"word": "步骤"}),
    ("a:\n  - step:x\n    do: y\n", "missing-space", "2:5-10", {"mark": "step:"}),
    ("a:\n  -step: x\n", "missing-space", "2:3-4", {"mark": "-"}),
    ("title :客户\ncode: x\n", "missing-space", "1:1-8", {"mark": "title :"}),
    ("a: 1\n\n说明 文字\n\nb: 2\n", "missing-colon", "3:1-6", {"text": "说明 文字"}),
    ("- 标题: 投诉: 办法\n", "colon-in-text", "1:9-10", {"word": "标题"}),
    ("a: 1\nb: '客户\nc: 2\n", "unclosed-quote", "2:4-7", {"quote": "'"}),
    ('a: "客户"投诉\n', "text-after-end", "1:8-9", {"mark": '"'}),
    ("a: [一般]投诉\n", "text-after-end", "1:8-9", {"mark": "]"}),
    ("a: {x: 1\nb: 2\n", "unclosed-bracket", "1:4-5", {"bracket": "{", "closing": "}"}),
    ("a: @b\n", "reserved-character", "1:4-5", {"character": "@"}),
    ("a: > b\n", "block-text", "1:4-5", {"character": ">"}),
    ("a:\n    b: 1\n  c: 2\n", "indentation", "3:3-7", {}),
    ("a: x\n  b: y\n", "indentation", "2:3-7", {}),
]


@pytest.mark.parametrize(("text", "name", "place", "words"), CASES)
def test_slip_is_shown_at_its_place(
    text: str, name: str, place: str, words: dict[str, str]
) -> None:
    for end in ("\n", "\r\n"):
        result = read_yaml("x.yml", text.replace("\n", end).encode())
        found = result.diagnostics[0]
        where = found.where
        assert (found.rule.name, found.args) == (name, words)
        assert f"{where.line}:{where.column}-{where.end_column}" == place
        assert len(result.diagnostics) == 1
        assert result.value is None


def test_all_wrong_colons_of_a_group_are_told() -> None:
    text = "steps:\n  - step: a\n    title：b\n    do：c\n    due：d\n    next: e\n"
    found = read_yaml("x.yml", text.encode()).diagnostics
    assert {note.rule.name for note in found} == {"full-width-colon"}
    assert [note.args["word"] for note in found] == ["title", "do", "due"]


def test_long_words_are_shortened() -> None:
    (found,) = read_yaml("x.yml", b"a: 1\n" + b"word " * 100 + b"\nb: 1\n").diagnostics
    assert len(str(found.args["text"])) == 40
