"""The rules about files and YAML, and how many findings of a file are listed."""

from __future__ import annotations

import string

import pytest

from generator.base.diagnostics import Rule
from generator.source.reading import READING_RULES, SKETCHED, read_yaml
from generator.source.reading.findings import LISTED


def gaps(rule: Rule) -> set[str]:
    """The gaps of all sentences of a rule."""
    parts = string.Formatter().parse(rule.message + rule.hint + rule.why)
    return {gap for _, gap, _, _ in parts if gap}


def _bytes(example: str | bytes) -> bytes:
    return example if isinstance(example, bytes) else example.encode()


def test_codes_and_names_are_unique_and_in_order() -> None:
    codes = [rule.code for rule in READING_RULES]
    assert codes == [f"HB{number:03}" for number in range(1, len(codes) + 1)]
    assert len({rule.name for rule in READING_RULES}) == len(codes)


@pytest.mark.parametrize(
    "rule", [rule for rule in READING_RULES if rule not in SKETCHED], ids=lambda rule: rule.name
)
def test_examples_are_true(rule: Rule) -> None:
    wrong = read_yaml("processes/x.yml", _bytes(rule.wrong))
    right = read_yaml("processes/x.yml", _bytes(rule.right))
    assert {found.rule.code for found in wrong.diagnostics} == {rule.code}
    assert right.value is not None
    assert right.diagnostics == ()
    for found in wrong.diagnostics:
        assert gaps(rule) <= found.args.keys()


def test_at_most_so_many_findings_of_a_kind_are_listed() -> None:
    result = read_yaml("x.yml", b"a: 1\n" * (LISTED + 8) + b"b: 1\nb: 2\n")
    codes = [found.rule.code for found in result.diagnostics]
    assert codes == ["HB039"] * LISTED + ["HB049"]
    assert result.diagnostics[-1].args == {"count": 8, "code": "HB039"}


def test_findings_of_all_kinds_come_in_one_go_and_in_order() -> None:
    text = "a: !x 1\nb: &y 2\nb: x\u202e\ntrue: 1\n[c]: 2\nd: 'x\n"
    result = read_yaml("x.yml", text.encode())
    assert [(found.rule.name, found.where.line) for found in result.diagnostics] == [
        ("tag", 1),
        ("alias", 2),
        ("duplicate-key", 3),
        ("writing-direction", 3),
        ("key-not-text", 4),
        ("complex-key", 5),
        ("unclosed-quote", 6),
    ]
    assert result.value is None


@pytest.mark.promise("T10")
def test_a_duplicate_key_names_the_first_place() -> None:
    (found,) = read_yaml("x.yml", "步骤: 1\nb: 2\n  \n步骤: 3\n".encode()).diagnostics
    (first,) = found.related
    assert (found.where.line, found.where.column, found.where.end_column) == (4, 1, 3)
    assert (first.where.line, first.where.column, first.where.end_column) == (1, 1, 3)
    assert found.args == {"key": "步骤"}


def test_a_syntax_error_caused_by_a_bad_character_is_told_once() -> None:
    found = read_yaml("x.yml", "a: 1\u2028b: 2\nc: 3\n".encode()).diagnostics
    assert [note.rule.name for note in found] == ["line-separator"]
