"""Notices saved files by looking at their times: this also works on shared and mounted disks."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from threading import Event
from typing import TypeAlias

FolderState: TypeAlias = "Mapping[str, tuple[int, int]]"

WATCHED = ("processes", "content", "mkdocs.yml")
_PAUSE = 0.1  # seconds between two looks; a look at 1,000 files takes 10 ms


def snapshot(root: Path) -> FolderState:
    """Return time (ns) and size of each file that the handbook is made from, by path."""
    found: dict[str, tuple[int, int]] = {}
    for name in WATCHED:
        top = root / name
        _note(top, found)
        for folder, _, names in os.walk(top):
            for each in names:
                _note(Path(folder, each), found)
    return found


def wait_for_change(root: Path, seen: FolderState, *, stop: Event) -> None:
    """Return as soon as there is something else than was seen, and it has come to rest.

    Returns also when `stop` is set.
    """
    before = seen
    while not stop.wait(_PAUSE):
        now = snapshot(root)
        # Editors write a file in several steps: it is read when two looks saw the same.
        if now == before and now != seen:
            return
        before = now


def _note(path: Path, found: dict[str, tuple[int, int]]) -> None:
    try:
        status = path.lstat()
    except OSError:
        return
    if not path.is_dir():
        found[str(path)] = (status.st_mtime_ns, status.st_size)
