"""Tells what a fresh site changes, and keeps the times of files that stay as they are."""

from __future__ import annotations

import os
from pathlib import Path

from generator.publish.guard import MARKER


def changed_files(old: Path, fresh: Path) -> tuple[str, ...]:
    """Return the paths that are new, gone, or hold other bytes, sorted.

    A file with the same bytes gets its old time, so that browsers and synchronisers that go by
    time need not fetch it again.
    """
    before, after = _files(old), _files(fresh)
    changed = set(before) ^ set(after)
    for path in before.keys() & after.keys():
        if _same(before[path], after[path]):
            times = before[path].stat()
            os.utime(after[path], ns=(times.st_atime_ns, times.st_mtime_ns))
        else:
            changed.add(path)
    return tuple(sorted(changed - {MARKER}))


def _files(folder: Path) -> dict[str, Path]:
    found: dict[str, Path] = {}
    for top, _, names in os.walk(folder):
        for name in names:
            path = Path(top, name)
            found[path.relative_to(folder).as_posix()] = path
    return found


def _same(one: Path, other: Path) -> bool:
    return one.stat().st_size == other.stat().st_size and one.read_bytes() == other.read_bytes()
