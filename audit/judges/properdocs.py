"""Whether ProperDocs makes the same pages of the staged tree as MkDocs."""

from __future__ import annotations

from pathlib import Path

import engines

NAME = "ProperDocs"


def install() -> str | None:
    """Install ProperDocs from its lock file."""
    return engines.install("properdocs")


def run(work: Path) -> list[str]:
    """Build and compare."""
    del work
    return engines.run("properdocs")
