"""A real browser on a small built site, over http and from a folder, cut off from every host."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import machine
import pytest
from browsing import Visit
from pages import real
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Route,
    expect,
    sync_playwright,
)
from sites import built

from generator.base.i18n import Catalogue, product_catalogue
from generator.checking.folder import read_folder
from generator.document.blocks import Download, Target
from generator.document.context import Context
from generator.document.site import site_pages
from generator.outputs.figures import figures
from generator.renderers.html.addresses import href
from generator.site import stage
from generator.site.content import content_titles

ROOT = Path(__file__).parents[2]
GLYPHS = (ROOT / "tools" / "glyphs.js").read_text(encoding="utf-8")
DRAWN = "complaint-handling"
TODAY = "2026-12-10T09:00:00"
"""A Thursday in the years that the shipped handbook covers."""

# What a page owes comes at once; only a machine that does much else needs longer.
expect.set_options(timeout=30_000)


class Silent(SimpleHTTPRequestHandler):
    """Serves files without a line for each."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        """Say nothing."""


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped handbook as a site, with one diagram and no documents."""
    folder = tmp_path_factory.mktemp("browser")
    content = read_folder(ROOT).content
    handbook = real()
    ctx = Context.of(handbook, product_catalogue("zh"), Catalogue("zh"))
    words = {f"forms/{form.id}": (_word(form.code),) for form in handbook.form_list}
    pages = site_pages(ctx, words, content_titles(content), {})
    some = tuple(page for page in pages if page.path == f"processes/{DRAWN}")
    drawn = {
        key: each.body().decode()
        for key, each in figures(ctx, some, lambda page: partial(href, page))
    }
    tree = stage(pages, ctx=ctx, content=content, figures=drawn, folder=folder / "staged")
    assert [each.rule.code for each in (*tree.diagnostics, *built(tree, folder))] == []
    return folder / "site"


def _word(code: str) -> Download:
    """A Word form as pages offer it; this site holds the links only."""
    return Download(code, Target("download", f"forms/{code}.docx"))


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """The site over http."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Silent, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The machine's browser; it has to show Chinese, or nothing that it says counts."""
    lacking = machine.lacking("tests/browser")
    playwright = sync_playwright()
    try:
        started = playwright.start()
        browser = started.chromium.launch(executable_path=machine.browser(), args=["--no-sandbox"])
    except Exception:  # whatever a machine without a browser says; with one it is a failure
        if not lacking:
            raise
        pytest.skip(lacking)
    page = browser.new_page()
    assert page.evaluate(GLYPHS) == "", lacking
    page.close()
    yield browser
    browser.close()
    started.stop()


@pytest.fixture
def visit(chromium: Browser, site: Path, address: str) -> Iterator[Visit]:
    """Open a page of the site; afterwards nothing was asked of others and nothing went wrong."""
    asked: list[str] = []
    wrong: list[str] = []
    contexts: list[BrowserContext] = []

    def watch(route: Route) -> None:
        url = route.request.url
        if url.startswith((address, "file:", "data:", "blob:")):
            route.continue_()
        else:
            asked.append(url)
            route.abort()

    def hear(said: ConsoleMessage) -> None:
        if said.type == "error":
            wrong.append(said.text)

    def visit(
        path: str, *, by: str = "http", width: int = 1280, height: int = 800, **options: object
    ) -> Page:
        sight = {"width": width, "height": height}
        made = chromium.new_context(viewport=sight, locale="zh-CN", **options)
        contexts.append(made)
        made.route("**/*", watch)
        page = made.new_page()
        page.clock.set_fixed_time(TODAY)
        page.on("console", hear)
        page.on("pageerror", lambda fault: wrong.append(str(fault)))
        base = address if by == "http" else f"{site.as_uri()}/"
        page.goto(base + path)
        return page

    yield visit
    for each in contexts:
        each.close()
    assert asked == []
    assert wrong == []
