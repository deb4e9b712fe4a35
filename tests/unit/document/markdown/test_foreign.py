"""Marks of other dialects are told with what to write here; marks of common text are not."""

from __future__ import annotations

import pytest

from generator.document.markdown.written import read_markdown

TOLD = {
    "甲\n{: .cls}": "{: .cls}",
    "甲 {#name}": "{#name}",
    "::: note\n甲\n:::": "::: note",
    "[TOC]": "[TOC]",
    "[[_TOC_]]": "[[TOC]]",
    "价格~~100~~元": "~~100~~",
    "请==注意==这里": "==注意==",
    "面积 5 m^2^": "^2^",
    "H~2~O": "~2~",
    "++新增++": "++新增++",
    '=== "一"': '=== "一"',
    "> [!NOTE]\n> 甲": "[!NOTE]",
    "- [ ] 已收": "[ ]",
    "- [x] 已收": "[x]",
    "$$x^n$$": "$$x^n$$",
    "由 $\\frac{a}{b}$ 得": "$\\frac{a}{b}$",
    "好的:smile:": ":smile:",
    "见 {{ page.title }}": "{{ page.title }}",
    "{% include a.md %}": "{% include a.md %}",
    "见[[总则]]": "[[总则]]",
    "*[SKU]: 存货单位": "*[SKU]: 存货单位",
    '--8<-- "a.md"': '--8<-- "a.md"',
    "\\newpage": "\\newpage",
    "~~**甲**~~": "~~甲~~",
}
FINE = [
    "1~3 天，5~7 天，3~5~7",
    "C++ 与 G++，C++/G++",
    "a == b，a==b==c",
    "2^3 与 (^_^)",
    "8:30:15 到 10:30",
    "$5 和 $6",
    "注：abc：甲",
    "http://a:80/b:c",
    "`~~甲~~` 与 `{{ x }}`",
    "\\[[总则]]",
    "好的~~",
    "!!! note\n    甲",
    "## 甲 {#name}",
    "`甲`{.cls}",
    "[甲](b.md){.cls}",
    "甲 {乙} 丙",
    "${days}",
    "- [甲](b.md)",
    "甲[^1]\n\n[^1]: 乙",
    "???",
    "??? note\n    甲",
    "::",
]


def literal(text: str) -> list[str]:
    return [each.what for each in read_markdown(text).flaws if each.kind == "literal"]


@pytest.mark.parametrize(("text", "what"), TOLD.items())
def test_marks_of_other_dialects_are_told_with_a_cure(text: str, what: str) -> None:
    assert literal(text)[:1] == [what]
    assert all(each.cure for each in read_markdown(text).flaws if each.kind == "literal")


@pytest.mark.parametrize("text", FINE)
def test_marks_of_common_text_are_none(text: str) -> None:
    assert literal(text) == []


def test_what_is_told_can_be_written_as_the_cure_says() -> None:
    (flaw,) = [each for each in read_markdown("价格~~100~~元").flaws if each.kind == "literal"]
    assert flaw.cure is not None
    assert flaw.cure.args["better"] == "<del>100</del>"
    assert read_markdown("价格<del>100</del>元").flaws == ()


def test_each_place_is_found_where_it_stands() -> None:
    flaws = [each for each in read_markdown("==甲== ==甲==\n==甲==").flaws if each.what == "==甲=="]
    assert [(each.place.line, each.place.column) for each in flaws] == [(1, 1), (1, 7), (2, 1)]
