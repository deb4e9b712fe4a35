"""The use cases: what each command does, from a folder to a result."""

from __future__ import annotations

from pathlib import Path

from generator.checking import Checked, check
from generator.files import list_sources


def check_folder(root: Path) -> Checked:
    """Read and check the handbook of a folder."""
    files, found = list_sources(root)
    return check(files, found)
