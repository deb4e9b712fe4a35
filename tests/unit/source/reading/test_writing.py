"""Edits become characters of the file: spelt as the place needs it, and nothing else moves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.diagnostics import Edit, Locator, Span
from generator.source.reading.writing import EditsOverlap, TextEdit, applied, text_edit
from generator.source.reading.yaml_file import YamlFile
from generator.source.reading.yaml_reader import read_yaml


def read(text: str) -> YamlFile:
    found = read_yaml("f.yml", text.encode())
    assert found.value is not None, found.diagnostics
    return found.value


def edited(text: str, *edits: Edit) -> str | None:
    made = [text_edit(read(text), each) for each in edits]
    return None if None in made else applied(text, [each for each in made if each])


def at(*path: str | int) -> Locator:
    return Locator("f.yml", path)


@pytest.mark.parametrize(
    ("text", "where", "new", "wanted"),
    [
        ("a: one # why\n", at("a"), "two", "a: two # why\n"),
        ("a: 'one'\n", at("a"), "it's", "a: 'it''s'\n"),
        ('a: "one"\n', at("a"), 'a "b" \\', 'a: "a \\"b\\" \\\\"\n'),
        ("a: one\n", at("a"), "two: three", 'a: "two: three"\n'),
        ("a: one\n", at("a"), "12", 'a: "12"\n'),
        ("a: [one, two]\n", at("a", 1), "b, c", 'a: [one, "b, c"]\n'),
        ("a: [one, two]\n", at("a", 1), None, "a: [one]\n"),
        ("a: [one, two]\n", at("a", 0), None, "a: [two]\n"),
        ("k: 1\na: [one]\nb: 2\n", at("a", 0), None, "k: 1\nb: 2\n"),
        ("k: {a: 1, b: 2}\n", at("k", "a"), None, "k: {b: 2}\n"),
        ("k:\n  - one\n  - two\nl: 1\n", at("k", 1), None, "k:\n  - one\nl: 1\n"),
        ("k:\n  - a: 1\n    b: 2\n", at("k", 0, "a"), None, "k:\n  - b: 2\n"),
        (
            "k:\n  - a: 1\n    b: |\n      x\n\nl: 1\n",
            at("k", 0, "b"),
            None,
            "k:\n  - a: 1\n\nl: 1\n",
        ),
        ("a: 1 # why\nb: 2\n", at("a"), None, None),
        ("a: 1\n", at("b"), "2", "a: 1\nb: 2\n"),
        ("a: 1", at("b"), "2", "a: 1\nb: 2"),
        ("a: 1\r\nb: 2\r\n", at("c"), "3", "a: 1\r\nb: 2\r\nc: 3\r\n"),
        ("k: {a: 1}\n", at("k", "b"), "2", "k: {a: 1, b: 2}\n"),
        ("k:\n  - one # why\nl: 1\n", at("k", 1), "two", "k:\n  - one # why\n  - two\nl: 1\n"),
        ("k: [one]\n", at("k", 1), "two", "k: [one, two]\n"),
    ],
)
def test_an_edit_of_a_value(text: str, where: Locator, new: str | None, wanted: str | None) -> None:
    assert edited(text, Edit(where, new)) == wanted


def test_an_added_key_stands_behind_the_one_that_is_named() -> None:
    text = "steps:\n  - step: a # first\n    title: A\n  - step: b\n"
    new = edited(text, Edit(at("steps", 0, "formerly"), "[old]", after="step"))
    assert new == "steps:\n  - step: a # first\n    formerly: [old]\n    title: A\n  - step: b\n"


def test_a_key_keeps_its_quotes() -> None:
    assert edited("'old': 1\n", Edit(at("old").key, "new")) == "'new': 1\n"


def test_characters_of_texts_of_all_styles() -> None:
    text = "a: see old now\nb: 'see old''s'\nc: |\n  see\n  old\nd: >-\n  see\n  old now\n"
    edits = [
        Edit(at("a").within(4, 7), "new"),
        Edit(at("b").within(4, 7), "new"),
        Edit(at("c").within(4, 7), "new"),
        Edit(at("d").within(4, 7), "new"),
    ]
    assert edited(text, *edits) == text.replace("old", "new")


def test_a_span_is_taken_as_it_is() -> None:
    assert edited("a: b\nc: d\n", Edit(Span("f.yml", 2, 1, 2, 2), "e")) == "a: b\ne: d\n"


def test_two_edits_of_the_same_characters_are_refused() -> None:
    with pytest.raises(EditsOverlap):
        applied("abc", [TextEdit(0, 2, "x"), TextEdit(1, 3, "y")])
    with pytest.raises(EditsOverlap):
        applied("abc", [TextEdit(1, 1, "x"), TextEdit(1, 1, "y")])
    assert applied("abc", [TextEdit(1, 2, "x")] * 2) == "axc"


# What an editor types: no invisible characters and no odd spaces, which the reader refuses.
_TYPED = st.characters(exclude_categories=["C", "Z"], include_characters=" ")
VALUES = st.text(_TYPED).map(str.strip).filter(bool)


@given(
    new=VALUES, form=st.sampled_from(["a: {}\n", "a: [x, {}, y]\n", "a:\n  - k: {}\n    l: 1\n"])
)
def test_any_text_is_read_back_as_it_is(new: str, form: str) -> None:
    for old in ("old", "'old'", '"old"'):
        text = form.replace("{}", old)
        where = {"a: {}": at("a"), "a: [x": at("a", 1), "a:\n  ": at("a", 0, "k")}[form[:5]]
        after = edited(text, Edit(where, new))
        assert after is not None
        assert _put(read(after), where) == new


def _put(file: YamlFile, where: Locator) -> object:
    value: object = file.data
    for part in where.path:
        value = value[part]  # type: ignore[index]
    return value
