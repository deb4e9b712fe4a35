"""Places of keys, values and characters."""

from __future__ import annotations

import pickle

import pytest

from generator.base.diagnostics import Locator, Span
from generator.source.reading import YamlFile, read_yaml

TEXT = """\
code: P-07-02
标题: "客户 \\u6295\\x41诉"     # 名称
owner:
steps:
  - step: register
    due: ${time.response}
    note: 'it''s 好'
    do: |
      第一行
        second line

      last
  - step: close
    do: >
      折叠
      文字 here
inputs: [甲, {a: 乙}, ]
long: one two
  three
tail: x
"""
WHERE = Locator("x.yml")


def read(text: str = TEXT) -> YamlFile:
    source = read_yaml("x.yml", text.encode()).value
    assert source is not None
    return source


def cut(source: YamlFile, span: Span) -> str:
    """The characters of a span, found line by line."""
    lines = source.text.split("\n")[span.line - 1 : span.end_line]
    lines[-1] = lines[-1][: span.end_column - 1]
    lines[0] = lines[0][span.column - 1 :]
    return "\n".join(lines)


def shown(where: Locator, text: str = TEXT) -> str:
    source = read(text)
    return cut(source, source.span(where))


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (("code",), "P-07-02"),
        (("标题",), '"客户 \\u6295\\x41诉"'),
        (("steps", 0, "due"), "${time.response}"),
        (("steps", 0, "do"), "|\n      第一行\n        second line\n\n      last"),
        (("steps", 1), "step: close\n    do: >\n      折叠\n      文字 here"),
        (("inputs",), "[甲, {a: 乙}, ]"),
        (("inputs", 0), "甲"),
        (("inputs", 1), "{a: 乙}"),
        (("inputs", 1, "a"), "乙"),
        (("long",), "one two\n  three"),
        (("tail",), "x"),
        ((), TEXT.rstrip()),
    ],
)
def test_value(path: tuple[str | int, ...], expected: str) -> None:
    assert shown(Locator("x.yml", path)) == expected


def test_key() -> None:
    assert read().span((WHERE / "标题").key) == Span("x.yml", 2, 1, 2, 3)
    assert shown((WHERE / "steps" / 0 / "due").key) == "due"
    assert shown((WHERE / "inputs" / 1 / "a").key) == "a"


def test_an_empty_value_is_shown_by_its_key() -> None:
    assert shown(WHERE / "owner") == "owner"


def test_the_key_of_an_entry_is_its_first_field() -> None:
    assert shown((WHERE / "steps" / 1).key) == "step"
    assert shown((WHERE / "inputs" / 0).key) == "甲"


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (("absent",), "code"),
        (("steps", 0, "absent"), "step"),
        (("steps", 0, "absent", "deeper", 3), "step"),
        (("steps", 7), "steps"),
        (("steps", "word"), "steps"),
        (("code", "absent"), "code"),
        (("inputs", 1, "absent"), "a"),
    ],
)
def test_a_place_that_does_not_exist_is_shown_by_its_parent(
    path: tuple[str | int, ...], expected: str
) -> None:
    assert shown(Locator("x.yml", path)) == expected
    assert shown(Locator("x.yml", path).key) == expected


def test_characters_of_a_plain_text() -> None:
    assert shown((WHERE / "steps" / 0 / "due").within(2, 6)) == "time"
    assert shown((WHERE / "inputs" / 1 / "a").within(0, 1)) == "乙"
    assert shown((WHERE / "long").within(4, 13)) == "two\n  three"
    assert shown((WHERE / "long").within(8, 13)) == "three"


def test_characters_of_a_quoted_text() -> None:
    title = WHERE / "标题"
    assert shown(title.within(0, 2)) == "客户"
    assert shown(title.within(3, 5)) == "\\u6295\\x41"
    assert shown(title.within(5, 6)) == "诉"
    note = WHERE / "steps" / 0 / "note"
    assert shown(note.within(2, 4)) == "''s"
    assert shown(note.within(5, 6)) == "好"


def test_characters_behind_an_escaped_line_break() -> None:
    text = 'a: "one \\\n  two"\n'
    assert read(text).data == {"a": "one two"}
    assert shown((WHERE / "a").within(4, 7), text) == "two"


def test_characters_of_a_block() -> None:
    block = WHERE / "steps" / 0 / "do"
    value = "第一行\n  second line\n\nlast\n"
    for words in ("第一行", "行", "  second", "last"):
        start = value.index(words)
        assert shown(block.within(start, start + len(words))) == words


def test_characters_of_a_folded_block_are_found_as_words() -> None:
    block = WHERE / "steps" / 1 / "do"
    assert shown(block.within(3, 5)) == "文字"
    assert shown(block.within(0, 5)).startswith(">")


def test_characters_outside_the_text_stay_inside() -> None:
    assert read().span((WHERE / "tail").within(5, 9)) == Span("x.yml", 20, 8, 20, 8)
    assert shown((WHERE / "inputs").within(0, 1)) == "[甲, {a: 乙}, ]"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_as_yaml_says(end: str) -> None:
    source = read(f"a: |{end}  x y{end}b: 1{end}")
    assert source.span(WHERE / "b") == Span("x.yml", 3, 4, 3, 5)
    assert source.span((WHERE / "a").within(2, 3)) == Span("x.yml", 2, 5, 2, 6)


def test_a_byte_order_mark_takes_no_column() -> None:
    source = read_yaml("x.yml", b"\xef\xbb\xbfa: 1\n").value
    assert source is not None
    assert source.text == "a: 1\n"
    assert source.span(WHERE / "a") == Span("x.yml", 1, 4, 1, 5)


def test_places_behind_a_duplicate_key_are_right() -> None:
    source = read("a: 1\na: {b: [2, 3], c: 4}\nd: [5, 6]\n")
    assert source.data == {"a": 1, "d": [5, 6]}
    assert source.span(WHERE / "d" / 1) == Span("x.yml", 3, 8, 3, 9)
    assert source.span(WHERE / "a") == Span("x.yml", 1, 4, 1, 5)


def test_a_source_survives_the_way_to_another_process() -> None:
    source = pickle.loads(pickle.dumps(read()))  # noqa: S301 - what we pickled ourselves
    assert cut(source, source.span(WHERE / "inputs" / 0)) == "甲"
    assert source == read()


def test_a_source_without_places_points_at_the_file() -> None:
    assert YamlFile("x.yml", "", {}).span(WHERE / "a") == Span("x.yml")
