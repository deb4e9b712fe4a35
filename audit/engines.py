"""Builds the staged tree with another engine than MkDocs and compares what readers get."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import venv
from collections.abc import Iterator
from functools import cache, partial
from pathlib import Path

import lxml.html
from product import ROOT, folder

from generator.checking.folder import read_folder
from generator.document.site import site_pages
from generator.outputs.figures import figures
from generator.outputs.material import contexts
from generator.renderers.html.addresses import href
from generator.rules.catalogue import all_rules
from generator.site import Staged, stage
from generator.site.content import content_titles

HERE = Path(__file__).parent / "engines"
ENVIRONMENTS = ROOT / "build" / "audit"
MOST_SECONDS = 900
MARKS = "¶"  # links that engines put behind headings


def install(engine: str) -> str | None:
    """Make a virtual environment from the engine's lock file, once; say why it cannot be."""
    lock = HERE / f"{engine}.lock"
    place = ENVIRONMENTS / engine
    stamp = place / "locked"
    digest = hashlib.sha256(lock.read_bytes() + sys.version.encode()).hexdigest()
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == digest:
        return None
    venv.create(place, clear=True, with_pip=True)
    words = [program(engine, "python"), "-m", "pip", "install", "--quiet", "--require-hashes"]
    words += ["--disable-pip-version-check", "--no-deps", "-r", lock]
    done = subprocess.run([*map(str, words)], capture_output=True, text=True, check=False)
    if done.returncode:
        return f"pip could not install it: {done.stderr.strip()[:200]}"
    stamp.write_text(digest, encoding="utf-8")
    return None


def run(engine: str) -> list[str]:
    """Build the staged tree with an engine; every page has to say what the fragments say."""
    fragments, inline = staged(inline=False), staged(inline=True)
    words = [program(engine, engine), "build", "-f", "mkdocs.yml"]
    done = subprocess.run(
        [*map(str, words)],
        cwd=inline.folder,
        capture_output=True,
        text=True,
        timeout=MOST_SECONDS,
        check=False,
    )
    if done.returncode:
        return [f"it fails: {(done.stderr or done.stdout).strip()[-400:]}"]
    site = inline.folder / "site"
    page = min(fragments.contents)
    if not any(_compared(fragments, page, site, wanted="<p id='x'>a page that says this</p>")):
        return ["it does not see: a page with another text passes"]
    return [line for page in fragments.contents for line in _compared(fragments, page, site)]


@cache
def staged(*, inline: bool) -> Staged:
    """Return the staged tree of the handbook in its first language."""
    sources = read_folder(ROOT)
    ctx = next(contexts(sources, drafts=False))
    pages = site_pages(ctx, {}, content_titles(sources.content), all_rules())
    drawn = figures(ctx, pages, lambda page: partial(href, page))
    return stage(
        pages,
        ctx=ctx,
        content=sources.content,
        figures={key: each.body().decode() for key, each in drawn},
        folder=folder() / ("inline" if inline else "thin"),
        inline=inline,
    )


def program(engine: str, name: str) -> Path:
    """Return a program of an engine's environment."""
    return ENVIRONMENTS / engine / ("Scripts" if sys.platform == "win32" else "bin") / name


def _compared(fragments: Staged, page: str, site: Path, *, wanted: str = "") -> Iterator[str]:
    """Yield where a built page lacks what its fragment says (or what is `wanted` instead)."""
    file = site / f"{page}.html"
    if not file.is_file():
        yield f"{page}: the page is missing"
        return
    built = lxml.html.document_fromstring(file.read_text(encoding="utf-8"))
    ids = set(built.xpath("//@id"))
    article = next(iter(built.xpath("//article")), built)
    whole = wanted or fragments.fragment(page)
    fragment = lxml.html.fragment_fromstring(whole, create_parent=True)
    says, should = _text(article), _text(fragment)
    if should not in says:
        place = next((n for n in range(len(should)) if should[:n] not in says), len(should)) - 1
        yield f"{page}: not as it was: … {should[max(0, place - 30) : place + 30]} …"
    if lacking := set(fragment.xpath("//@id")) - ids:
        yield f"{page}: {len(lacking)} anchors are missing, such as {min(lacking)}"


def _text(element: lxml.html.HtmlElement) -> str:
    for each in element.xpath(".//script | .//style"):
        each.drop_tree()
    return "".join(element.text_content().replace(MARKS, "").split())
