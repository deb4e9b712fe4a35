"""Pieces of text become HTML: escaped where they stand, links relative to the page."""

from __future__ import annotations

import pytest

from generator.document.blocks import Badge, Inline, Link, Plain, Strong, Target
from generator.renderers.html.inlines import InlineWriter, letters_row

WRITER = InlineWriter(page="processes/take-order", original="zh")


@pytest.mark.parametrize(
    ("piece", "html"),
    [
        (Plain("a < b & “c”"), "a &lt; b &amp; “c”"),
        (Plain("one\ntwo"), "one<br>two"),
        (Plain("原文", foreign=True), '<span lang="zh">原文</span>'),
        (Strong("<now>"), "<strong>&lt;now&gt;</strong>"),
        (Plain("by 2026-01-31."), 'by <span class="hb-nobr">2026-01-31</span>.'),
        (Plain("P-01-02"), '<span class="hb-nobr">P-01-02</span>'),
        (Plain("well-known A-b"), "well-known A-b"),
        (Link("Clerk", Target("role", "clerk")), '<a href="../roles/clerk.html">Clerk</a>'),
        (Link("a", Target("address", "https://e.com/?a=1&b")),
         '<a href="https://e.com/?a=1&amp;b" rel="noopener noreferrer">a</a>'),
        (Link("a", Target("address", "javascript:x")), "a"),
        (Link("Sheet", Target("download", "forms/s.docx")),
         '<a class="hb-file" href="../forms/s.docx" download>Sheet</a>'),
        (Link("order", Target("term", "order")),
         '<a class="hb-term" href="../glossary.html#order">order</a>'),
        (Badge("draft", "draft"), '<span class="hb-badge hb-badge--draft">draft</span>'),
        (Badge("in", "info", Target("role", "clerk")),
         '<a class="hb-badge hb-badge--info" href="../roles/clerk.html">in</a>'),
    ],
)  # fmt: skip
def test_each_kind_of_piece(piece: Inline, html: str) -> None:
    assert WRITER.inlines((piece,)) == html


def test_addresses_are_whole_where_the_page_has_no_place_of_its_own() -> None:
    whole = InlineWriter(page="404", original="zh", base="https://hb.example.com/")
    assert 'href="https://hb.example.com/roles/clerk.html"' in whole.inlines(
        (Link("Clerk", Target("role", "clerk")),)
    )


def test_the_first_cell_names_the_row_and_keeps_its_old_anchors() -> None:
    cells = ((Plain("a"),), (Plain("b"),), ())
    assert WRITER.cells(cells) == '<th scope="row">a</th><td>b</td><td></td>'
    assert WRITER.cells(cells[:1], ("old", "older")) == (
        '<th scope="row"><span id="old"></span><span id="older"></span>a</th>'
    )
    assert WRITER.cells(()) == '<th scope="row"></th>'


def test_facts_are_pairs() -> None:
    rows = (("By when", (Plain("2h"),)), ("<Who>", (Strong("I"),)))
    assert WRITER.pairs(rows) == (
        "<div><dt>By when</dt><dd>2h</dd></div>\n"
        "<div><dt>&lt;Who&gt;</dt><dd><strong>I</strong></dd></div>"
    )


def test_letters_have_classes_for_their_colours() -> None:
    assert letters_row(("R", "", "R/A", "A*")) == (
        '<td><span class="hb-letter hb-letter--r">R</span></td><td></td>'
        '<td><span class="hb-letter hb-letter--r">R</span>'
        '<span class="hb-letter hb-letter--a">A</span></td>'
        '<td><span class="hb-letter hb-letter--a">A*</span></td>'
    )
