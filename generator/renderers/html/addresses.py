"""Says how one page leads to another."""

from __future__ import annotations

from functools import lru_cache

from generator.document.addresses import is_safe, published
from generator.document.blocks import Target


def href(page: str, target: Target, base: str | None = None) -> str:
    """Return the address of a target as written on a page (its path); empty if it is not safe.

    With `base` (`/handbook/`) the address does not depend on where the page is shown.
    """
    if target.kind == "address":
        return target.id if is_safe(target.id) else ""
    address, near = _seen_from(page.rpartition("/")[0], target)
    if base is not None:
        return f"{base}{address}"
    return address[len(page) + 5 :] if address.startswith(f"{page}.html#") else near


@lru_cache(maxsize=16_384)
def _seen_from(folder: str, target: Target) -> tuple[str, str]:
    """Return the address of a target from the root of the tree, and from a folder in it."""
    address = published(target)
    return address, relative(f"{folder}/-" if folder else "-", address)


def relative(page: str, address: str) -> str:
    """Return an address of the tree relative to a page; a place on the page itself as `#…`."""
    path, mark, anchor = address.partition("#")
    if mark and path == f"{page}.html":
        return f"#{anchor}"
    return _relative(page.rpartition("/")[0], path) + mark + anchor


@lru_cache(maxsize=4096)
def _relative(folder: str, path: str) -> str:
    here = folder.split("/") if folder else []
    there = path.split("/")
    shared = 0
    while shared < len(here) and shared < len(there) - 1 and here[shared] == there[shared]:
        shared += 1
    return "../" * (len(here) - shared) + "/".join(there[shared:])
