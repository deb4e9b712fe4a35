"""Measures the site of a thousand processes: pages and theme in a process of their own, search.

    python benchmarks/site.py [PROCESSES]

The pages are those of the shipped handbook, copied under new ids until there are so many; each
process keeps its diagram. Drawing and checking are not part of the figures. CPU seconds, because
wall time depends on who else works on the machine.
"""

from __future__ import annotations

import resource
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import count, islice
from pathlib import Path
from time import process_time

from generator.base.i18n import Catalogue, product_catalogue
from generator.checking.folder import read_folder
from generator.document.blocks import Page
from generator.document.context import Context
from generator.document.process_page import process_page
from generator.document.site import site_pages
from generator.model.handbook import Handbook
from generator.outputs.figures import figures
from generator.renderers.html.addresses import href
from generator.site import Staged, mkdocs_build, stage
from generator.site.content import content_titles

ROOT = Path(__file__).parents[1]
SETTINGS = "site_name: x\nplugins: [handbook]\ntheme: {name: material}\n"
QUERIES = ("投诉", "周报", "P-02-02", "分公司经理 时限", "退换货", "无此词")


def copies(handbook: Handbook, processes: int) -> Handbook:
    """Return the handbook with its processes copied until there are so many."""
    endless = (
        replace(each, id=f"{each.id}-{turn}", code=f"{each.code}-{turn}")
        for turn in count()
        for each in handbook.process_list
    )
    return replace(handbook, process_list=tuple(islice(endless, processes)))


def many_pages(pages: tuple[Page, ...], kind: str, number: int) -> Iterator[Page]:
    """Yield copies of the pages of a kind."""
    own = [page for page in pages if page.kind == kind]
    endless = (replace(page, path=f"{page.path}-{turn}") for turn in count() for page in own)
    yield from islice(endless, number)


def measured(staged: Staged, folder: Path) -> float:
    """Build the site; return the CPU seconds that it took."""
    (folder / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    (folder / "content").mkdir()
    start = process_time()
    found = mkdocs_build(staged, folder, folder / "site")
    if found:
        sys.exit(str(found[0]))
    return process_time() - start


def main(processes: int) -> None:
    """Measure and print."""
    sources = read_folder(ROOT)
    handbook = sources.checked.handbook
    if handbook is None:
        sys.exit("the handbook has errors")
    small, large = (
        Context.of(each, product_catalogue("zh"), Catalogue("zh"))
        for each in (handbook, copies(handbook, processes))
    )
    pages = site_pages(small, {}, content_titles(sources.content), {})
    drawn = {
        key[1]: each.body().decode()
        for key, each in figures(small, pages, lambda page: partial(href, page))
        if key[0] == "process"
    }
    drawings = {
        ("process", each.id): drawn[each.id.rpartition("-")[0]]
        for each in large.handbook.process_list
    }
    start = process_time()
    own = tuple(process_page(large, each) for each in large.handbook.process_list)
    built = process_time() - start
    rest = (*many_pages(pages, "role", processes), *many_pages(pages, "form", processes))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        start = process_time()
        staged = stage(
            (*pages, *own, *rest),
            ctx=large,
            content=sources.content,
            figures=drawings,
            folder=folder / "staged",
        )
        staging = process_time() - start
        theme = measured(staged, folder)
        number = len(staged.contents)
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        size = sum(each.stat().st_size for each in (folder / "site").rglob("*") if each.is_file())
        print(f"pages                     {number:8}")
        print(f"blocks of process pages   {built / processes * 1000:8.2f} CPU s per 1,000 pages")
        print(f"fragments, index, staging {staging / number * 1000:8.2f} CPU s per 1,000 pages")
        print(f"MkDocs with Material      {theme / number * 1000:8.2f} CPU s per 1,000 pages")
        print(f"site                      {size / 1e6:8.1f} MB")
        print(f"memory, at most           {memory:8.0f} MB")
        search(folder / "site")


def search(site: Path) -> None:
    """Print how long the search takes in a browser, set-up and the slowest answer."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        print("search: not measured, there is no Playwright")
        return
    script = """(queries) => {
      const start = performance.now();
      const index = handbookSearch.makeIndex(window.handbookIndex);
      const ready = performance.now();
      const times = queries.map((query) => {
        const begun = performance.now();
        handbookSearch.find(index, query);
        return performance.now() - begun;
      });
      return [index.entries.length, ready - start, Math.max(...times)];
    }"""
    path = "/usr/bin/chromium"
    with sync_playwright() as machine:
        browser = machine.chromium.launch(
            executable_path=path if Path(path).exists() else None, args=["--no-sandbox"]
        )
        page = browser.new_page()
        page.goto((site / "index.html").as_uri())
        page.keyboard.press("/")
        page.wait_for_function("window.handbookIndex !== undefined")
        entries, ready, slowest = page.evaluate(script, list(QUERIES))
        print(
            f"search: {entries} entries, set up in {ready:.0f} ms, slowest answer {slowest:.0f} ms"
        )
        browser.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
