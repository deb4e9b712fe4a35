"""The place of one build: locked, healed, and emptied again however the build ends."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from generator.publish.comparison import changed_files
from generator.publish.exchange import aside, discard, exchange, fresh_folder
from generator.publish.guard import keep_marks, site_folder, work_folder
from generator.publish.lock import locked
from generator.publish.program import program_name
from generator.publish.refusal import is_of_the_disk, not_written
from generator.publish.store import ArtifactStore


@dataclass(frozen=True, slots=True, kw_only=True)
class Workshop:
    """Where a build works: `fresh` becomes the site, `files` holds what stands beside its pages.

    `staged` and the store outlive the build.
    """

    site: Path
    fresh: Path
    files: Path
    staged: Path
    store: ArtifactStore

    def publish(self) -> tuple[str, ...]:
        """Make the fresh folder the site; return the paths that changed."""
        keep_marks(self.site, self.fresh)
        changed = changed_files(self.site, self.fresh)
        exchange(self.site)
        self.store.forget_unused()
        return changed


@contextmanager
def workshop(
    root: Path, site: Path, *, clean: bool, waiting: Callable[[], None]
) -> Iterator[Workshop]:
    """Open the place of a build; the site changes only where `publish` is called in it.

    Raises:
        Refused: the folder may not become the site, or the disk does not let us write.
    """
    work = work_folder(root)
    place = site_folder(root, site, work=work)
    beside = aside(place)
    try:
        with locked(beside, waiting=waiting):
            kept = work if _writable(work) else beside / "work"
            with locked(kept, waiting=waiting):
                yield from _opened(place, kept, clean=clean)
    except OSError as fault:
        if not is_of_the_disk(fault):
            raise
        raise not_written(site, fault) from fault


def _opened(site: Path, work: Path, *, clean: bool) -> Iterator[Workshop]:
    fresh = fresh_folder(site)
    if clean:
        for name in ("store", "staged"):
            shutil.rmtree(work / name, ignore_errors=True)
    try:
        yield Workshop(
            site=site,
            fresh=fresh,
            files=fresh.with_name("files"),
            staged=work / "staged",
            store=ArtifactStore(work / "store", program_name()),
        )
    finally:
        discard(site)


def _writable(folder: Path) -> bool:
    """Whether a folder can be used, or made; the sources may stand on a read-only disk."""
    while not folder.exists():
        folder = folder.parent
    return os.access(folder, os.W_OK)
