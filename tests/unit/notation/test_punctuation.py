"""Half-width marks between Chinese characters: found, and only they."""

from __future__ import annotations

import pytest

from generator.notation.punctuation import half_width_marks

MENDED = {
    "先登记,后分级": "先登记，后分级",
    "先登记, 后分级": "先登记，后分级",
    "结果:通过;不通过": "结果：通过；不通过",
    "全部订单(含样品)": "全部订单（含样品）",
    "订单(含 3 件样品)除外": "订单（含 3 件样品）除外",
    "(含样品)订单": "（含样品）订单",
    "他说“好”,就走": "他说“好”，就走",
    "目的有三层:\n\n1. 一层": "目的有三层：\n\n1. 一层",
    "目的有三层:": "目的有三层：",
    "- **报告库**:周报": "- **报告库**：周报",
    "甲(乙);丙(丁): ": "甲（乙）；丙（丁）： ",
    "甲(乙(丙)丁)戊": "甲（乙（丙）丁）戊",
    "甲(乙（丙）丁)戊": "甲（乙（丙）丁）戊",
    "再;  末": "再；末",
    "*甲*, **乙**": "*甲*，**乙**",
    "甲（乙)丙": "甲（乙）丙",
    "甲(乙）丙": "甲（乙）丙",
    "（PA-06)": "（PA-06）",
    "甲,,乙": "甲，乙",
    "甲,;乙": "甲，；乙",
    "甲::": "甲：",
    "*甲*(*乙*)": "*甲*（*乙*）",
    "**甲** (乙)": "**甲**（乙）",
    "${days},乙": "${days}，乙",
    "甲:${days}": "甲：${days}",
    "${days}(乙)": "${days}（乙）",
    "(甲)": "（甲）",
    "(甲)(乙)": "（甲）（乙）",
    "甲( )乙": "甲（ ）乙",
    "甲(乙": "甲（乙",
    "甲)乙": "甲）乙",
    "甲,(乙),丙": "甲，（乙），丙",
    "甲……,乙——;丙": "甲……，乙——；丙",
    "甲\u00a0,\u3000乙": "甲，乙",
    "甲,\u200b乙": "甲，\u200b乙",
    "见https://a.example/甲,乙，另:丙": "见https://a.example/甲,乙，另：丙",
    "甲(((((乙)))))": "甲（（（（（乙）））））",
}
ON_PAGES = {
    r"甲\,乙\(丙\)": "甲，乙（丙）",
    "甲&#44;乙&comma;丙&#x2C;丁": "甲，乙，丙，丁",
    "甲&lpar;乙&rpar;": "甲（乙）",
    "[甲](a.md),[乙](b.md)(丙)": "[甲](a.md)，[乙](b.md)（丙）",
    "甲[^1],乙": "甲[^1]，乙",
    "_甲_,<b>乙</b>:丙": "_甲_，<b>乙</b>：丙",
    "甲*, *乙": "甲*，*乙",
    '[甲](a.md "乙,丙"),丁': '[甲](a.md "乙，丙")，丁',
    "[甲](乙(丙).md),丁": "[甲](乙(丙).md)，丁",
    "见https://a.example/b，甲:乙": "见https://a.example/b，甲：乙",
}
KEPT_ON_PAGES = (
    "`甲,乙`",
    "<https://甲,乙>",
    "甲&lt;乙",
    "[甲](a.md,乙)",
    "https://甲,乙",
    r"甲\\",
)
KEPT = (
    "表 A,B 两种",
    "比例 1:2",
    "客户关系管理 (CRM) 系统",
    "PDCA(循环)",
    "8:30 到岗",
    "见 [PA-06](../parameters.html)，再报",
    "Orders, 订单",
    "按 PA-06:",
    "甲:1",
    "先登记，后分级（含样品）",
    "1) 甲\n2) 乙",
    "${days},${limit}",
    "甲(${days})",
    "甲 :) b",
    "(甲) apple",
    "甲(1)乙",
    "甲(",
    "见https://a.example/甲,乙",
    "见 https://a.example/?甲=1;乙=2",
    "（甲\n\nb)",
)


def with_full_width(text: str, *, markdown: bool = False) -> str:
    """Return a text with the right marks."""
    at = 0
    parts: list[str] = []
    for mark in half_width_marks(text, markdown=markdown):
        parts += (text[at : mark.start], mark.better)
        at = mark.end
    return "".join((*parts, text[at:]))


@pytest.mark.parametrize("wrong", MENDED)
def test_a_mark_between_chinese_characters_becomes_full_width(wrong: str) -> None:
    assert with_full_width(wrong) == MENDED[wrong]
    assert with_full_width(MENDED[wrong]) == MENDED[wrong]


@pytest.mark.parametrize("text", KEPT)
def test_marks_beside_latin_words_and_numbers_are_left_alone(text: str) -> None:
    assert list(half_width_marks(text)) == []


@pytest.mark.parametrize("wrong", ON_PAGES)
def test_a_mark_of_a_page_is_seen_however_it_is_spelt(wrong: str) -> None:
    assert with_full_width(wrong, markdown=True) == ON_PAGES[wrong]
    assert with_full_width(ON_PAGES[wrong], markdown=True) == ON_PAGES[wrong]


@pytest.mark.parametrize("text", KEPT_ON_PAGES)
def test_code_and_addresses_of_a_page_are_no_text(text: str) -> None:
    assert list(half_width_marks(text, markdown=True)) == []


def test_the_places_are_those_of_the_marks() -> None:
    marks = [(each.start, each.end, each.better) for each in half_width_marks("甲, 乙(丙)")]
    assert marks == [(1, 3, "，"), (4, 5, "（"), (6, 7, "）")]
