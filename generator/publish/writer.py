"""Writes artifacts into a folder; files that already hold the same bytes are left alone."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from generator.base.artifact import Artifact


class PathClash(Exception):
    """Two artifacts claim one path, or a path leads out of the folder: a fault of a renderer."""


def write_artifacts(folder: Path, artifacts: Iterable[Artifact]) -> list[str]:
    """Write all artifacts below a folder and return the paths that changed.

    Paths must differ also when capitals are not told apart, as on Windows.
    """
    seen: dict[str, str] = {}
    changed: list[str] = []
    for artifact in artifacts:
        claimed = seen.setdefault(artifact.path.casefold(), artifact.path)
        if claimed is not artifact.path:
            raise PathClash(artifact.path)
        if write_file(inside(folder, artifact.path), artifact.body()):
            changed.append(artifact.path)
    return changed


def inside(folder: Path, path: str) -> Path:
    """Return the file for a relative path; a path that leads out of the folder is a fault."""
    target = folder.joinpath(*path.split("/"))
    if ".." in path.split("/") or path.startswith("/") or "\\" in path:
        raise PathClash(path)
    return target


def write_file(target: Path, content: bytes) -> bool:
    """Write bytes atomically where they differ; tell whether anything changed."""
    try:
        if target.stat().st_size == len(content) and target.read_bytes() == content:
            return False
    except OSError:
        target.parent.mkdir(parents=True, exist_ok=True)
    fresh = target.with_name(f"{target.name}.new")
    fresh.write_bytes(content)
    fresh.replace(target)
    return True


def paths_below(folder: Path) -> tuple[str, ...]:
    """Return the paths of all files below a folder, relative to it, sorted."""
    return tuple(
        sorted(each.relative_to(folder).as_posix() for each in folder.rglob("*") if each.is_file())
    )


def move_files(folder: Path, target: Path) -> None:
    """Move all files below a folder to the same paths below another; none may be there yet."""
    for path in paths_below(folder):
        place = inside(target, path)
        if place.exists():
            raise PathClash(path)
        place.parent.mkdir(parents=True, exist_ok=True)
        folder.joinpath(path).rename(place)
