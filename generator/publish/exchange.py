"""Puts a finished site in the place of the old one in one move, and heals what a kill left.

Beside the site stands a hidden folder while a build runs. `new` in it is the site being made.
Where the system cannot exchange two folders in one call, the old site is first renamed to `old`;
`old` without a site is the journal of a build killed between the two renames, and since that
happens only once `new` is complete, healing finishes the second rename.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from pathlib import Path

from generator.publish.lock import LOCK

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2  # renameat2(2), Linux 3.15


def aside(site: Path) -> Path:
    """Return the folder beside a site in which a build of it works."""
    return site.with_name(f".{site.name}.handbook")


def fresh_folder(site: Path) -> Path:
    """Heal what a killed build left, and return a new empty folder for the next site."""
    discard(site)
    new = aside(site) / "new"
    new.mkdir(parents=True)
    return new


def exchange(site: Path) -> None:
    """Put the fresh folder in the site's place; what stood there is deleted by `discard`."""
    new, old = aside(site) / "new", aside(site) / "old"
    if not site.exists():
        new.rename(site)
    elif not swapped(new, site):
        two_renames(new, site, old)


def discard(site: Path) -> None:
    """Delete all that stands beside a site, finishing first what was begun between two renames."""
    beside = aside(site)
    new, old = beside / "new", beside / "old"
    if old.is_dir() and not site.exists():
        (new if new.is_dir() else old).rename(site)
    for entry in beside.iterdir() if beside.is_dir() else ():
        if entry.name != LOCK:
            # What another program holds open cannot be deleted on Windows; the next build does.
            shutil.rmtree(entry, ignore_errors=True)


def swapped(one: Path, other: Path) -> bool:
    """Exchange two folders in one call, where the system has it; tell whether it did."""
    if not sys.platform.startswith("linux"):
        return False
    call = getattr(ctypes.CDLL(None), "renameat2", None)
    if call is None:
        return False
    paths = (_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other))
    return bool(call(*paths, _RENAME_EXCHANGE) == 0)  # else: the renames give the reason


def two_renames(new: Path, site: Path, old: Path) -> None:
    """Exchange by two renames; where the second fails, the first is undone."""
    site.rename(old)
    try:
        new.rename(site)
    except OSError:
        old.rename(site)
        raise
