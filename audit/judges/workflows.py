"""Whether a workflow of a hosted repository could be made to do what strangers want (zizmor)."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import engines
from product import ROOT

NAME = "zizmor"
FAULTY = """\
on: pull_request_target
jobs:
  x:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@main
      - run: echo ${{ github.event.pull_request.title }}
"""
SEEN = {"dangerous-triggers", "template-injection", "unpinned-uses"}


def install() -> str | None:
    """Install zizmor from its lock file."""
    return engines.install("zizmor")


def run(work: Path) -> list[str]:
    """Judge all workflows, as strictly as it can; it asks no host."""
    (work / "faulty.yml").write_text(FAULTY, encoding="utf-8")
    if not {each["ident"] for each in found_in(work / "faulty.yml")} >= SEEN:
        return ["it does not see: a workflow that runs what strangers write passes"]
    return [
        f"{path.name}: {each['ident']}: {each['desc']}"
        for path in sorted((ROOT / ".github" / "workflows").glob("*.yml"))
        for each in found_in(path)
    ]


def found_in(path: Path) -> list[dict[str, str]]:
    """Return the findings in a workflow."""
    words = [engines.program("zizmor", "zizmor"), "--offline", "--pedantic", "--no-exit-codes"]
    done = subprocess.run(
        [*map(str, words), "--format", "json", str(path)],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    found: list[dict[str, str]] = json.loads(done.stdout)
    return found
