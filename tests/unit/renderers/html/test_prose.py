"""Hand-written Markdown keeps its words and loses whatever could run or lead astray."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from sites import said, tree

from generator.document.blocks import Target
from generator.document.markdown import WrittenLink, WrittenPlace
from generator.renderers.html import ProsePage, content_title, read_prose

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
        ("a <img src=x onerror=alert(1)>", "<img src=x onerror=alert(1)>"),
        ("# h {onmouseover=alert}\n\n## g {onclick=x}", "{onclick=x}"),
        ("[a](javascript:alert(1))", "javascript:alert(1"),
        ("<javascript:alert(1)>", "javascript:alert(1"),
        ("<iframe src='https://x.example'></iframe>", "<iframe src='https://x.example'>"),
        ("<style>p{}</style>", "<style>"),
        ("<b style='color:red'>x</b>", "<b style='color:red'>"),
        ("[x](y.md){onclick=z}", "{onclick=z}"),
        ("<form><input></form>", "<form>"),
    ],
)
@pytest.mark.promise("T1")
def test_what_could_run_stands_there_as_text_and_is_named(text: str, named: str) -> None:
    found = prose(text)
    assert named in [each.what for each in found.flaws if each.kind == "as-written"]
    assert found.clean
    page = tree(found.html)
    assert not page.xpath("//script | //iframe | //style | //form | //input | //img | //@style")
    assert not page.xpath("//@onerror | //@onclick | //@href[starts-with(., 'javascript')]")
    assert named in said(page)


@pytest.mark.parametrize(
    "written",
    [
        '--8<-- "{file}"',
        "{{% include '{file}' %}}",
        "::include{{file={file}}}",
        '<!--#include file="{file}"-->',
        "!include {file}",
        "[[{file}]]",
        '@import "{file}"',
        "![x]({file})",
        "[x]: {file}\n\n[x]",
        "${{file:{file}}}",
    ],
)
@pytest.mark.promise("T35")
def test_no_file_of_the_computer_is_put_into_a_page(tmp_path: Path, written: str) -> None:
    secret = tmp_path / "secret.md"
    secret.write_text("kept to ourselves", "utf-8")
    for file in (secret, secret.as_uri(), Path(os.path.relpath(secret))):
        assert "kept" not in prose(f"# A\n\n{written.format(file=file)}\n").html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("x<y 且 y>z", "x&lt;y 且 y&gt;z"),
        ("名为 <公司名> 的 <title>", "名为 &lt;公司名&gt; 的 &lt;title&gt;"),
        ("H<sub>2</sub>O", "H<sub>2</sub>O"),
        ("H<sub>2", "H&lt;sub&gt;2"),
        ("2</sub>O", "2&lt;/sub&gt;O"),
        ("*a<b>c*d</b>", "<em>a&lt;b&gt;c</em>d&lt;/b&gt;"),
        ("<u>a<i>b</u>c</i>", "&lt;u&gt;a<i>b&lt;/u&gt;c</i>"),
        ("a<br>b<br/>c", "a<br>\nb<br>\nc"),
        ("**注意：**请核对", "<strong>注意：</strong>请核对"),
        ("60*90 与 SKU_2026_A", "60*90 与 SKU_2026_A"),
        ("`P-01-01` <kbd>P-01-01</kbd>", "<code>P-01-01</code> <kbd>P-01-01</kbd>"),
        ("![x](img/map.png){width=300}", '<img src="img/map.png" alt="x" width="300">'),
        ("a&nbsp;&lt;&copy;&foo;", "a&nbsp;&lt;©&amp;foo;"),
    ],
)
def test_every_character_is_shown(text: str, html: str) -> None:
    found = prose(text)
    assert found.html == f"<p>{html}</p>\n"
    assert found.clean


def test_lists_stand_in_lists_as_in_commonmark() -> None:
    found = tree(prose("先做：\n- 甲\n  - 乙\n    1. 丙\n   - 丁\n").html)
    assert [said(each) for each in found.xpath("//ul/li/ul/li")] == ["乙 丙", "丁"]
    assert found.xpath("//ul/li/ul/li/ol/li")[0].text == "丙"


def test_tables_scroll_by_themselves_and_keep_their_alignment() -> None:
    found = tree(prose("## Rows {#r}\n\n| A | B |\n|---|--:|\n| 1 | 2 |\n").html)
    (region,) = found.xpath("//div[@role='region']")
    assert (region.get("tabindex"), region.get("aria-label")) == ("0", "Rows")
    assert [each.get("scope") for each in region.xpath(".//th")] == ["col", "col"]
    assert region.xpath(".//td[@class='hb-right']")[0].text == "2"


def test_places_of_headings_are_named_by_their_words() -> None:
    found = prose("# 标题\n\n## 业务范围\n\n### 说明\n\n## 其他 {#more}\n\n### 说明\n\n## !\n")
    anchors = ["业务范围", "业务范围-说明", "more", "more-说明", "part"]
    assert [each.anchor for each in found.passages] == anchors
    assert tree(found.html).xpath("//@id") == anchors
    more = prose("# 标题\n\n## 新\n\n### 说明\n\n## 业务范围\n\n### 说明\n").passages
    assert [each.anchor for each in more] == ["新", "新-说明", "业务范围", "业务范围-说明"]


def test_it_is_known_where_a_link_is_written() -> None:
    text = "Text\n\n> See [x](overall.md)."
    assert prose(text).links == (
        WrittenLink("overall.html", "overall.md", WrittenPlace(3, 11, 10)),
    )
