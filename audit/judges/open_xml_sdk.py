"""Whether every kind of Word and Excel file is valid by Microsoft's Open XML SDK."""

from __future__ import annotations

import json
import os
import platform
import subprocess
import zipfile
from collections import Counter
from collections.abc import Iterator
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
FEW = 12
Feature = tuple[str, str, str]  # an element, what is said about it, and a value


def install() -> str | None:
    """Install the validator from its lock file."""
    if (platform.system(), platform.machine()) != ("Linux", "x86_64"):
        return "the validator is locked for Linux on x86-64 only"
    return npm.install(HERE)


def run(work: Path) -> list[str]:
    """Validate one file of each distinct set of features for Microsoft 365.

    Features are elements in their place and order, attributes, and the values of those attributes
    that take few; files that share all of them stand or fall together. What Office 2013 lacks are
    single features, so for that version a few files do that together hold all. The program takes
    one file a start and spends most of its time on starting.
    """
    site = product.site()
    files = sorted(path for kind in ("docx", "xlsx") for path in site.rglob(f"*.{kind}"))
    if len(files) < LEAST_FILES:
        return [f"only {len(files)} Word and Excel files were made"]
    if not any(_faults(_spoilt(files[0], work / "spoilt.docx"), "Microsoft365")):
        return ["it does not see: a document with an unknown element passes"]
    distinct = {kinds: path for path, kinds in reversed(_features(files).items())}
    jobs = [(path, "Microsoft365") for path in distinct.values()]
    jobs += [(path, "Office2013") for path in _together(distinct)]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        found = [each for said in pool.map(lambda job: list(_faults(*job)), jobs) for each in said]
    kinds = Counter(kind for kind, _ in found)
    first = dict(reversed(found))
    return [f"{count} × such as {first[kind]}: {kind}" for kind, count in kinds.most_common()]


def _features(files: list[Path]) -> dict[Path, frozenset[Feature]]:
    """Return what each file holds; a value counts where its attribute takes few over all files."""
    held = {path: _held(path) for path in files}
    values = Counter((tag, key) for tag, key, _ in {each for one in held.values() for each in one})
    return {
        path: frozenset(
            (tag, key, value if values[tag, key] <= FEW else "") for tag, key, value in one
        )
        for path, one in held.items()
    }


def _held(path: Path) -> set[Feature]:
    found: set[Feature] = set()
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if not name.endswith((".xml", ".rels")):
                continue
            for each in etree.fromstring(archive.read(name)).iter(etree.Element):
                tag, above, before = str(each.tag), each.getparent(), each.getprevious()
                inside = "" if above is None else str(above.tag)
                after = "" if before is None else str(before.tag)
                found |= {(tag, f"in {inside}", ""), (tag, f"in {inside} after {after}", "")}
                found |= {(tag, str(key), str(value)) for key, value in each.attrib.items()}
    return found


def _together(distinct: dict[frozenset[Feature], Path]) -> Iterator[Path]:
    """Yield files that together hold every feature that any of them holds."""
    seen: set[Feature] = set()
    for kinds, path in distinct.items():
        if kinds - seen:
            seen |= kinds
            yield path


def _spoilt(path: Path, copy: Path) -> Path:
    """Copy a Word document with an element in it that no version knows."""
    with zipfile.ZipFile(path) as whole, zipfile.ZipFile(copy, "w") as archive:
        for name in whole.namelist():
            content = whole.read(name)
            if name == "word/document.xml":
                content = content.replace(b"<w:body>", b"<w:body><w:nonsense/>")
            archive.writestr(name, content)
    return copy


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
