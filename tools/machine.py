"""Tells a gate what its machine lacks, and what it may leave out where nothing may be left out."""

from __future__ import annotations

import os
import shutil
import subprocess
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent
SCRIPT = HERE / "machine.sh"
BROWSER = "chromium-headless-shell"
LEFT_OUT = HERE / "left_out.txt"


def strict() -> bool:
    """Whether this is a run in which what is left out counts as a failure (`CI` is set)."""
    return os.environ.get("CI", "").lower() not in {"", "0", "false", "no"}


@cache
def lacking(gate: str) -> str:
    """Return one sentence on the packages that a gate needs and that are not there, else "".

    The table is tools/machine.txt. It is one of Debian: on Windows nothing is looked for.
    """
    if os.name != "posix":
        return ""
    words = ["sh", str(SCRIPT), "missing", gate]
    done = subprocess.run(words, capture_output=True, text=True, check=True)
    packages = ", ".join(done.stdout.split())
    return f"{packages} (Debian's names) not on this machine: make machine" if packages else ""


def browser() -> str | None:
    """Return the headless browser of this machine, if it is there."""
    return shutil.which(BROWSER)


@cache
def left_out() -> dict[str, str]:
    """Return what even a strict run may leave out: the id of a test or judge → the reason.

    Raises:
        ValueError: a row has no reason.
    """
    reasons: dict[str, str] = {}
    for line in LEFT_OUT.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#") and line.strip():
            name, _, reason = (part.strip() for part in line.partition(" | "))
            if not reason:
                raise ValueError(f"{LEFT_OUT.name}: {name} has no reason.")
            reasons[name] = reason
    return reasons
