"""Whether Zensical makes the same pages of the staged tree as MkDocs."""

from __future__ import annotations

from pathlib import Path

import engines

NAME = "Zensical"


def install() -> str | None:
    """Install Zensical from its lock file."""
    return engines.install("zensical")


def run(work: Path) -> list[str]:
    """Build and compare."""
    del work
    return engines.run("zensical")
