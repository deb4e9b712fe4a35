"""Whether readers meet the site as promised: WCAG 2.2 A and AA, no errors, no request elsewhere.

Every page of the handbook is opened in Chromium under a strict Content-Security-Policy, in one of
four modes in turn (desktop and phone, light and dark), one page of each kind in all four. So is,
in one mode, every page of a hostile handbook that shows texts which try to become scripts.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import lxml.html
import machine
import npm
import product

from generator.checking.folder import check_folder

NAME = "axe, errors, requests and policy in Chromium"
WALK = Path(__file__).parents[1] / "browser"
MODES = ("desktop light", "phone dark", "desktop dark", "phone light")
QUERIES = ("周报", "竞品", "P-02-02", "总经理助理")
MOST_SECONDS = 1_200


def install() -> str | None:
    """Install axe and the driver from their lock file."""
    return npm.install(WALK)


def run(work: Path) -> list[str]:
    """Walk through both sites and return what was met."""
    del work
    site, hostile = product.site(), product.hostile_site()
    seen = _walked(site, list(_visits(site)), QUERIES)
    laced = list(_laced(hostile))
    if not laced:
        return [*seen, "the hostile handbook shows none of its texts"]
    met = _walked(hostile, laced, ("img", "script", "__ran"))
    return [*seen, *(f"hostile handbook: {line}" for line in met)]


def _visits(site: Path) -> Iterator[dict[str, str]]:
    """Yield which page is looked at in which mode: of each kind the largest page in all."""
    pages = _pages(site)
    languages = _languages()
    kinds: dict[str, list[str]] = {}
    for page in pages:
        kinds.setdefault(_kind(page, languages), []).append(page)
    everywhere = {
        max(each, key=lambda page: (site / page).stat().st_size) for each in kinds.values()
    }
    for number, page in enumerate(pages):
        for mode in MODES if page in everywhere else (MODES[number % len(MODES)],):
            yield {"page": page, "mode": mode}


def _languages() -> set[str]:
    handbook = check_folder(product.ROOT).handbook
    assert handbook is not None
    return set(handbook.settings.languages)


def _kind(page: str, languages: set[str]) -> str:
    """Return the folder of a page without its language; a page in no folder is its own kind."""
    folders, _, name = page.rpartition("/")
    top, _, rest = folders.partition("/")
    return (rest if top in languages else folders) or name


def _laced(site: Path) -> Iterator[dict[str, str]]:
    """Yield the pages that show a hostile text, each in one mode."""
    pages = [page for page in _pages(site) if "__ran" in _article(site / page)]
    for number, page in enumerate(pages):
        yield {"page": page, "mode": MODES[number % len(MODES)]}


def _article(file: Path) -> str:
    page = lxml.html.document_fromstring(file.read_bytes())
    return "".join(lxml.html.tostring(each, encoding="unicode") for each in page.iter("article"))


def _pages(site: Path) -> list[str]:
    return [each.relative_to(site).as_posix() for each in sorted(site.rglob("*.html"))]


def _walked(site: Path, visits: list[dict[str, str]], queries: tuple[str, ...]) -> list[str]:
    order = {"site": str(site), "chromium": machine.browser(), "visits": visits, "queries": queries}
    done = npm.node("walk.mjs", folder=WALK, told=json.dumps(order), seconds=MOST_SECONDS)
    if done.returncode:
        return [done.stderr.strip()[-400:]]
    answer = json.loads(done.stdout)
    return _said(answer["met"], answer["counts"], len(visits))


def _said(met: list[dict[str, Any]], counts: dict[str, int], wanted: int) -> list[str]:
    """Return one line for each kind of fault, with a page where it was met."""
    grouped: dict[tuple[str, str], list[str]] = {}
    for each in met:
        kind = each["what"].partition(" (")[0]
        grouped.setdefault((kind, each["text"].partition("\n")[0][:160]), []).append(each["page"])
    lines = [
        f"{what}: {len(pages)} × such as {pages[0]}: {text}"
        for (what, text), pages in sorted(grouped.items())
    ]
    if counts["pages"] != wanted:
        lines.append(f"{wanted - counts['pages']} pages were not judged")
    return lines
