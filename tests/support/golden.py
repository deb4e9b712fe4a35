"""Golden files: what was seen last time, compared as a readable difference, accepted at once."""

from __future__ import annotations

import os
from difflib import unified_diff
from pathlib import Path

import pytest

ACCEPTING = bool(os.environ.get("UPDATE_SNAPSHOTS"))
"""`make snapshots`: what the tests see now becomes the golden files."""
MOST_LINES = 80
TO_ACCEPT = "to accept it: make snapshots, then read the diff"


def compare(seen: str, file: Path) -> None:
    """Fail with the difference when a golden file holds another text than was seen."""
    if ACCEPTING:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(seen, encoding="utf-8", newline="\n")
    if not file.is_file():
        pytest.fail(f"{file.name} has no golden file; {TO_ACCEPT}", pytrace=False)
    known = file.read_text(encoding="utf-8")
    if seen != known:
        pytest.fail(f"{difference(known, seen, file.name)}\n{TO_ACCEPT}", pytrace=False)


def difference(known: str, seen: str, name: str) -> str:
    """What changed, as a unified diff of at most so many lines."""
    lines = list(unified_diff(known.splitlines(), seen.splitlines(), f"{name} (golden)",
                              f"{name} (now)", n=2, lineterm=""))  # fmt: skip
    more = [f"… and {len(lines) - MOST_LINES} lines more"] if len(lines) > MOST_LINES else []
    return "\n".join([*lines[:MOST_LINES], *more])
