"""Tells what a fresh site changes, and keeps the times of files that stay as they are."""

from __future__ import annotations

import os
from pathlib import Path

from generator.publish.guard import MARKER
from generator.publish.writer import paths_below


def changed_files(old: Path, fresh: Path) -> tuple[str, ...]:
    """Return the paths that are new, gone, or hold other bytes, sorted.

    A file with the same bytes gets its old time, so that browsers and synchronisers that go by
    time need not fetch it again.
    """
    before, after = set(paths_below(old)), set(paths_below(fresh))
    changed = before ^ after
    for path in before & after:
        if _same(old / path, fresh / path):
            times = old.joinpath(path).stat()
            os.utime(fresh / path, ns=(times.st_atime_ns, times.st_mtime_ns))
        else:
            changed.add(path)
    return tuple(sorted(changed - {MARKER}))


def _same(one: Path, other: Path) -> bool:
    return one.stat().st_size == other.stat().st_size and one.read_bytes() == other.read_bytes()
