"""A few tags are tags where they are closed; everything else between angle brackets is text."""

from __future__ import annotations

import pytest

from generator.document.markdown import ProseNode, read_markdown


def kinds(text: str) -> list[str]:
    (paragraph,) = read_markdown(text).nodes
    return [named(each) for each in paragraph.children]


def named(node: ProseNode) -> str:
    return node.text or f"{node.tag}({','.join(map(named, node.children))})"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a<sub>b</sub>", ["a", "sub(b)"]),
        ("<KBD>b</kbd>", ["kbd(b)"]),
        ("a<sub>b", ["a<sub>b"]),
        ("a</sub>b", ["a</sub>b"]),
        ("<b><i>a</i></b>", ["b(i(a))"]),
        ("<b><i>a</b>", ["<b><i>a</b>"]),
        ("*a<b>c*", ["em(a<b>c)"]),
        ("<b onclick=x>a</b>", ["<b onclick=x>a</b>"]),
        ("<br>", ["<br>"]),
        ("<script>a</script>", ["<script>a</script>"]),
        ("<y 且 y>", ["<y 且 y>"]),
        ("<!-- a -->", ["<!-- a -->"]),
    ],
)
def test_what_is_a_tag(text: str, expected: list[str]) -> None:
    assert kinds(text) == expected


def test_attributes_are_kept_and_decoded() -> None:
    (paragraph,) = read_markdown('<abbr title="a &amp; b" LANG=en title=c>d</abbr>').nodes
    assert paragraph.children[0].attributes == {"title": "a & b", "lang": "en"}
