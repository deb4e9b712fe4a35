"""The Markdown of the handbook is CommonMark with tables, and with marks between Chinese words."""

from __future__ import annotations

import pytest

from generator.document.markdown import ProseNode, read_markdown
from generator.document.markdown.dialect import is_chinese, may_lead


def outline(nodes: list[ProseNode]) -> str:
    return " ".join(
        f"{each.kind}[{outline(each.children)}]" if each.children else each.text or each.kind
        for each in nodes
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- a\n  - b\n   - c", "bullets[item[tight[a] bullets[item[tight[b]] item[tight[c]]]]]"),
        ("a\n- b\n1. c", "paragraph[a] bullets[item[tight[b]]] numbers[item[tight[c]]]"),
        ("**注意：**请", "paragraph[strong[注意：] 请]"),
        ("请**（必填）**写", "paragraph[请 strong[（必填）] 写]"),
        ("**“甲”**乙", "paragraph[strong[“甲”] 乙]"),
        ("*a, *b", "paragraph[*a, *b]"),
        ("**a,**b", "paragraph[**a,**b]"),
        ("甲_乙_丙 a_b_c", "paragraph[甲_乙_丙 a_b_c]"),
        ("a  \nb\\\nc", "paragraph[a break b break c]"),
        ("a\n: b", "definitions[term[a] definition[tight[b]]]"),
        ("~~a~~ --- http://a.example", "paragraph[~~a~~ --- http://a.example]"),
        ("&lt;&nbsp;&foo;", "paragraph[<\u00a0&foo;]"),
    ],
)
def test_what_is_read(text: str, expected: str) -> None:
    assert outline(list(read_markdown(text).nodes)) == expected


def test_addresses_stay_as_they_are_written() -> None:
    (paragraph,) = read_markdown("[a](概览.md#业务 '题') <https://a.example/甲>").nodes
    first, _, second = paragraph.children
    assert first.attributes == {"href": "概览.md#业务", "title": "题"}
    assert second.attributes["href"] == "https://a.example/甲"


def test_chinese_characters_and_marks_of_full_width() -> None:
    assert all(map(is_chinese, "中，。「𠮷（〇"))
    assert not any(map(is_chinese, "a,“”é1"))


def test_links_lead_to_hosts_with_names_only() -> None:
    hosts = ("a.example", "例子.cn:8080", "u@a-b.example", "192.0.2.1")
    assert all(may_lead(f"https://{host}/a?b#c") for host in hosts)
    assert not any(may_lead(f"https://{host}/") for host in ("a：b", "", "a b", "a,b", "[::1"))
    assert may_lead("../a.html#甲：乙")
