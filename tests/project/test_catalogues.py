"""Every rule is documented, and every sentence of the product is there in Chinese."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from generator.base.diagnostics import Rule
from generator.base.i18n import parse_catalogue
from generator.rules.catalogue import all_rules

ROOT = Path(__file__).parents[2]
sys.path.append(str(ROOT / "tools"))

import messages  # noqa: E402

RULES = all_rules()
LOCALES = sorted(messages.LOCALE.glob("*.po"))


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.code)
def test_every_rule_says_what_why_and_how(rule: Rule) -> None:
    assert re.fullmatch(r"HB[0-9]\d\d", rule.code)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name)
    for sentence in filter(None, (rule.message, rule.hint, rule.why)):
        assert sentence[0].isupper() or sentence[0] in "“{`"
        assert sentence[-1] in ".!?…”}" or re.search(r"[}\w)]$", sentence)
    assert rule.message
    assert rule.why
    assert rule.wrong
    assert rule.right
    assert rule.wrong != rule.right


def test_codes_and_names_are_given_once() -> None:
    names = [rule.name for rule in RULES.values()]
    assert sorted(set(names)) == sorted(names)


def test_every_rule_of_a_module_is_named_after_its_file() -> None:
    modules = {path.stem for path in (ROOT / "generator" / "rules").glob("*.py")}
    from generator.rules.registry import MODULES

    assert {module.__name__.rpartition(".")[2] for module in MODULES} <= modules


@pytest.mark.parametrize("path", LOCALES, ids=lambda path: path.stem)
def test_every_sentence_is_translated_with_its_gaps(path: Path) -> None:
    entries = parse_catalogue(path.stem, path.read_bytes()).entries
    ids = messages.message_ids()
    missing = {text: place for text, place in ids.items() if text not in entries}
    assert missing == {}, "make messages, then translate what is empty"
    idle = [text for text in entries if text not in ids]
    assert idle == [], "make messages takes them out"
    other_gaps = [
        text
        for text, said in entries.items()
        if sorted(re.findall(r"\{\w+\}", text)) != sorted(re.findall(r"\{\w+\}", said))
    ]
    assert other_gaps == []


def test_the_extractor_finds_sentences_however_they_are_said() -> None:
    source = """
WORDS = {"a": "One", "b": ("Two",)}
PAIRS = (("Three", 1), ("Four", 2))

def pass_on(ctx, title, *, count):
    return ctx.say(title, count=count)

def page(ctx, wide):
    text = "Five" if wide else "Six"
    ctx.say(text)
    pass_on(ctx, "Seven", count=1)
    for word, number in PAIRS:
        ctx.say(word)
    ctx.say(WORDS["a"])
    return Message("Eight {n}", {"n": "not a sentence"})
"""
    import ast

    module = messages.Module("m", ast.parse(source))
    for node in module.tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            module.constants[node.targets[0].id] = node.value
    found = set(messages.Extraction({"m": module}).run())
    assert found == {"One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight {n}"}
