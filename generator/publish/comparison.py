"""Tells what a fresh site changes, and keeps the times of files that stay as they are."""

from __future__ import annotations

import os

from generator.publish.gate import Gate
from generator.publish.manifest import Manifest
from generator.publish.refusal import Refused


def changed_files(
    old: Gate | None, before: Manifest, fresh: Gate, after: Manifest
) -> tuple[str, ...]:
    """Return the paths that are new, gone, or hold other bytes, sorted.

    A file with the same bytes gets its old time, so that browsers and synchronisers that go by
    time need not fetch it again.
    """
    changed = set(before.entries) ^ set(after.entries)
    for path in set(before.entries) & set(after.entries):
        status = _status(old, path) if old else None
        if status is not None and after.entries[path][0] in before.entries[path][-1:]:
            fresh.set_times(path, status)
        else:
            changed.add(path)
    return tuple(sorted(changed))


def _status(old: Gate, path: str) -> os.stat_result | None:
    try:
        return old.status(path)
    except Refused:
        return None  # somebody put a file or a link in the place of a folder: it is put aside
