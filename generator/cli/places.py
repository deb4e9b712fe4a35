"""Where files are for those who read a report: a person in a folder, or a repository's pages."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from generator.base.diagnostics import Diagnostic, Severity
from generator.checking.pipeline import Checked
from generator.cli.exits import CannotRun


def seen_from_here(root: Path) -> str:
    """Return what goes before the paths of a handbook, as seen from the current folder."""
    return _between(Path.cwd(), root)


def seen_from_repository(root: Path) -> str:
    """Return what goes before them as seen from the root of the repository; "" without one."""
    here = root.resolve()
    top = next((each for each in (here, *here.parents) if (each / ".git").exists()), here)
    return _between(top, here)


def _between(start: Path, root: Path) -> str:
    try:
        way = os.path.relpath(root.resolve(), start.resolve())
    except ValueError:  # another drive of Windows
        way = str(root.resolve())
    return "" if way == os.curdir else f"{Path(way).as_posix().rstrip('/')}/"


def paths_in(root: Path, files: Iterable[Path]) -> tuple[str, ...]:
    """Return files and folders, named from the current folder, by their path in the handbook.

    Raises:
        CannotRun: one is not there, or lies outside of the handbook's folder.
    """
    return tuple(_path_in(root.resolve(), each) for each in files)


def _path_in(root: Path, file: Path) -> str:
    if not os.path.lexists(file):
        raise CannotRun("There is no file {file}.", file=str(file))
    found = file.parent.resolve() / file.name if file.name else file.resolve()
    if found != root and not found.is_relative_to(root):
        raise CannotRun(
            "{file} is not in the handbook's folder {root}.", file=str(file), root=str(root)
        )
    return found.relative_to(root).as_posix()


def limited(checked: Checked, paths: tuple[str, ...]) -> Checked:
    """Return a check with the findings alone that lie in files or folders, or touch them."""
    kept = tuple(each for each in checked.diagnostics if _touches(checked, each, paths))
    here, all_ = (
        Counter(each.weight for each in kept),
        Counter(each.weight for each in checked.diagnostics),
    )
    others = all_ - here
    elsewhere = others[Severity.ERROR], others[Severity.WARNING]
    return replace(checked, diagnostics=kept, elsewhere=elsewhere)


def _touches(checked: Checked, found: Diagnostic, paths: tuple[str, ...]) -> bool:
    places = (found.where, *(each.where for each in found.related))
    files = {checked.span(each).file for each in places}
    return any(
        path in (".", file) or file.startswith(f"{path}/") for path in paths for file in files
    )
