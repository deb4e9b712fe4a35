"""Every rule is documented, and every sentence of the product is there in Chinese."""

from __future__ import annotations

import ast
import re
import sys
from pathlib import Path

import pytest
from babel.messages.jslexer import tokenize

from generator.base.diagnostics import Rule
from generator.base.i18n import parse_catalogue
from generator.rules.catalogue import all_rules

ROOT = Path(__file__).parents[2]
sys.path.append(str(ROOT / "tools"))

import messages  # noqa: E402

RULES = all_rules()
PACKAGE = ROOT / "generator"
MODULES = sorted(PACKAGE.rglob("*.py"))
LOCALES = sorted(messages.LOCALE.glob("*.po"))


@pytest.fixture(scope="module")
def ids() -> set[str]:
    return set(messages.message_ids())


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


@pytest.mark.parametrize("path", LOCALES, ids=lambda path: path.stem)
def test_make_messages_would_change_nothing(path: Path) -> None:
    raw = path.read_bytes()
    assert messages.renewed(path.stem, raw, messages.message_ids()) == raw


def test_a_new_sentence_is_added_empty_and_an_idle_one_taken_out() -> None:
    old = messages.HEAD.format(language="zh") + 'msgid "Step"\nmsgstr "步骤"\n'
    old += '\nmsgid "Gone"\nmsgstr "无"\n'
    new = messages.renewed("zh", old.encode(), ["Step", "Form"]).decode()
    assert new.partition("\n\n")[2] == 'msgid "Form"\nmsgstr ""\n\nmsgid "Step"\nmsgstr "步骤"\n'


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_babel_overlooks_no_marked_sentence(path: Path, ids: set[str]) -> None:
    """It does where one call stands deep inside another, or inside an f-string."""
    calls = [
        each
        for each in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(each, ast.Call)
        and isinstance(each.func, ast.Name | ast.Attribute)
        and (each.func.id if isinstance(each.func, ast.Name) else each.func.attr)
        in messages.KEYWORDS
    ]
    marked = {
        argument.value
        for call in calls
        for argument in (call.args if "say_each" in ast.unparse(call.func) else call.args[:1])
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    }
    assert marked - ids == set(), "put it into a variable first"


def test_a_schema_without_its_hint_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "resources" / "schemas"
    folder.mkdir(parents=True)
    (folder / "a.json").write_text('{"items": [{"pattern": "a", "x-hint": "Write a."}]}')
    assert set(messages.message_ids(tmp_path)) == {"Write a."}


def test_templates_of_pages_and_theme_are_read(tmp_path: Path) -> None:
    theme = tmp_path / "resources" / "theme"
    theme.mkdir(parents=True)
    (theme / "a.html").write_text('<p title="{{ say(\'One\') | e }}">{{ say("Two", n=1) }}</p>')
    (tmp_path / "b.j2").write_text("{% if x %}{{ say('Three') }}{% endif %}")
    assert set(messages.message_ids(tmp_path)) == {"One", "Two", "Three"}


def test_scripts_of_the_theme_say_nothing_themselves() -> None:
    """What they show reaches them through attributes that templates write."""
    for path in (PACKAGE / "resources" / "theme").rglob("*.js"):
        texts = [
            token.value
            for token in tokenize(path.read_text(encoding="utf-8"))
            if token.type in {"string", "template_string"}
        ]
        assert texts
        assert [
            each for each in texts if re.search(r"[\"'`][A-Z][a-z]+[ .]|[^\x00-\u2fff]", each)
        ] == []
