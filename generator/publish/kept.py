"""What is not the product's in a published folder: carried over, or put aside, never deleted."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import count

from generator.publish.gate import Gate

ALWAYS_KEPT = (".gitattributes", ".gitignore", ".gitkeep", ".nojekyll")
"""Files at the top of a site that are carried over without being listed under `site-keep:`."""
_DEBRIS = (".DS_Store", "Thumbs.db", "desktop.ini")


def is_debris(path: str) -> bool:
    """Whether a file is what systems put into folders, and put there again by themselves."""
    return path.rpartition("/")[2] in _DEBRIS


def is_kept(path: str, listed: Iterable[str]) -> bool:
    """Whether a file, or folder with `/` at its end, is carried over from site to site."""
    if path in ALWAYS_KEPT:
        return True
    names = [each.strip("/") for each in listed]
    return any(path.rstrip("/") == name or path.startswith(f"{name}/") for name in names)


def kept_folder(gate: Gate, site: str) -> str:
    """Return the name of a new folder beside a site, with the day in it."""
    # A name for people to find it again; nothing that is published depends on the day.
    name = f"{site}.kept-{date.today().isoformat()}"  # noqa: DTZ011, TID251
    names = (name if number == 1 else f"{name}-{number}" for number in count(1))
    return next(each for each in names if gate.status(each) is None)
