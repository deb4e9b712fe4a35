"""Behind a fault of YAML the reader goes on: only the damaged lines are lost."""

from __future__ import annotations

import pytest

from generator.source.reading.yaml_reader import read_yaml
from generator.source.recovery import Recovered, as_id, recover, words_in


def recovered(text: str) -> Recovered:
    raw = text.encode()
    return recover("x.yml", raw, read_yaml("x.yml", raw))


@pytest.mark.parametrize(
    ("text", "damaged", "data"),
    [
        ("a: *x\nb: 1\n", {1}, {"a": None, "b": 1}),
        ("a: [1, 2\nb: 1\n", {1}, {"a": None, "b": 1}),
        ('a: "open\nb: 1\n', {1}, {"a": None, "b": 1}),
        ("a: one: two\nb: 1\n", {1}, {"a": None, "b": 1}),
        ("a: 1\nb\nc: 2\n", {2}, {"a": 1, "c": 2}),
        ("a: 1\n   b: 2\nc: 3\n", {2}, {"a": 1, "c": 3}),
        ("a: 1\n---\nb: 2\n", {2}, {"a": 1, "b": 2}),
        ("a:\n  - x: 1\n  - y: *z\n  - w: 2\n", {3}, {"a": [{"x": 1}, {"y": None}, {"w": 2}]}),
        ("a: 1\na: 2\nb: 3\n", {2}, {"a": 1, "b": 3}),
    ],
)
def test_the_rest_is_read(text: str, damaged: set[int], data: object) -> None:
    made = recovered(text)
    assert made.source is not None
    assert made.source.data == data
    assert made.damaged == damaged
    assert made.text == text


def test_faults_further_down_are_told_too_but_not_what_follows_from_the_first() -> None:
    more = recovered("a: [1\nb: 1\nc: [1\nd: 2\n").more
    assert [(each.rule.code, each.where.line) for each in more] == [("HB029", 3)]  # type: ignore[union-attr]
    assert recovered("a: 1\n   b: 2\n   c: 3\nd: 4\n").more == ()


def test_what_is_no_text_at_all_is_not_read() -> None:
    assert recover("x.yml", b"\xff\xfe\x00", read_yaml("x.yml", b"\xff\xfe\x00")).text is None


def test_words_have_the_form_of_ids() -> None:
    assert words_in("next: Take_Order # P-01-01") == {"next", "take-order", "p-01-01"}
    assert as_id("Take Order") == "take-order"
