"""Writes artifacts into a folder; files that already hold the same bytes are left alone."""

from __future__ import annotations

import stat
from collections.abc import Iterable
from typing import Protocol

from generator.base.artifact import Artifact
from generator.publish.gate import Gate


class PathClash(Exception):
    """Two artifacts claim one path, or a path leads out of the folder: a fault of a renderer."""


class FileTarget(Protocol):
    """What files are written into: a gate, or what keeps a list of them."""

    def write(self, path: str, content: bytes) -> bool:
        """Write a file where it differs; tell whether anything changed."""


def write_artifacts(target: FileTarget, artifacts: Iterable[Artifact]) -> list[str]:
    """Write all artifacts and return the paths that changed.

    Paths must differ also when capitals are not told apart, as on Windows.
    """
    seen: dict[str, str] = {}
    changed: list[str] = []
    for artifact in artifacts:
        claimed = seen.setdefault(artifact.path.casefold(), artifact.path)
        if claimed is not artifact.path:
            raise PathClash(artifact.path)
        if target.write(safe_path(artifact.path), artifact.body()):
            changed.append(artifact.path)
    return changed


def safe_path(path: str) -> str:
    """Return a relative path; one that leads out of its folder is a fault."""
    if ".." in path.split("/") or path.startswith("/") or "\\" in path:
        raise PathClash(path)
    return path


def paths_below(gate: Gate, folder: str = "") -> tuple[str, ...]:
    """Return the paths of all files below a folder, relative to it, sorted."""
    return tuple(sorted(path for path, status in gate.walk(folder) if stat.S_ISREG(status.st_mode)))
