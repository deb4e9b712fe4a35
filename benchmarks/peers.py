"""Measures our site part beside Material and Zensical on the same pages, with gates.

    python benchmarks/peers.py [PROCESSES] [--no-zensical]

A large handbook is made, and its pages are built three times, each in a process of its own: by
our way (pages, fragments, MkDocs with Material around them), by stock Material from the same
pages as Markdown, with pruned navigation and the built-in search, and by Zensical from the same
Markdown. CPU seconds with start-up; drawing and checking are not part of them, as every process
has the same drawing. Ours has to need at most a quarter of stock Material and 300 MB. An engine
that is not done after ten minutes is stopped.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from signal import SIGKILL
from threading import Timer
from time import process_time

import lxml.html
import yaml
from large_handbook import write_handbook

from generator.base.i18n import Catalogue, product_catalogue
from generator.checking.folder import read_folder
from generator.document.context import Context
from generator.document.site import site_pages
from generator.outputs.figures import figures
from generator.renderers.html.addresses import href
from generator.rules.catalogue import all_rules
from generator.site import Staged, mkdocs_build, stage

ROOT = Path(__file__).parents[1]
sys.path.append(str(ROOT / "audit"))
MOST_SHARE = 0.25
MOST_MEGABYTES = 300
MOST_PATIENCE = 600
DRAWINGS = 5
SECTION = 20
PEER = {
    "site_name": "Peer",
    "use_directory_urls": False,
    "plugins": ["search"],
    "markdown_extensions": ["attr_list", "tables", "md_in_html"],
    "theme": {"name": "material", "font": False, "features": ["navigation.prune"]},
    "validation": {"links": {"not_found": "ignore", "unrecognized_links": "ignore"}},
}


@dataclass
class Cost:
    """What a build cost: CPU seconds, and the largest memory in MB."""

    name: str
    seconds: float
    memory: int
    done: bool = True


def measured(name: str, words: list[str | Path], folder: Path) -> Cost:
    """Run a command; return what it cost."""
    with subprocess.Popen(
        [*map(str, words)], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    ) as running:
        patience = Timer(MOST_PATIENCE, running.kill)
        patience.start()
        said = running.stderr.read() if running.stderr else b""
        _, status, usage = os.wait4(running.pid, 0)
        running.returncode = os.waitstatus_to_exitcode(status)
        patience.cancel()
    if running.returncode not in {0, -SIGKILL}:
        sys.exit(f"{name} failed: {said.decode()[-400:]}")
    seconds = usage.ru_utime + usage.ru_stime
    return Cost(name, seconds, usage.ru_maxrss // 1024, done=not running.returncode)


def context(root: Path) -> Context:
    """Read and check a handbook."""
    handbook = read_folder(root).checked.handbook
    if handbook is None:
        sys.exit("the large handbook has errors")
    return Context.of(handbook, product_catalogue("en"), Catalogue("en"))


def ours(root: Path) -> Staged:
    """Make the pages and stage them; `before` keeps the CPU time of what comes before."""
    start = process_time()
    ctx = context(root)
    drawings = [file.read_text(encoding="utf-8") for file in sorted((root / "svg").glob("*.svg"))]
    (root / "before").write_text(f"{process_time() - start:.3f}", encoding="utf-8")
    drawn = {
        ("process", each.id): drawings[n % DRAWINGS]
        for n, each in enumerate(ctx.handbook.process_list)
    }
    pages = site_pages(ctx, {}, {}, all_rules())
    return stage(pages, ctx=ctx, content={}, figures=drawn, folder=root / "staged")


def build(root: Path) -> None:
    """Build our site: what is measured in a process of its own."""
    found = mkdocs_build(ours(root), root, root / "ours")
    if found:
        sys.exit(str(found[0]))


def draw(root: Path) -> None:
    """Draw a few processes for all of them."""
    few = context(root)
    pages = site_pages(few, {}, {}, {})
    shown = [page for page in pages if page.kind == "process"][:DRAWINGS]
    (root / "svg").mkdir()
    for number, (_, drawing) in enumerate(figures(few, shown, lambda page: partial(href, page))):
        (root / "svg" / f"{number}.svg").write_bytes(drawing.body())


def as_markdown(root: Path, peer: Path) -> int:
    """Write every page as Markdown, as an author would; return how many there are."""
    (peer / "docs").mkdir(parents=True)
    pages = sorted((root / "staged" / "fragments").rglob("*.html"))
    for file in pages:
        path = file.relative_to(root / "staged" / "fragments").with_suffix(".md")
        target = peer / "docs" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        article = lxml.html.fragment_fromstring(file.read_text("utf-8"), create_parent="div")
        target.write_text("\n\n".join(_blocks(article)), encoding="utf-8")
    names = [file.relative_to(root / "staged" / "fragments").with_suffix(".md") for file in pages]
    settings = PEER | {"nav": _navigation([each.as_posix() for each in names])}
    (peer / "mkdocs.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")
    return len(pages)


def _navigation(names: list[str]) -> list[dict[str, list[dict[str, list[str]]]]]:
    """Return chapters with sections of twenty pages: what pruning is good at."""
    sections = [
        {f"Section {place // SECTION}": names[place : place + SECTION]}
        for place in range(0, len(names), SECTION)
    ]
    return [
        {f"Chapter {place // SECTION}": sections[place : place + SECTION]}
        for place in range(0, len(sections), SECTION)
    ]


def _blocks(element: lxml.html.HtmlElement) -> list[str]:
    """Return the Markdown of what stands in an element, block by block."""
    found: list[str] = []
    for each in element:
        kind = each.tag
        if not isinstance(kind, str):
            continue
        if kind in {"h1", "h2", "h3", "h4"}:
            anchor = f" {{ #{each.get('id')} }}" if each.get("id") else ""
            found.append(f"{'#' * int(kind[1])} {_words(each)}{anchor}")
        elif kind in {"ul", "ol"}:
            mark = "-" if kind == "ul" else "1."
            found.append("\n".join(f"{mark} {_words(item)}" for item in each.iter("li")))
        elif kind == "table":
            found.append(_table(each))
        elif kind == "svg":
            found.append(lxml.html.tostring(each, encoding="unicode", with_tail=False))
        elif kind in {"p", "dt", "dd", "summary", "label"} or not len(each):
            found.append(_words(each))
        else:
            found += _blocks(each)
    return [each for each in found if each.strip()]


def _table(table: lxml.html.HtmlElement) -> str:
    rows = [[_words(cell).replace("|", "/") for cell in row] for row in table.iter("tr")]
    width = max(map(len, rows), default=0)
    rows = [row + [""] * (width - len(row)) for row in rows]
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([*lines[:1], "|---" * width + "|", *lines[1:]])


def _words(element: lxml.html.HtmlElement) -> str:
    parts = [element.text or ""]
    for each in element:
        inside = _words(each) if isinstance(each.tag, str) else ""
        address = (each.get("href") or "").replace(".html", ".md")
        parts += [f"[{inside}]({address})" if each.tag == "a" and inside else inside]
        parts.append(each.tail or "")
    return " ".join("".join(parts).split())


def zensical() -> Path | None:
    """Return the program, from the lock file of the judge of the same name, if it can be had."""
    import engines

    if lacking := engines.install("zensical"):
        print(f"Zensical: not measured: {lacking}")
        return None
    return engines.program("zensical", "zensical")


def say(cost: Cost, pages: int, stock: Cost) -> None:
    """Print a row as soon as it is known."""
    per = cost.seconds / pages * 1000
    share = f"{cost.seconds / stock.seconds:.0%}"
    name = cost.name if cost.done else f"{cost.name}, stopped"
    print(f"| {name} | {cost.seconds:.1f} | {per:.1f} | {cost.memory} MB | {share} |", flush=True)


def main(processes: int, *, with_zensical: bool) -> int:
    """Measure, print, and leave with 1 when a gate is missed."""
    with tempfile.TemporaryDirectory() as name:
        root, peer = Path(name) / "ours", Path(name) / "peer"
        root.mkdir()
        write_handbook(root, processes, max(9, processes * 9 // 10))
        draw(root)
        python, me = Path(sys.executable), Path(__file__)
        whole = measured("all", [python, me, "--build", root], ROOT)
        before = float((root / "before").read_text())
        pages = as_markdown(root, peer)
        own = Cost("ours", whole.seconds - before, whole.memory)
        stock = measured("Material", [python, "-m", "mkdocs", "build", "-q"], peer)
        print(f"{pages} pages\n\n| engine | CPU s | per 1,000 pages | memory, at most | share |")
        print("|---|---:|---:|---:|---:|")
        say(own, pages, stock)
        say(stock, pages, stock)
        if with_zensical and (program := zensical()):
            say(measured("Zensical", [program, "build"], peer), pages, stock)
    missed = own.seconds > MOST_SHARE * stock.seconds or own.memory > MOST_MEGABYTES
    print("\ngate missed" if missed else "\ngates passed")
    return int(missed)


if __name__ == "__main__":
    if "--build" in sys.argv:
        build(Path(sys.argv[2]))
        sys.exit(0)
    asked = [int(word) for word in sys.argv[1:] if word.isdigit()]
    sys.exit(main(*(asked or [1000]), with_zensical="--no-zensical" not in sys.argv))
