"""The same findings for people, for programs and for GitHub."""

from __future__ import annotations

import json

import pytest
from small import TAKE_ORDER, check, step, steps

from generator.base.diagnostics import Rule
from generator.base.i18n import product_catalogue
from generator.checking.pipeline import Checked
from generator.report import FORMATS
from generator.report.text import columns
from generator.rules.catalogue import all_rules
from generator.rules.policy.registry import POLICY_RULES

EN = product_catalogue("en")
ZH = product_catalogue("zh")
ROLE = TAKE_ORDER + "owner: boss\n"


def report(kind: str, example: str, words: object = EN) -> str:
    return FORMATS[kind](check(example), words)  # type: ignore[arg-type]


def test_text_shows_place_sentence_line_and_cure() -> None:
    result = check(steps(step("take", "next: snd"), step("send", "end: sent")))
    lines = FORMATS["text"](result, EN).splitlines()
    assert lines[0] == (
        "processes/sales/take-order.yml:22:11: error HB207 This process has no step “snd”."
    )
    assert lines[1] == "   22 |     next: snd"
    assert lines[2] == "      |           ^^^"
    assert lines[3] == "    → Did you mean “send” (Send)?"
    assert lines[4] == "7 files: 1 error, 0 warnings."


def test_text_in_chinese() -> None:
    lines = report("text", ROLE, ZH).splitlines()
    assert "错误 HB201 岗位“boss”没有定义。" in lines[0]
    assert lines[-1] == "7 个文件：1 个错误，0 个警告。"


def test_the_mark_stands_below_its_word_behind_wide_characters() -> None:
    result = check(TAKE_ORDER + "scope: 超过${approval-limt}时\n")
    _, line, mark, *_ = FORMATS["text"](result, EN).splitlines()
    start = line.index("${")
    assert columns(line[:start]) == mark.index("^")
    assert mark.count("^") == len("${approval-limt}")


def test_a_long_line_is_cut_around_the_place() -> None:
    result = check(TAKE_ORDER + f"scope: {'x' * 300} ${{approval-limt}} {'y' * 300}\n")
    _, line, mark, *_ = FORMATS["text"](result, EN).splitlines()
    assert len(line) < 120
    at = mark.index("^")
    assert line[at : at + mark.count("^")] == "${approval-limt}"


def test_a_clean_handbook_says_so() -> None:
    assert report("text", "") == "7 files: all is well.\n"
    assert json.loads(report("json", "")) == []
    assert report("github", "") == ""


def test_another_place_that_belongs_to_a_finding_is_shown() -> None:
    twice = steps(step("take", "next: send"), step("send", "end: a"), step("send", "end: b"))
    assert "take-order.yml:23:11: first given here" in report("text", twice)
    (row,) = json.loads(report("json", twice))
    assert row["related"] == [
        {
            "message": "first given here",
            "file": "processes/sales/take-order.yml",
            "line": 23,
            "column": 11,
        }
    ]


def test_json_has_the_keys_of_the_contract() -> None:
    (row,) = json.loads(report("json", ROLE))
    assert row | {"hint": ""} == {
        "code": "HB201",
        "name": "unknown-role",
        "severity": "error",
        "message": "Role “boss” is not defined.",
        "file": "processes/sales/take-order.yml",
        "line": 3,
        "column": 8,
        "end_line": 3,
        "end_column": 12,
        "hint": "",
    }


def test_github_gets_one_command_a_finding_whatever_the_yaml_says() -> None:
    lines = report("github", TAKE_ORDER + "scope: ${a%0A::error::x}\n").splitlines()
    assert len(lines) == 1
    assert lines[0].startswith("::error file=processes/sales/take-order.yml,line=")
    assert "%0A" not in lines[0].replace("%250A", "")


def test_github_levels() -> None:
    warned = report("github", TAKE_ORDER + "note: see P-09-09\n")
    assert warned.startswith("::warning ")


# Rules about folders and bytes have no file as an example; the reader's tests show theirs. Rules
# about changes compare two handbooks; their own tests do.
_BY_FILE = [
    rule
    for rule in all_rules().values()
    if str(rule.wrong).startswith("# processes/") and rule not in POLICY_RULES
]


@pytest.mark.parametrize("rule", _BY_FILE, ids=lambda rule: rule.code)
def test_every_finding_can_be_said_in_both_languages(rule: Rule) -> None:
    result: Checked = check(rule.wrong)
    for kind in FORMATS:
        english, chinese = FORMATS[kind](result, EN), FORMATS[kind](result, ZH)
        assert rule.code in english
        assert english != chinese
