"""Names hold no values, and something can be seen of each text."""

from __future__ import annotations

import pytest
from small import TAKE_ORDER, check, step, steps


def told(example: str, code: str) -> list[object]:
    return [
        each.args.get("insert", each.args.get("key"))
        for each in check(example).diagnostics
        if each.rule.code == code
    ]


@pytest.mark.parametrize(
    "name", ["${reply-time}", "$(reply-time)", "${step:take}", "{reply-time}", "＄｛reply-time｝"]
)
def test_a_value_in_a_name_is_told(name: str) -> None:
    example = steps(step("take", "end: done").replace("title: Take", f'title: "Take {name}"'))
    assert told(example, "HB231") == [name]
    assert told(example, "HB224") == []


@pytest.mark.parametrize(
    "example",
    [
        "terms: [{term: t, title: Time, definition: D, en: '${reply-time}'}]",
        "terms: [{term: t, title: '${reply-time}', definition: D}]",
    ],
)
def test_names_that_are_no_texts_of_the_model_are_looked_through(example: str) -> None:
    assert told(f"# processes/glossary.yml\n{example}\n", "HB231") == ["${reply-time}"]


def test_a_sentence_may_hold_values() -> None:
    assert told(f"{TAKE_ORDER}scope: Within ${{reply-time}}.\n", "HB231") == []


@pytest.mark.parametrize("char", ["\u3164", "\u115f\u1160", "\uffa0", "\u2800", "\u3164 \u2063"])
def test_a_title_of_which_nobody_sees_anything_is_told(char: str) -> None:
    assert told(f"{TAKE_ORDER}title: {char}\n", "HB613") == ["title"]
    assert told(f"{TAKE_ORDER}title: Order{char}\n", "HB613") == []


@pytest.mark.parametrize("char", ["\u1680", "\u200b", "\u2060\u00a0", "\u3000"])
def test_a_title_of_blanks_is_empty(char: str) -> None:
    codes = [each.rule.code for each in check(f'{TAKE_ORDER}title: "{char}"\n').diagnostics]
    assert codes == ["HB106"]
