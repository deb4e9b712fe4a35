"""Attributes in braces belong to a heading, link, picture or code, or they stand there as text."""

from __future__ import annotations

import pytest

from generator.document.markdown import bare, read_markdown


@pytest.mark.parametrize(
    ("text", "attributes", "left"),
    [
        ("## A {#b .c}", {"id": "b", "class": "c"}, "A"),
        ("## A {: #b }", {"id": "b"}, "A"),
        ("## A {b}", {"id": "a-b"}, "A {b}"),
        ("## A {style=b}", {"id": "a-style-b"}, "A {style=b}"),
        ("## ${a}", {"id": "a"}, "${a}"),
        ("## A {#b} c", {"id": "a-b-c"}, "A {#b} c"),
        ("## {#b}", {"id": "b"}, ""),
    ],
)
def test_attributes_of_headings(text: str, attributes: dict[str, str], left: str) -> None:
    (heading,) = read_markdown(text).nodes
    assert (heading.attributes, bare([heading])) == (attributes, left)


@pytest.mark.parametrize(
    ("text", "attributes", "left"),
    [
        ("![a](b.png){ width=300 }", {"src": "b.png", "alt": "", "width": "300"}, ""),
        ("[a](b){.c #d}", {"href": "b", "class": "c", "id": "d"}, ""),
        ("`a`{.c}", {"class": "c"}, ""),
        ("[a](b) {.c}", {"href": "b"}, " {.c}"),
        ("[a](b){onclick=c}", {"href": "b"}, "{onclick=c}"),
        ("[a](b){%c%}", {"href": "b"}, "{%c%}"),
        ("`a`{x", {}, "{x"),
    ],
)
def test_attributes_within_a_text(text: str, attributes: dict[str, str], left: str) -> None:
    (paragraph,) = read_markdown(text).nodes
    first, *others = paragraph.children
    assert (first.attributes, "".join(each.text for each in others)) == (attributes, left)
