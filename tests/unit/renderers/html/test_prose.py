"""Hand-written Markdown keeps its words and loses whatever could run or lead astray."""

from __future__ import annotations

import pytest
from sites import said, tree

from generator.document.blocks import Target
from generator.renderers.html import ProsePage, WrittenLink, content_title, read_prose

FILES = {"foreword.md", "overall.md", "chapters/sales.md", "img/map.png"}


def prose(text: str, path: str = "foreword.md") -> ProsePage:
    return read_prose(path, text, FILES, {"P-01-01": Target("process", "take-order")})


def links(found: ProsePage) -> list[str]:
    return [str(each) for each in tree(found.html).xpath("//@href | //@src")]


def test_the_title_is_the_pages_own_and_its_anchor_is_kept() -> None:
    found = prose("# 前言 {#foreword}\n\nText\n\n## Part {#part}\n\nMore\n")
    assert (found.title, found.anchor) == ("前言", "foreword")
    assert not tree(found.html).xpath("//h1")
    assert [(each.anchor, each.title, each.text) for each in found.passages] == [
        ("", "", "Text"),
        ("part", "Part", "More"),
    ]


def test_titles_come_without_their_marks() -> None:
    assert content_title("a.md", "# The *whole* [map](x.md) {#m}\n") == "The whole map"
    assert content_title("notes.md", "no heading") == "notes"


@pytest.mark.parametrize(
    ("path", "written", "meant"),
    [
        ("foreword.md", "overall.md#scope", "overall.html#scope"),
        ("foreword.md", "chapters/sales.md", "../chapters/sales.html"),
        ("chapters/sales.md", "../foreword.md", "../about/foreword.html"),
        ("chapters/sales.md", "../img/map.png", "../about/img/map.png"),
        ("foreword.md", "../processes/x.html#step-a", "../processes/x.html#step-a"),
        ("foreword.md", "https://example.org/", "https://example.org/"),
        ("foreword.md", "#here", "#here"),
    ],
)
def test_links_between_files_lead_to_their_pages(path: str, written: str, meant: str) -> None:
    assert links(prose(f"[x]({written})", path)) == [meant]


def test_codes_in_running_text_become_links_but_not_in_links_and_code() -> None:
    found = prose("See P-01-01, P-99-99 and `P-01-01`, [P-01-01](overall.md).")
    assert links(found) == ["../processes/take-order.html", "overall.html"]
    assert said(tree(found.html)) == "See P-01-01, P-99-99 and P-01-01, P-01-01."


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("<script>alert(1)</script>", "<script>"),
        ("a <img src=x onerror=alert(1)>", "onerror="),
        ("# h {onmouseover=alert(1)}\n\n## g {onclick=x}", "onclick="),
        ("[a](javascript:alert(1))", "href=javascript:"),
        ("<iframe src='https://x.example'></iframe>", "<iframe>"),
        ("<style>p{}</style>", "<style>"),
        ("<p style='color:red'>x</p>", "style="),
        ("<form><input></form>", "<form>"),
        ("<svg><script>alert(1)</script></svg>", "<svg>"),
    ],
)
def test_what_could_run_is_left_out_and_named(text: str, named: str) -> None:
    found = prose(text)
    assert named in found.left_out
    for sign in (
        "<script",
        "onerror",
        "onclick",
        "onmouseover",
        "javascript:",
        "<iframe",
        "style=",
        "<input",
    ):
        assert sign not in found.html


def test_tables_scroll_by_themselves_and_keep_their_alignment() -> None:
    found = tree(prose("## Rows {#r}\n\n| A | B |\n|---|--:|\n| 1 | 2 |\n").html)
    (region,) = found.xpath("//div[@role='region']")
    assert (region.get("tabindex"), region.get("aria-label")) == ("0", "Rows")
    assert [each.get("scope") for each in region.xpath(".//th")] == ["col", "col"]
    assert region.xpath(".//td[@class='hb-right']")[0].text == "2"


def test_open_elements_are_closed_so_that_the_page_around_them_stays_whole() -> None:
    assert prose("<div><div>\n\ntext").html.count("<div>") == prose(
        "<div><div>\n\ntext"
    ).html.count("</div>")


def test_it_is_known_where_a_link_is_written() -> None:
    text = "Text\n\nSee [x](overall.md)."
    assert prose(text).links == (
        WrittenLink("overall.html", "overall.md", text.index("overall.md")),
    )
