"""Whether every Word and Excel file is valid by Microsoft's Open XML SDK."""

from __future__ import annotations

import json
import os
import platform
import subprocess
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import npm
import product
from lxml import etree

NAME = "Open XML SDK"
HERE = Path(__file__).parents[1] / "open_xml_sdk"
# The program brings its own .NET; the package around it is needed by programs in Node.js only.
PROGRAM = HERE / "node_modules" / "@xarsh" / "ooxml-validator-linux-x64" / "ooxml-validator"
MOST_SECONDS = 120
LEAST_FILES = 100


def install() -> str | None:
    """Install the validator from its lock file."""
    if (platform.system(), platform.machine()) != ("Linux", "x86_64"):
        return "the validator is locked for Linux on x86-64 only"
    return npm.install(HERE)


def run(work: Path) -> list[str]:
    """Validate all files for Microsoft 365, and each kind of element for Office 2013 too.

    The program takes one file a start and spends most of its time on starting. What the older
    version lacks are elements and attributes: a few files hold all that there are.
    """
    del work
    site = product.site()
    files = sorted(path for kind in ("docx", "xlsx") for path in site.rglob(f"*.{kind}"))
    if len(files) < LEAST_FILES:
        return [f"only {len(files)} Word and Excel files were made"]
    jobs = [(path, "Microsoft365") for path in files]
    jobs += [(path, "Office2013") for path in _every_kind(files)]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        found = [each for said in pool.map(lambda job: list(_faults(*job)), jobs) for each in said]
    kinds = Counter(kind for kind, _ in found)
    first = dict(reversed(found))
    return [f"{count} × such as {first[kind]}: {kind}" for kind, count in kinds.most_common()]


def _every_kind(files: Iterable[Path]) -> Iterator[Path]:
    """Yield files that together hold every element and attribute that any of them holds."""
    seen: set[tuple[str, ...]] = set()
    for path in files:
        new = _kinds(path) - seen
        if new:
            seen |= new
            yield path


def _kinds(path: Path) -> set[tuple[str, ...]]:
    found: set[tuple[str, ...]] = set()
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if not name.endswith(".xml"):
                continue
            for each in etree.fromstring(archive.read(name)).iter(etree.Element):
                above = each.getparent()
                found.add((str(each.tag), "" if above is None else str(above.tag)))
                found |= {(str(each.tag), str(key), "") for key in each.attrib}
    return found


def _faults(path: Path, version: str) -> Iterator[tuple[str, str]]:
    done = subprocess.run(
        [str(PROGRAM), str(path), version],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=MOST_SECONDS,
        check=False,
    )
    for each in json.loads(done.stdout)["errors"]:
        yield f"{each['description']} ({version})", f"{path.name} {each.get('xPath') or ''}"
