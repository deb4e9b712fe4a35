"""Whether readers meet the site as promised: WCAG 2.2 A and AA, no errors, no request elsewhere.

Every page of the handbook is opened in Chromium under a strict Content-Security-Policy, in one of
four modes in turn (desktop and phone, light and dark), one page of each kind in all four. So is,
in one mode, every page of a hostile handbook that shows texts which try to become scripts.

What costs most by far is axe. It judges the pages of each kind in all four modes, and besides as
many others as together hold all features: elements in their place and order, with class, role and
the names of their attributes, with or without text. A page that adds none of these adds no fault.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import lxml.html
import machine
import npm
import product
from lxml import etree

from generator.checking.folder import check_folder

NAME = "axe, errors, requests and policy in Chromium"
WALK = Path(__file__).parents[1] / "browser"
MODES = ("desktop light", "phone dark", "desktop dark", "phone light")
QUERIES = ("周报", "竞品", "P-02-02", "总经理助理")
MOST_SECONDS = 1_200
SAYS = ("alt", "aria-label", "aria-labelledby", "title", "value")  # where there is no text
Visit = dict[str, Any]  # page, mode, axe: whether it judges the page
Feature = tuple[str, ...]


def install() -> str | None:
    """Install axe and the driver from their lock file."""
    return npm.install(WALK)


def run(work: Path) -> list[str]:
    """Walk through both sites and return what was met."""
    del work
    site, hostile = product.site(), product.hostile_site()
    seen = _walked(site, _by_axe(site, _visits(site)), QUERIES)
    laced = _by_axe(hostile, _laced(hostile))
    if not laced:
        return [*seen, "the hostile handbook shows none of its texts"]
    met = _walked(hostile, laced, ("img", "script", "__ran"))
    return [*seen, *(f"hostile handbook: {line}" for line in met)]


def _by_axe(site: Path, visits: Iterable[Visit]) -> list[Visit]:
    """Return the visits with `axe` where the page has a feature of its own, or is one of a kind.

    A page that is visited in several modes is the largest of its kind; it comes first.
    """
    visits = list(visits)
    times = Counter(each["page"] for each in visits)
    features = {page: _features(site / page) for page in times}
    seen: set[Feature] = set()
    judged: set[str] = set()
    for page in sorted(times, key=lambda page: (-times[page], -len(features[page]), page)):
        if times[page] > 1 or features[page] - seen:
            judged.add(page)
            seen |= features[page]
    return [{**each, "axe": each["page"] in judged} for each in visits]


def _features(file: Path) -> frozenset[Feature]:
    """Return what a page is made of, but for its words."""
    found: set[Feature] = set()
    for each in lxml.html.document_fromstring(file.read_bytes()).iter(etree.Element):
        above, before = each.getparent(), each.getprevious()
        looks = str(each.tag), *(each.get(name, "") for name in ("class", "role", "type"))
        inside = () if above is None else (str(above.tag), above.get("class", ""))
        after = () if before is None else (str(before.tag), before.get("class", ""))
        found |= {(*looks, *inside, *sorted(each.keys())), (*looks, "in", *inside, "after", *after)}
        if not each.text_content().strip():
            found.add((*looks, "says nothing", *(name for name in SAYS if each.get(name))))
    return frozenset(found)


def _visits(site: Path) -> Iterator[Visit]:
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


def _laced(site: Path) -> Iterator[Visit]:
    """Yield the pages that show a hostile text, each in one mode."""
    pages = [page for page in _pages(site) if "__ran" in _article(site / page)]
    for number, page in enumerate(pages):
        yield {"page": page, "mode": MODES[number % len(MODES)]}


def _article(file: Path) -> str:
    page = lxml.html.document_fromstring(file.read_bytes())
    return "".join(lxml.html.tostring(each, encoding="unicode") for each in page.iter("article"))


def _pages(site: Path) -> list[str]:
    return [each.relative_to(site).as_posix() for each in sorted(site.rglob("*.html"))]


def _walked(site: Path, visits: list[Visit], queries: tuple[str, ...]) -> list[str]:
    order = {"site": str(site), "chromium": machine.browser(), "visits": visits, "queries": queries}
    done = npm.node("walk.mjs", folder=WALK, told=json.dumps(order), seconds=MOST_SECONDS)
    if done.returncode:
        return [done.stderr.strip()[-400:]]
    answer = json.loads(done.stdout)
    wanted = {"pages": len(visits), "axe": sum(each["axe"] for each in visits)}
    return _said(answer["met"], answer["counts"], wanted)


def _said(met: list[dict[str, Any]], counts: dict[str, int], wanted: dict[str, int]) -> list[str]:
    """Return one line for each kind of fault, with a page where it was met."""
    grouped: dict[tuple[str, str], list[str]] = {}
    for each in met:
        kind = each["what"].partition(" (")[0]
        grouped.setdefault((kind, each["text"].partition("\n")[0][:160]), []).append(each["page"])
    lines = [
        f"{what}: {len(pages)} × such as {pages[0]}: {text}"
        for (what, text), pages in sorted(grouped.items())
    ]
    lines += [
        f"{number - counts[what]} {what} were not judged"
        for what, number in wanted.items()
        if counts[what] != number
    ]
    return lines
