"""Whether every page and drawing is well-formed HTML or SVG by the Nu HTML checker."""

from __future__ import annotations

import json
import re
import subprocess
from collections import Counter
from pathlib import Path

import npm
import product

NAME = "Nu HTML checker"
HERE = Path(__file__).parents[1] / "nu_html_checker"
JAR = HERE / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
MOST_SECONDS = 600
FAULTY = "<!DOCTYPE html><html lang=en><body><p></div></body></html>"
# What the theme's own base template writes: its two hidden switches carry `autocomplete`.
OF_THE_THEME = (
    re.compile(r'<input class="md-toggle"[^>]*id="__(?:drawer|search)"[^>]*autocomplete="off"'),
)


def install() -> str | None:
    """Install the checker from its lock file."""
    lacking = npm.install(HERE)
    if lacking is None and not JAR.is_file():
        return "the package of the checker came without the checker"
    return lacking


def run(work: Path) -> list[str]:
    """Check all pages and drawings; what the theme itself writes is passed over."""
    site = product.site()
    faulty = work / "faulty.html"
    faulty.write_text(FAULTY, encoding="utf-8")
    words = ["--format", "json", "--exit-zero-always", "--also-check-svg", "--no-langdetect"]
    words += ["--skip-non-html"]
    done = subprocess.run(
        ["java", "-Xss4m", "-jar", str(JAR), *words, str(faulty), str(site)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=MOST_SECONDS,
        check=False,
    )
    said = json.loads(done.stderr or done.stdout)["messages"]
    shown = [each for each in said if each.get("url") == f"file:{faulty}"]
    if not shown:
        return ["it does not see: a page without a title and with a stray tag passes"]
    kinds: Counter[str] = Counter()
    first: dict[str, str] = {}
    for each in (each for each in said if each not in shown):
        if any(known.search(each.get("extract", "")) for known in OF_THE_THEME):
            continue
        kind = f"{each.get('subType') or each['type']}: {each['message'][:200]}"
        kinds[kind] += 1
        page = each.get("url", "").removeprefix(f"file:{site}/")
        first.setdefault(kind, f"{page}:{each.get('lastLine', 0)}")
    return [f"{count} × such as {first[kind]}: {kind}" for kind, count in kinds.most_common()]
