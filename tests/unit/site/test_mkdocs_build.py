"""MkDocs puts the chrome around staged pages and changes nothing in them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from lxml import html
from mkdocs.commands.build import build
from mkdocs.config import load_config
from pages import context, real
from sites import SETTINGS, built, bytes_below, staged
from small import book

from generator.base.i18n import Catalogue, product_catalogue
from generator.document.context import Context
from generator.document.site import site_pages
from generator.site import mkdocs_build, stage

HOSTILE = "<img src=x onerror=alert(1)>\"'&"
HOSTILE_BOOK = f"""# processes/handbook.yml
title: {json.dumps(HOSTILE)}
company: {json.dumps(HOSTILE)}
"""

# What a style or a script of ours would load from elsewhere; a name of XML (w3.org) is no address.
ASKED_OF_OTHERS = re.compile(
    r"""url\(\s*["']?(?:https?:)?//|@import|(?:fetch|import|open)\(\s*["'`](?:https?:)?//"""
)

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    tree = staged(real(), folder / "staged", {"foreword.md": b"# Foreword\n\nHello.\n"})
    assert built(tree, folder) == ()
    return folder / "site"


def pages(site: Path) -> list[Path]:
    return sorted(site.rglob("*.html"))


def test_the_published_tree_is_flat_and_has_no_clock_and_no_strangers(site: Path) -> None:
    paths = {path for path in bytes_below(site) if not path.startswith("assets/")}
    assert {"index.html", "404.html", "roles.html", "processes/complaint-handling.html"} <= paths
    assert {path.rpartition(".")[2] for path in paths} == {"html"}
    assert not [path for path in bytes_below(site) if "lunr" in path or path.endswith(".map")]


@pytest.mark.promise("T30", "T31")
def test_pages_run_no_script_of_their_own_and_ask_no_other_host(site: Path) -> None:
    for path in pages(site):
        page = html.parse(str(path)).getroot()
        scripts = page.xpath("//script[not(@type='application/json')]")
        assert all(each.get("src") for each in scripts)
        assert not page.xpath("//style | //@style | //*[@*[starts-with(name(), 'on')]]")
        loaded = page.xpath("//script/@src | //link[not(@rel='canonical')]/@href | //img/@src")
        assert not [each for each in loaded if ":" in each or each.startswith("//")]
    for path in (*site.rglob("*.css"), *(site / "assets/handbook").rglob("*.js")):
        text = path.read_text(encoding="utf-8")
        assert not ASKED_OF_OTHERS.search(text), path.name


def test_every_page_has_one_title_a_language_and_the_way_to_the_others(site: Path) -> None:
    for path in pages(site):
        page = html.parse(str(path)).getroot()
        assert page.get("lang") == "zh-CN"
        assert len(page.xpath("//h1")) == 1
        assert page.xpath("//nav[@class='hb-nav']//a")
        assert page.xpath("//a[contains(@class, 'hb-all')]/@href")


def test_the_navigation_knows_where_one_is_and_opens_only_that_chapter(site: Path) -> None:
    page = html.parse(str(site / "processes/complaint-handling.html")).getroot()
    (here,) = page.xpath("//nav[@class='hb-nav']//a[@aria-current='page']")
    assert here.get("href") == "complaint-handling.html"
    assert len(page.xpath("//nav[@class='hb-nav']//li[@class='hb-nav__open']")) == 1


def test_two_builds_are_the_same_to_the_byte(site: Path, tmp_path: Path) -> None:
    tree = staged(real(), tmp_path / "staged", {"foreword.md": b"# Foreword\n\nHello.\n"})
    assert built(tree, tmp_path) == ()
    assert bytes_below(tmp_path / "site") == bytes_below(site)


@pytest.mark.promise("T2")
def test_hostile_titles_are_text_on_every_page(tmp_path: Path) -> None:
    handbook = book(HOSTILE_BOOK)
    assert built(staged(handbook, tmp_path / "staged"), tmp_path) == ()
    for path in pages(tmp_path / "site"):
        page = html.parse(str(path)).getroot()
        assert not page.xpath("//img[@onerror]")
        assert HOSTILE in page.xpath("string(//a[@class='hb-title'])")
        assert HOSTILE in page.xpath("string(//title)")


@pytest.mark.promise("S08")
def test_a_hostile_translation_is_text_on_every_page(tmp_path: Path) -> None:
    handbook = book()
    texts = [each.title.source for each in (*handbook.process_list, *handbook.roles.values())]
    own = Catalogue("zh", dict.fromkeys([handbook.settings.title.source, *texts], HOSTILE))
    ctx = Context.of(handbook, product_catalogue("zh"), own)
    tree = stage(
        site_pages(ctx, {}, {}, {}), ctx=ctx, content={}, figures={}, folder=tmp_path / "staged"
    )
    assert built(tree, tmp_path) == ()
    said = [html.parse(str(path)).getroot() for path in pages(tmp_path / "site")]
    assert not [page for page in said if page.xpath("//img[@onerror]")]
    assert sum(HOSTILE in page.xpath("string(//h1)") for page in said) > len(texts) // 2


def test_the_chrome_speaks_the_language_of_the_tree(tmp_path: Path) -> None:
    handbook = book()
    ctx = context(handbook)
    chinese = Context.of(handbook, product_catalogue("zh"), Catalogue("zh"))
    tree = stage(
        [], ctx=chinese, content={"a.md": b"# A\n"}, figures={}, folder=tmp_path / "staged"
    )
    assert built(tree, tmp_path) == ()
    page = html.parse(str(tmp_path / "site/about/a.html")).getroot()
    assert page.get("lang") == "zh-CN"
    assert "搜索" in page.xpath("string(//button[contains(@class, 'hb-find')])")


@pytest.mark.parametrize(
    ("settings", "code"),
    [
        ("theme: {name: no-such-theme}\nplugins: [handbook]\nsite_name: x\n", "HB901"),
        ("site_name: [\n", "HB901"),
        ("site_name: x\nplugins: []\n", "HB901"),
    ],
)
def test_what_mkdocs_says_comes_back_as_a_finding(settings: str, code: str, tmp_path: Path) -> None:
    tree = staged(book(), tmp_path / "staged")
    found = built(tree, tmp_path, settings)
    assert code in [each.rule.code for each in found]
    assert all(each.where.file == "mkdocs.yml" for each in found)


def test_without_settings_the_theme_stays_as_it_is(tmp_path: Path) -> None:
    tree = staged(book(), tmp_path / "staged")
    assert mkdocs_build(tree, tmp_path, tmp_path / "site") == ()
    assert (tmp_path / "site/index.html").is_file()


def test_own_looks_of_a_company_are_kept(tmp_path: Path) -> None:
    settings = (
        "site_name: x\nplugins: [handbook]\nextra_css: [own.css]\ncopyright: Ours\n"
        "theme: {name: material, palette: {primary: teal}}\n"
    )
    assert built(staged(book(), tmp_path / "staged"), tmp_path, settings) == ()
    page = html.parse(str(tmp_path / "site/index.html")).getroot()
    assert page.xpath("//body/@data-md-color-primary") == ["teal"]
    assert "own.css" in page.xpath("//link[@rel='stylesheet']/@href")
    assert "Ours" in page.xpath("string(//footer[contains(@class, 'hb-footer')])")


def test_an_engine_without_plugins_shows_the_same_text_at_the_same_places(tmp_path: Path) -> None:
    content = {"foreword.md": b"# Foreword\n\n- one\n\n## Part {#part}\n\n| A |\n|---|\n| 1 |\n"}
    tree = staged(book(), tmp_path, content, inline=True)
    build(load_config(str(tmp_path / "mkdocs.yml"), site_dir=str(tmp_path / "out")))
    for path in tree.contents:
        own = html.fragment_fromstring(tree.fragment(path), create_parent="main")
        (shown,) = html.parse(str(tmp_path / f"out/{path}.html")).getroot().xpath("//article")
        assert "".join(shown.text_content().split()) == "".join(own.text_content().split())
        assert set(own.xpath(".//@id")) <= set(shown.xpath(".//@id"))
