"""Whether readers meet the site as promised: WCAG 2.2 A and AA, no errors, no request elsewhere.

Every page of the handbook is opened in Chromium under a strict Content-Security-Policy, in one of
four modes in turn (desktop and phone, light and dark), one page of each kind in all four; so is
every page of a handbook whose texts try to become scripts.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import npm
import product

NAME = "axe, errors, requests and policy in Chromium"
WALK = Path(__file__).parents[1] / "browser"
PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MODES = ("desktop light", "phone dark", "desktop dark", "phone light")
QUERIES = ("周报", "竞品", "P-02-02", "总经理助理")
MOST_SECONDS = 1_200


def install() -> str | None:
    """Find Chromium, and install axe and the driver from their lock file."""
    if not _chromium():
        return "Chromium is not installed"
    return npm.install(WALK)


def run(work: Path) -> list[str]:
    """Walk through both sites and return what was met."""
    del work
    hostile = product.hostile_site()
    return [
        *_walked(product.site(), QUERIES),
        *(f"hostile handbook: {line}" for line in _walked(hostile, ("img", "script", "__ran"))),
    ]


def _chromium() -> str | None:
    return next((found for each in PROGRAMS if (found := shutil.which(each))), None)


def visits(site: Path) -> list[dict[str, str]]:
    """Return which page is looked at in which mode."""
    pages = [each.relative_to(site).as_posix() for each in sorted(site.rglob("*.html"))]
    first = {page.rpartition("/")[0]: page for page in reversed(pages)}
    top = [page for page in pages if "/" not in page]
    everywhere = {*top, *first.values()}
    return [
        {"page": page, "mode": mode}
        for number, page in enumerate(pages)
        for mode in (MODES if page in everywhere else (MODES[number % len(MODES)],))
    ]


def _walked(site: Path, queries: tuple[str, ...]) -> list[str]:
    order = {
        "site": str(site),
        "chromium": _chromium(),
        "visits": visits(site),
        "queries": queries,
    }
    done = subprocess.run(
        ["node", "walk.mjs"],
        cwd=WALK,
        input=json.dumps(order),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=MOST_SECONDS,
        check=False,
    )
    if done.returncode:
        return [done.stderr.strip()[-400:]]
    answer = json.loads(done.stdout)
    return _said(answer["met"], answer["counts"], len(order["visits"]))


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
