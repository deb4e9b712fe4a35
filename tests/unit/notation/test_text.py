"""Texts are cut into literals, inserts and document codes."""

from __future__ import annotations

import re

import pytest

from generator.notation.inserts import ParameterInsert, StepInsert
from generator.notation.text import CodeMention, Literal, code_pattern, parse_text


def test_a_text_is_cut_into_its_parts() -> None:
    text = parse_text("满 ${limit.small} 见 ${step:verify-recovery}").value
    assert text is not None
    assert text.parts == (
        Literal("满 "),
        ParameterInsert("limit", "small"),
        Literal(" 见 "),
        StepInsert("verify-recovery"),
    )
    assert (text.parameters[0].start, text.parameters[0].end) == (2, 16)
    assert text.parameters[0].id == "limit.small"
    assert [step.step for step in text.steps] == ["verify-recovery"]


@pytest.mark.parametrize("source", ["", "costs 5 $", "$x and $(y)", "a { b } c", "100% $5"])
def test_a_lone_dollar_sign_is_text(source: str) -> None:
    text = parse_text(source).value
    assert text is not None
    assert all(isinstance(part, Literal) for part in text.parts)


@pytest.mark.parametrize(
    ("source", "codes"),
    [
        ("见P-07-03、FM-07-02和PA-10。", ["P-07-03", "FM-07-02", "PA-10"]),
        ("P-A-01", ["P-A-01"]),
        ("XP-07-03 P-07-03x P-07-03-2 p-07-03 PA-", []),
        ("(P-07-03)-", ["P-07-03"]),
    ],
)
def test_codes_are_found_as_whole_words(source: str, codes: list[str]) -> None:
    text = parse_text(source).value
    assert text is not None
    assert [mention.code for mention in text.codes] == codes
    assert all(source[m.start : m.end] == m.code for m in text.codes)


def test_the_scheme_of_codes_is_the_handbooks_own() -> None:
    pattern = code_pattern({"process": "SOP.{chapter}.{number}", "form": "F{year}/{number}"})
    text = parse_text("SOP.B.7, SOPxBx7, F2026a/3, P-07-03", pattern).value
    assert text is not None
    assert text.codes == (CodeMention("SOP.B.7"), CodeMention("F2026a/3"))


def test_without_schemes_there_are_no_codes() -> None:
    assert not re.search(code_pattern({}), "P-07-03")


@pytest.mark.parametrize(
    ("source", "code", "start", "end", "right"),
    [
        ("within ${reply", "HB220", 7, 14, "${reply}"),
        ("${a ${b}", "HB220", 0, 3, "${a}"),
        ("in ${Reply Time}!", "HB221", 3, 16, "${reply-time}"),
        ("${ a . b }", "HB221", 0, 10, "${a.b}"),
        ("$\uff5ba\uff5d", "HB221", 0, 4, "${a}"),
        ("${}", "HB221", 0, 3, None),
        ("${a.b.c}", "HB221", 0, 8, None),
        ("${投诉}", "HB221", 0, 5, None),
        ("${step:}", "HB221", 0, 8, None),
        ("on ${form:order-sheet}", "HB222", 3, 22, None),
    ],
)
def test_a_broken_insert_is_a_fault_at_its_place(
    source: str, code: str, start: int, end: int, right: str | None
) -> None:
    parsed = parse_text(source)
    assert parsed.value is None
    (fault,) = parsed.faults
    assert (fault.rule.code, fault.start, fault.end, fault.right) == (
        code,
        start,
        end,
        right,
    )
    if right and code != "HB220":  # what is not closed has the cure of its rule
        assert fault.hint is not None
        assert fault.hint.args == {"right": right}


def test_all_broken_inserts_of_a_text_are_told() -> None:
    assert [fault.rule.code for fault in parse_text("${A} ${form:b} ${").faults] == [
        "HB221",
        "HB222",
        "HB220",
    ]
