"""What the product consists of: a bill of materials (CycloneDX) and licences that fit together."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import engines
from product import ROOT

NAME = "bill of materials and licences"
BILL = ROOT / "build" / "sbom.json"
LICENCES = ROOT / "build" / "licences.md"
# Licences under which a part may be given away with ours, whole words of what packages say.
FITTING = re.compile(
    r"\b(?:MIT|BSD|Apache|PSF|MPL|Mozilla|ISC|OFL|LGPL|Unlicense|0BSD|Python Software Foundation)\b"
)
STRICT = re.compile(r"(?<!L)GPL|Affero|SSPL|Proprietary|Commercial|UNKNOWN", re.IGNORECASE)
# What a package's own file says, where what it tells about itself says nothing.
READ_BY_HAND = {"resvg-py": "MIT"}


def install() -> str | None:
    """Install the maker of bills from its lock file."""
    return engines.install("supply")


def run(work: Path) -> list[str]:
    """Write the bill and the list; every locked package is in it, with a licence that fits."""
    if not (unfitting({"x": "AGPL-3.0"}) and unfitting({"x": ""}) and not unfitting({"x": "MIT"})):
        return ["it does not see: any licence passes"]
    made = work / "sbom.json"
    words = [engines.program("supply", "cyclonedx-py"), "environment", "--output-reproducible"]
    words += ["--validate", "--of", "JSON", "-o", made, "--pyproject", ROOT / "pyproject.toml"]
    done = subprocess.run(
        [*map(str, words), sys.executable], capture_output=True, text=True, check=False
    )
    if done.returncode:
        return [f"it makes no bill: {done.stderr.strip()[-300:]}"]
    bill = json.loads(made.read_text(encoding="utf-8"))
    locked = parts_of((ROOT / "requirements.lock").read_text(encoding="utf-8"))
    kept = [each for each in bill["components"] if normal(each["name"]) in locked]
    names = {each["bom-ref"] for each in kept} | {bill["metadata"]["component"]["bom-ref"]}
    bill["components"] = kept
    bill["dependencies"] = [
        {**each, "dependsOn": sorted(set(each.get("dependsOn", ())) & names)}
        for each in bill["dependencies"]
        if each["ref"] in names
    ]
    BILL.parent.mkdir(exist_ok=True)
    BILL.write_text(json.dumps(bill, indent=1) + "\n", encoding="utf-8")
    licences = {normal(each["name"]): licence(each) for each in kept}
    rows = "".join(
        f"| {each['name']} | {each['version']} | {licences[normal(each['name'])]} |\n"
        for each in sorted(kept, key=lambda each: normal(each["name"]))
    )
    LICENCES.write_text(f"| package | version | licence |\n|---|---|---|\n{rows}", "utf-8")
    versions = {normal(each["name"]): each["version"] for each in kept}
    lacking = [
        f"{name} {version} is locked, but not in the bill"
        for name, version in locked.items()
        if versions.get(name) != version and name not in OF_OTHER_SYSTEMS
    ]
    return [*lacking, *unfitting(licences)]


OF_OTHER_SYSTEMS = {"colorama", "greenlet"}
"""Locked for every system, and not installed on each."""


def parts_of(lock: str) -> dict[str, str]:
    """Return the packages of a lock file with their versions."""
    found = re.findall(r"^([\w.-]+)==([^\s;\\]+)", lock, re.MULTILINE)
    return {normal(name): version for name, version in found}


def normal(name: str) -> str:
    """Return the name of a package as all spellings of it have it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def licence(component: dict[str, Any]) -> str:
    """Return what a package says of its licence, or what its file says."""
    said = [
        each.get("expression") or each["license"].get("id") or each["license"].get("name", "")
        for each in component.get("licenses", ())
    ]
    plain = [each.rpartition(":: ")[2] for each in said]
    return "; ".join(plain) or READ_BY_HAND.get(normal(component["name"]), "")


def unfitting(licences: dict[str, str]) -> list[str]:
    """Return the packages whose licence is not known to fit."""
    return [
        f"{name}: {said or 'no licence'}"
        for name, said in licences.items()
        if STRICT.search(said) or not FITTING.search(said)
    ]
