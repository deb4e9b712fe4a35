"""Staged trees hold what the pages say, change where they change, and keep no orphans."""

from __future__ import annotations

from pathlib import Path

import yaml
from overlay import checked, starter
from pages import context
from sites import bytes_below, staged
from small import book

from generator.base.diagnostics import Diagnostic
from generator.document.blocks import Page, Paragraph, plain
from generator.site import Staged, stage
from generator.site.staging import front_matter

RENAMED = """# processes/sales/take-order.yml
formerly: [write-order]
"""


def codes(found: tuple[Diagnostic, ...]) -> list[str]:
    return [each.rule.code for each in found]


def only(folder: Path, *pages: Page, content: dict[str, bytes] | None = None) -> Staged:
    return stage(pages, ctx=context(book()), content=content or {}, figures={}, folder=folder)


def test_every_page_is_a_thin_file_and_a_fragment(tmp_path: Path) -> None:
    tree = staged(book(), tmp_path, {"foreword.md": b"# Foreword\n\nHello\n"})
    assert (tree.docs / "processes/take-order.md").read_text().count("\n") < 6
    assert "Take the order" in tree.fragment("processes/take-order")
    assert "Hello" in tree.fragment("about/foreword")
    assert (tree.docs / "assets/handbook/search-index.js").exists()
    assert tree.diagnostics == ()
    assert tree.check_links() == ()


def test_nothing_is_written_twice_and_the_same_handbook_gives_the_same_bytes(
    tmp_path: Path,
) -> None:
    first = staged(book(), tmp_path / "a", {"foreword.md": b"# Foreword\n"})
    again = staged(book(), tmp_path / "a", {"foreword.md": b"# Foreword\n"})
    other = staged(book(), tmp_path / "b", {"foreword.md": b"# Foreword\n"})
    assert first.changed
    assert again.changed == ()
    assert bytes_below(first.folder) == bytes_below(other.folder)


def test_files_of_pages_that_are_gone_are_removed(tmp_path: Path) -> None:
    page = Page(
        path="units/old", title="Old", kind="unit", blocks=(), file="processes/organization.yml"
    )
    only(tmp_path, page, content={"img/a.png": b"x"})
    assert (tmp_path / "fragments/units/old.html").exists()
    only(tmp_path)
    left = bytes_below(tmp_path)
    assert not [path for path in left if "old" in path or "a.png" in path]
    assert not (tmp_path / "docs/units").exists()


def test_titles_are_safe_where_the_theme_writes_them_as_they_are() -> None:
    title = '<img src=x onerror=alert(1)> "q" \\ & : #'
    head = front_matter(Page(path="x", title=title, kind="list", blocks=(), summary=title))
    found = yaml.safe_load(head.strip("-\n"))
    assert found["title"] == "&lt;img src=x onerror=alert(1)&gt; &quot;q&quot; \\ &amp; : #"
    assert "<" not in head


def test_pictures_stand_beside_the_pages_and_a_note_to_editors_does_not(tmp_path: Path) -> None:
    tree = only(tmp_path, content={"img/a.png": b"x", "README.md": b"# For editors\n"})
    assert (tree.docs / "about/img/a.png").read_bytes() == b"x"
    assert "about/README" not in tree.contents


def test_former_ids_lead_to_the_page(tmp_path: Path) -> None:
    tree = staged(book(RENAMED), tmp_path)
    moved = (tree.docs / "processes/write-order.html").read_text(encoding="utf-8")
    assert 'content="0; url=take-order.html"' in moved
    assert '<a href="take-order.html">Take an order</a>' in moved
    assert tree.check_links() == ()


def test_former_anchors_of_steps_sections_fields_and_parameters_still_hold(tmp_path: Path) -> None:
    files = starter()
    for path, line in (
        ("sales/take-order.yml", "  - step: take"),
        ("sales/forms/order-sheet.yml", "  - section: release"),
        ("sales/forms/order-sheet.yml", "      - field: amount"),
        ("parameters.yml", "  - parameter: reply-time"),
    ):
        former = " " * (line.index("-") + 2) + "formerly: [old]"
        files[f"processes/{path}"] = files[f"processes/{path}"].replace(line, f"{line}\n{former}")
    handbook = checked(files).handbook
    assert handbook is not None
    tree = staged(handbook, tmp_path)
    steps = tree.fragment("processes/take-order")
    assert '<h3 id="step-take"><span id="step-old"></span>' in steps
    form = tree.fragment("forms/order-sheet")
    assert '<h3 id="section-release"><span id="section-old"></span>' in form
    assert 'id="field-amount">\n<dt><span id="field-old"></span>' in form
    assert '<span id="old"></span>' in tree.fragment("parameters")


