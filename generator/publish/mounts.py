"""Disks that are mounted inside a folder: no rename moves them, and no build replaces them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

_TABLE = Path("/proc/self/mountinfo")
"""What Linux has mounted where (proc_pid_mountinfo(5)): the fifth word of a line is the place."""
_PLACE = 4
_ESCAPED = re.compile(rb"\\([0-7]{3})")


def mounts_below(folder: Path) -> Iterator[Path]:
    """Yield the places below a folder at which another disk, or a folder of one, is mounted.

    Systems without such a table tell nothing: there the exchange of the folders fails instead.
    """
    try:
        lines = _TABLE.read_bytes().splitlines()
    except OSError:
        return
    for line in lines:
        words = line.split(b" ")
        if len(words) > _PLACE:
            raw = _ESCAPED.sub(lambda found: bytes([int(found[1], 8)]), words[_PLACE])
            place = Path(raw.decode("utf-8", "surrogateescape"))
            if place != folder and place.is_relative_to(folder):
                yield place
