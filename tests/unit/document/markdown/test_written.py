"""A hand-written text is read once: its title, passages, links, and all that is wrong in it."""

from __future__ import annotations

import pytest

from generator.document.markdown import WrittenPlace, read_markdown


def flaws(text: str) -> list[tuple[str, str, int, int]]:
    found = read_markdown(text).flaws
    return [(each.kind, each.what, each.place.line, each.place.column) for each in found]


def test_the_title_keeps_its_stars_and_strokes() -> None:
    assert read_markdown("# 上架尺寸 60*90 与 SKU_2026_A\n").title == "上架尺寸 60*90 与 SKU_2026_A"
    assert read_markdown("# The *whole* [map](x.md) {#m}\n").title == "The whole map"
    assert read_markdown("```\n# no title\n```\n").title == ""


def test_a_title_that_does_not_come_first_stays_in_the_text() -> None:
    found = read_markdown("Text\n\n# Title\n")
    assert (found.title, found.anchor) == ("Title", "")
    assert [each.kind for each in found.nodes] == ["paragraph", "heading"]


def test_passages_are_what_stands_below_each_heading() -> None:
    found = read_markdown("# T\n\nBefore.\n\n## Why *so*\n\n- a\n- b\n\n> ## In\n> c\n\n### No\n")
    assert [(e.anchor, e.title, e.level, e.text) for e in found.passages()] == [
        ("", "", 0, "Before."),
        ("why-so", "Why so", 2, "a b"),
        ("in", "In", 2, "c"),
        ("no", "No", 3, ""),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a <title> b", ("as-written", "<title>", 1, 3)),
        ("- a\n  <p\n  id=x>", ("as-written", "<p\nid=x>", 2, 3)),
        ("| a |\n|---|\n| <p> |", ("as-written", "<p>", 3, 3)),
        ("> a\n> <!-- b -->", ("hidden", "<!--", 2, 3)),
        ("![a](//x.example/b.png)", ("as-written", "//x.example/b.png", 1, 6)),
        ("![a][b]\n\n[b]: http://x.example/b.png", ("remote", "http://x.example/b.png", 3, 6)),
        ("尺寸 60*90*120", ("product", "60*90*", 1, 4)),
        ("2*3 与 4*5", ("product", "2*3 与 4*", 1, 1)),
        ("<http://a.example/\\*>", ("as-written", "http://a.example/", 1, 2)),
        ("[a](data:x)", ("as-written", "data:x", 1, 5)),
        ("## A {onclick=x}", ("as-written", "{onclick=x}", 1, 6)),
        ("[注]: 一句话", ("hidden", "[注]", 1, 1)),
        ("a\n\n" + "> " * 41 + "b", ("limit", "", 3, 1)),
        ("*a **b " * 21 + "c" + "** d*" * 21, ("limit", "", 1, 1)),
    ],
)
def test_what_is_wrong_is_told_with_its_place(text: str, expected: tuple[object, ...]) -> None:
    assert flaws(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "x<y 且 y>z",
        "<公司名>",
        "`<!-- a -->`",
        "*重点*",
        "[a](b.md)",
        "<a@b.example>",
    ],
)
def test_what_is_shown_as_it_is_meant_is_not_told(text: str) -> None:
    assert flaws(text) == []


def test_names_that_are_given_twice_are_told_and_the_first_counts() -> None:
    found = read_markdown("## A {#x}\n\n## B {#x}\n")
    assert found.doubled == (("x", WrittenPlace(3, 8, 1)),)
    assert [each.attributes["id"] for each in found.nodes] == ["x", "b"]
