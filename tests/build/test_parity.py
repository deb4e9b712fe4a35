"""Check and build never disagree: what a check refuses no build makes, what it passes is built."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

import pytest
from bicycles import new_bicycles
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html
from proving import PROVING

from generator.app import build
from generator.base.diagnostics import Message
from generator.checking.crowds import MOST_TOLD
from generator.checking.folder import blocks_publishing
from generator.checking.pipeline import Checked
from generator.site.verdict import read_handbook

pytestmark = pytest.mark.slow

PLAIN = "site_name: handbook\nplugins:\n  - handbook\ntheme:\n  name: material\n"
ORGANIZATION = "processes/organization.yml"
SETTINGS = "processes/handbook.yml"
REPAIR = "processes/workshop/repair-bicycle.yml"
CATALOGUE = "content/locale/zh.po"
ENTRY = 'msgid "{}"\nmsgstr "{}"\n'

# What stands in a file: the path, text to find (None: the whole file is replaced, or is new), and
# what takes its place; and the rule that must tell it.
Fault = tuple[str, str | None, str | bytes, str]
BROKEN: Mapping[str, Fault] = {
    "link to a page": ("content/more.md", None, "# More\n\n[x](no.md)\n", "HB711"),
    "link to a process": ("content/more.md", None, "[x](../processes/no.html)\n", "HB711"),
    "link to a document": ("content/more.md", None, "[x](../forms/no.docx)\n", "HB711"),
    "link by a name": ("content/more.md", None, "[x][y]\n\n[y]: no.md\n", "HB711"),
    "value in a page": ("content/more.md", None, "Up to ${estimate-limit}.\n", "HB724"),
    "link to the root": ("content/more.md", None, "[x](/nowhere.html)\n", "HB711"),
    "place on the page": ("content/more.md", None, "[x](#no)\n", "HB712"),
    "place on another page": ("content/more.md", None, "[x](index.md#no)\n", "HB712"),
    "place on a process": (
        "content/more.md",
        None,
        "[x](../processes/buy-parts.html#no)\n",
        "HB712",
    ),
    "place in the glossary": ("content/more.md", None, "[x](../glossary.html#no)\n", "HB712"),
    "picture": ("content/more.md", None, "![x](no.png)\n", "HB711"),
    "two places of a name": ("content/more.md", None, "## A {#a}\n\n## B {#a}\n", "HB716"),
    "place of the page again": ("content/chapters/stock.md", None, "## A {#processes}\n", "HB716"),
    "chapter that is not there": ("content/chapters/stok.md", None, "Hello\n", "HB717"),
    "page that is no text": ("content/more.md", None, "# 前言".encode("gbk"), "HB013"),
    "page with a merge": (
        "content/more.md",
        None,
        "<<<<<<< a\nA\n=======\nB\n>>>>>>> b\n",
        "HB052",
    ),
    "page with a zero": ("content/more.md", None, "A\0B\n", "HB016"),
    "name of a page": ("content/More Pages.md", None, "# More\n", "HB002"),
    "name of a device": ("content/aux.md", None, "# More\n", "HB056"),
    "name of a picture": ("content/nul.png", None, "x", "HB056"),
    "catalogue not closed": (CATALOGUE, None, 'msgid "a"\nmsgstr "b\n', "HB601"),
    "catalogue with a merge": (CATALOGUE, None, "<<<<<<< a\n=======\n>>>>>>> b\n", "HB052"),
    "catalogue with a twin": (CATALOGUE, None, ENTRY.format("a", "b") * 2, "HB602"),
    "catalogue without a value": (CATALOGUE, None, ENTRY.format("${a}", "5"), "HB603"),
    "catalogue with another value": (CATALOGUE, None, ENTRY.format("5", "${a} 5"), "HB603"),
    "catalogue that is no text": (CATALOGUE, None, "中文".encode("gbk"), "HB013"),
    "theme": ("mkdocs.yml", None, PLAIN.replace("material", "materiel"), "HB903"),
    "another theme": ("mkdocs.yml", None, PLAIN.replace("material", "mkdocs"), "HB903"),
    "theme without the plugin": (
        "mkdocs.yml",
        None,
        PLAIN.replace("- handbook", "- search"),
        "HB903",
    ),
    "plugin": ("mkdocs.yml", None, PLAIN.replace("- handbook", "- handbook\n  - no"), "HB903"),
    "folder of templates": ("mkdocs.yml", None, f"{PLAIN}  custom_dir: no\n", "HB903"),
    "list of looks": ("mkdocs.yml", None, f"{PLAIN}extra_css: 3\n", "HB903"),
    "hook": ("mkdocs.yml", None, f"{PLAIN}hooks: [no.py]\n", "HB903"),
    "settings not closed": ("mkdocs.yml", None, f"{PLAIN}copyright: 'x\n", "HB026"),
    "settings without a title": ("mkdocs.yml", None, PLAIN.partition("\n")[2], "HB903"),
    "logo": (SETTINGS, "house/logo.png", "house/lgoo.png", "HB718"),
    "logo that is no picture": ("house/logo.png", None, "picture", "HB718"),
    "base document": (SETTINGS, "logo: house/logo.png", "base-document: x.docx", "HB718"),
    "base that is no document": (SETTINGS, "logo:", "base-document:", "HB718"),
    "address": (SETTINGS, "address:", "address: 'https://[x'\nold-address:", "HB1"),
    "former id of a device": (REPAIR, "review: 12mo", "review: 12mo\nformerly: [con]", "HB708"),
    "role": (REPAIR, "responsible: mechanic", "responsible: mecanic", "HB201"),
    "YAML": (REPAIR, "title:", "title: [", "HB029"),
    "missing settings": (ORGANIZATION, None, "", "HB046"),
}

# Each of these is right, however odd: one handbook that holds them all is built.
ODD: Mapping[str, str | bytes] = {
    "content/more.md": (
        "# 更多 {#top}\n\n## 第二节 退货 和 换货\n\n## Scope\n\n## Scope\n\n"
        "[a](#第二节-退货-和-换货) [b](#scope-2) [c](index.md#hours) [d](../index.html#downloads)\n"
        "[e](../processes/buy-parts.html) [f](../forms/count-sheet.docx) [g](../pages.html)\n"
        "[i](https://example.org/#x) [j](shop.png)\n"
        "[k](mailto:a@example.org) ![l](my%20plan.png) [m](../rules/hb711.html)\n"
        "[s](../downloads/handbook-offline.zip) [t](../downloads/handbook.json)\n"
        "[u](../schema/process.json)\n"
        "[n][o] `[q](no.md)` [r](chapters/stock.md)\n\n[o]: index.md\n"
    ),
    "content/my plan.png": b"\x89PNG\r\n\x1a\n",
    "content/.#more.md": "left behind",
    "content/more.md.bak": "left behind",
    "processes/workshop/~$repair-bicycle.yml": "left behind",
    "processes/workshop/.repair-bicycle.yml.swp": "left behind",
    "mkdocs.yml": f"{PLAIN}  palette: {{primary: teal}}\n  custom_dir: own\ncopyright: Ours\n",
    "own/main.html": "{% extends 'base.html' %}",
}


def quiet(stage: Message, done: int = 0, total: int = 0) -> None:
    del stage, done, total


def write(root: Path, path: str, text: str | bytes) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_bytes(text.encode() if isinstance(text, str) else text)


def places(checked: Checked) -> list[tuple[str, object]]:
    return [(each.rule.code, checked.span(each.where)) for each in checked.diagnostics]


@pytest.fixture(scope="module")
def right(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return new_bicycles(tmp_path_factory.mktemp("right") / "bicycles")


@pytest.mark.parametrize("fault", BROKEN)
def test_what_a_check_refuses_no_build_makes(fault: str, right: Path, tmp_path: Path) -> None:
    root = Path(shutil.copytree(right, tmp_path / "book"))
    path, old, new, code = BROKEN[fault]
    if old is not None:
        text = (root / path).read_text(encoding="utf-8")
        assert text.count(old), f"{old} does not stand in {path}"
        new = text.replace(old, str(new), 1)
    write(root, path, new)
    checked = read_handbook(root).checked
    told = [each.rule.code for each in checked.diagnostics]
    assert blocks_publishing(checked, strict=False), told
    assert [each for each in told if each.startswith(code)], told
    assert all(each.hint for each in checked.diagnostics)
    built = build(root, progress=quiet)
    assert built.site is None
    assert places(built.checked) == places(checked)


def test_there_are_enough_of_them() -> None:
    assert len(BROKEN) >= 30


def test_what_a_check_passes_is_built(right: Path, tmp_path: Path) -> None:
    root = Path(shutil.copytree(right, tmp_path / "book"))
    for path, text in ODD.items():
        write(root, path, text)
    usual = places(read_handbook(right).checked)
    assert places(read_handbook(root).checked) == usual
    built = build(root, progress=quiet)
    assert built.site is not None
    assert places(built.checked) == usual
    site = built.site
    assert [each for tree in ("", "zh/") for each in nowhere(site, f"{tree}about/more.html")] == []
    # What a build has made, pages may lead to: relative as seen from either tree, or from the top.
    made = [path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()]
    made = [each for each in made if "assets/" not in each and not each.startswith(".")]
    links = [f"[x](/{quote(each)})" for each in made]
    links += [f"[x](../{quote(each)})" for each in made if not each.startswith("zh/")]
    write(root, "content/all.md", "\n".join(links))
    assert len(links) > 100
    # Those from the top lead somewhere, and are told as what a copy on a disk does not have.
    told = places(read_handbook(root).checked)
    assert [each for each in told if each[0] != "HB725"] == usual
    assert sum(each[0] == "HB725" for each in told) == min(len(made), MOST_TOLD + 1)


def nowhere(site: Path, page: str) -> list[str]:
    """The addresses of a page of a site that lead to no file of it."""
    tree = html.fromstring((site / page).read_bytes())
    links = [urlsplit(link) for _, _, link, _ in tree.iterlinks()]
    there = [unquote(each.path) for each in links if not each.scheme and each.path]
    files = [
        site / path[1:] if path.startswith("/") else (site / page).parent / path for path in there
    ]
    return [
        str(each) for each in files if not (each / "index.html" if each.is_dir() else each).exists()
    ]


@settings(max_examples=150 if PROVING else 3)
@given(data=st.data())
def test_a_handbook_with_any_line_changed_is_refused_by_both_or_built(
    data: st.DataObject, right: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    root = Path(shutil.copytree(right, tmp_path_factory.mktemp("changed") / "book"))
    files = sorted(
        path.relative_to(root).as_posix()
        for kind in ("*.md", "*.po", "*.yml")
        for path in root.rglob(kind)
    )
    path = data.draw(st.sampled_from(files))
    lines = (root / path).read_text(encoding="utf-8").split("\n")
    at = data.draw(st.integers(0, len(lines) - 1))
    other = data.draw(st.sampled_from(lines))
    change = data.draw(st.sampled_from(["gone", "twice", "other", "cut", "mark"]))
    half = data.draw(st.integers(0, max(0, len(lines[at]))))
    lines[at : at + 1] = {
        "gone": [],
        "twice": [lines[at], lines[at]],
        "other": [other],
        "cut": [lines[at][:half]],
        "mark": [
            lines[at][:half]
            + data.draw(st.sampled_from("\"'[](){}#:|<>$*\\：“"))
            + lines[at][half:]
        ],
    }[change]
    write(root, path, "\n".join(lines))
    checked = read_handbook(root).checked
    built = build(root, progress=quiet)
    assert places(built.checked) == places(checked), (path, at, lines[at : at + 1])
    assert (built.site is None) == blocks_publishing(checked, strict=False)
    shutil.rmtree(root)
