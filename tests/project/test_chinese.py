"""What the product says in Chinese is Chinese: no English word, no half-width punctuation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from chinese import english_words, half_width, latin_words
from openpyxl import load_workbook
from overlay import checked, laid_over, starter
from shipped import shipped

from generator.base.diagnostics import Diagnostic, Rule
from generator.base.i18n import product_catalogue
from generator.cli.main import handbook
from generator.outputs.catalogue import exported_outputs
from generator.renderers.workbook import workbook_of
from generator.rules.catalogue import all_rules
from generator.rules.policy.registry import POLICY_RULES
from generator.source.schemas import KINDS, bundle

ROOT = Path(__file__).parents[2]
CHINESE = product_catalogue("zh")
# The change policy needs a state before: its own test reads what it says.
HANDBOOKS = [
    rule
    for rule in all_rules().values()
    if str(rule.wrong).startswith("# processes/") and rule not in POLICY_RULES
]


def test_the_judge_knows_english_from_names_and_code() -> None:
    assert english_words("还缺：conclusion。") == ["conclusion"]
    assert english_words("写true 或 Word，见“next:”、`a b`、--lang、x/y.yml 和 {gap}") == ["true"]
    assert half_width("甲,乙。丙(丁)：“a, b”") != []
    assert half_width("甲，乙。丙（丁）：“a, b” 1.5") == []


def test_no_sentence_of_the_catalogue_holds_english() -> None:
    found = {said: english_words(said) for said in CHINESE.entries.values()}
    assert {said: words for said, words in found.items() if words} == {}


def test_every_sentence_has_full_width_punctuation() -> None:
    assert [said for said in CHINESE.entries.values() if half_width(said)] == []


def test_what_editors_read_about_a_key_has_full_width_punctuation() -> None:
    said = [each.partition("\n\n")[0] for kind in KINDS for each in _descriptions(bundle(kind))]
    assert len(said) > 100
    assert [each for each in said if half_width(each)] == []


def _descriptions(schema: Any) -> Iterator[str]:
    for key, value in schema.items() if isinstance(schema, dict) else enumerate(schema):
        if key == "description" and isinstance(value, str):
            yield value
        elif isinstance(value, dict | list):
            yield from _descriptions(value)


@pytest.mark.parametrize("name", ["", *handbook.commands])
def test_no_help_holds_english(run: Any, name: str) -> None:
    shown = run("--lang", "zh", *name.split(), "--help").out
    assert shown
    choices = re.compile(r"\[[a-z|]+\]|\{[a-z|\s-]+\}")  # a long list goes on in the next line
    lines = choices.sub("", shown).splitlines()
    inner = (
        each for every in handbook.commands.values() for each in getattr(every, "commands", ())
    )
    names = {*handbook.commands, *inner, *exported_outputs()}
    assert [line for line in lines if english_words(line, names)] == []
    assert [line for line in lines if half_width(line)] == []


@cache
def schema_words() -> frozenset[str]:
    """The keys and fixed values of YAML: they are the same in all languages."""
    return frozenset(word for kind in KINDS for word in _keys(bundle(kind)))


def _keys(schema: Any) -> Iterator[str]:
    if isinstance(schema, dict):
        yield from schema.get("properties", {})
        yield from map(str, schema.get("enum", ()))
    for value in schema.values() if isinstance(schema, dict) else schema:
        if isinstance(value, dict | list):
            yield from _keys(value)


def said_of(found: Diagnostic) -> Iterator[str]:
    yield CHINESE.say(found.message)
    if found.hint:
        yield CHINESE.say(found.hint)
    for each in found.related:
        yield CHINESE.say(each.note)


@pytest.mark.parametrize("rule", HANDBOOKS, ids=lambda rule: f"{rule.code}-{rule.name}")
def test_no_finding_holds_english_but_what_the_editor_wrote(rule: Rule) -> None:
    assert isinstance(rule.wrong, str)
    files = laid_over(starter(), rule.wrong)
    written = {word for path, text in files.items() for word in latin_words(f"{path} {text}")}
    said = [each for found in checked(files).diagnostics for each in said_of(found)]
    assert said
    assert [each for each in said if english_words(each, written | schema_words())] == []


# What names an open point for programs.
MARK = re.compile(r"[\w./-]+@[0-9a-f]{8}-[0-9a-f]{8}")


def test_no_heading_of_a_workbook_holds_english() -> None:
    ctx = shipped()
    written = {
        word
        for path in (ROOT / "processes").rglob("*.yml")
        for word in latin_words(f"{path.stem} {path.read_text(encoding='utf-8')}")
    }
    book = load_workbook(BytesIO(workbook_of(ctx)))
    cells = [
        str(cell)
        for sheet in book.worksheets
        for row in sheet.iter_rows(values_only=True)
        for cell in (sheet.title, *row)
        if cell and not MARK.fullmatch(str(cell))
    ]
    assert len(cells) > 1_000
    assert sorted({each for each in cells if english_words(each, written)}) == []
