"""A file with a slip in its YAML is read as it was meant, with the places of the file itself."""

from __future__ import annotations

import pytest

from generator.base.diagnostics import Locator
from generator.source.as_meant import Meant, meant_readings
from generator.source.reading.yaml_reader import read_yaml


def readings(text: str) -> list[Meant]:
    found = read_yaml("x.yml", text.encode()).diagnostics
    return list(meant_readings("x.yml", text, found))


@pytest.mark.parametrize(
    ("text", "data", "edited"),
    [
        ("a: [1, 2\nb: 1\n", {"a": [1, 2], "b": 1}, {1}),
        ('a: "open\nb: 1\n', {"a": "open", "b": 1}, {1}),
        ("a: one: two\nb: 1\n", {"a": "one: two", "b": 1}, {1}),
        ("a: @x\nb: 1\n", {"a": "@x", "b": 1}, {1}),
        ("a：1\nb: 1\n", {"a": 1, "b": 1}, {1}),
        ("a:\n  b: 1\n   c: 2\n  d: 3\n", {"a": {"b": 1, "c": 2, "d": 3}}, {3}),
        ("a:\n  - b: 1\n    c: 2\n - b: 3\n", {"a": [{"b": 1, "c": 2}, {"b": 3}]}, {4}),
        ("a:\n  - b: 1\n    c: 2\n  b: 3\n", {"a": [{"b": 1, "c": 2}, {"b": 3}]}, {4}),
        ("a:\n    b: 1\n  - b: 2\n", {"a": [{"b": 1}, {"b": 2}]}, {2, 3}),
        ("a: 1\nlist\n  - b\n", {"a": 1, "list": ["b"]}, {2}),
        ("a: [1\nb: 1\nc: [2\nd: 2\n", {"a": [1], "b": 1, "c": [2], "d": 2}, {1, 3}),
    ],
)
def test_one_reading_is_what_was_meant(text: str, data: object, edited: set[int]) -> None:
    found = readings(text)
    assert data in [each.source.data for each in found]
    meant = next(each for each in found if each.source.data == data)
    assert meant.edited == edited


def test_places_are_those_of_the_file() -> None:
    text = "a: [1, 2\nb:\n  c: one\n"
    (meant,) = readings(text)
    span = meant.source.span(Locator("x.yml", ("b", "c")))
    assert (span.line, span.column, span.end_column) == (3, 6, 9)
    assert meant.source.text == text


def test_a_fault_further_down_is_told_at_its_place() -> None:
    (meant,) = readings("a: one: two\nb: [1\nc: 1\n")
    assert [(each.rule.code, each.where.line) for each in meant.more] == [("HB029", 2)]  # type: ignore[union-attr]


@pytest.mark.parametrize("text", ["a: 1\n---\nb: 2\n", "a: *x\nb: 1\n", "a: 1\n"])
def test_what_nobody_can_tell_is_not_guessed(text: str) -> None:
    assert readings(text) == []