def test_a_page_of_content_that_is_no_text_is_told(tmp_path: Path) -> None:
    tree = only(tmp_path, content={"foreword.md": "# 前言".encode("gbk")})
    assert codes(tree.diagnostics) == ["HB714"]


def test_what_may_not_stand_in_a_page_is_told_with_its_line(tmp_path: Path) -> None:
    tree = only(tmp_path, content={"a.md": b"# A\n\nText\n\n<script>x</script>\n"})
    (found,) = tree.diagnostics
    assert (found.rule.code, found.where.file, found.where.line) == ("HB713", "content/a.md", 5)


def test_two_pages_at_one_address_are_told(tmp_path: Path) -> None:
    tree = only(tmp_path, content={"Map.md": b"# A\n", "map.md": b"# B\n"})
    assert codes(tree.diagnostics) == ["HB715"]


def test_the_list_of_all_pages_leads_to_every_page(tmp_path: Path) -> None:
    tree = staged(book(), tmp_path, {"foreword.md": b"# Foreword\n"})
    listed = tree.fragment("pages")
    left_out = {"index", "pages", "404"}
    for path in tree.contents.keys() - left_out:
        assert f'href="{path}.html"' in listed


def test_the_page_for_unknown_addresses_holds_at_any_depth(tmp_path: Path) -> None:
    example = "# processes/handbook.yml\naddress: https://intranet.example/handbook\n"
    tree = staged(book(example), tmp_path)
    assert 'href="/handbook/index.html"' in tree.fragment("404")
    assert tree.check_links() == ()


def test_inline_pages_hold_their_article_and_headings_that_the_engine_knows(tmp_path: Path) -> None:
    tree = staged(book(), tmp_path, inline=True)
    text = (tree.docs / "processes/take-order.md").read_text(encoding="utf-8")
    assert "\n## Steps { #steps }\n" in text
    assert "Write down what the customer wants." in text
    settings = yaml.safe_load((tmp_path / "mkdocs.yml").read_text(encoding="utf-8"))
    assert settings["use_directory_urls"] is False
    assert (tree.docs / settings["extra_css"][0]).exists()


def test_headings_of_hand_written_texts_stand_outside_of_boxes_in_inline_pages(
    tmp_path: Path,
) -> None:
    raw = b"# About\n\nOne\n\n## Two {#two}\n\nThree\n"
    stage([], ctx=context(book()), content={"a.md": raw}, figures={}, folder=tmp_path, inline=True)
    text = (tmp_path / "docs/about/a.md").read_text(encoding="utf-8")
    before, after = text.split("\n## Two { #two }\n")
    for piece in (before, after):
        assert piece.count("<div") == piece.count("</div>")


def test_headings_of_inline_pages_mean_themselves_in_markdown(tmp_path: Path) -> None:
    from generator.document.blocks import Section

    section = Section("*a* [b](c) {#d} <e>", "s", (Paragraph(plain("x\n\ny")),))
    page = Page(path="x", title="X", kind="list", blocks=(section,))
    stage([page], ctx=context(book()), content={}, figures={}, folder=tmp_path, inline=True)
    text = (tmp_path / "docs/x.md").read_text(encoding="utf-8")
    line = next(each for each in text.splitlines() if each.startswith("## "))
    assert not set("*[]()<>") & set(line)
    assert "&#42;a&#42;" in line


def test_the_same_page_in_another_language_is_one_link_away(tmp_path: Path) -> None:
    handbook = book(
        "# processes/handbook.yml\nlanguages: [en, zh]\naddress: https://x.example/h/\n"
    )
    english = stage([], ctx=context(handbook), content={}, figures={}, folder=tmp_path / "en")
    chinese = stage([], ctx=context(handbook, "zh"), content={}, figures={}, folder=tmp_path / "zh")
    assert english.other_languages("processes/x") == (("zh-CN", "中文", "../zh/processes/x.html"),)
    assert chinese.other_languages("processes/x") == (("en", "English", "../../processes/x.html"),)
    assert chinese.other_languages("index") == (("en", "English", "../index.html"),)
    assert english.other_languages("404") == (("zh-CN", "中文", "/h/zh/index.html"),)
    assert chinese.other_languages("404") == (("en", "English", "/h/index.html"),)
    assert chinese.base == "/h/zh/"
