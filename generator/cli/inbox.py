"""What lies in the folders that `handbook collect` is given: each file once, none passed over."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.cli.exits import CannotRun

WORD = {".docx", ".doc", ".docm", ".dotx", ".dotm", ".wps"}


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file that came in; `fault` says why a folder could not be looked into."""

    path: Path
    is_word: bool = True
    fault: OSError | None = None


def found_in(paths: tuple[Path, ...]) -> list[Incoming]:
    """Return the files named, whatever they are, and those below folders, in their order.

    Left out are only hidden files and the lock files that Word leaves beside an open document.
    """
    seen: set[str] = set()
    found: list[Incoming] = []
    for path in paths:
        for each in _below(path) if path.is_dir() else [Incoming(path)]:
            name = os.path.realpath(each.path)
            if name not in seen:
                seen.add(name)
                found.append(each)
    return found


def _below(folder: Path) -> Iterator[Incoming]:
    faults: list[OSError] = []
    for place, folders, names in os.walk(folder, onerror=faults.append):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        for name in sorted(names):
            if not name.startswith(("~$", ".")):
                path = Path(place, name)
                yield Incoming(path, is_word=path.suffix.lower() in WORD)
    for fault in faults:
        yield Incoming(Path(fault.filename or folder), fault=fault)


def mark(path: Path) -> tuple[int, int] | None:
    """Return what changes when somebody writes to a file; None where there is none."""
    try:
        stat = path.stat()
    except OSError:
        return None
    return stat.st_mtime_ns, stat.st_size


def refuse_inputs(outputs: tuple[Path, ...], paths: tuple[Path, ...]) -> None:
    """Refuse to write over one of the forms that are to be read.

    Raises:
        CannotRun: a file to write is one to read.
    """
    inputs = [each.path for each in found_in(paths) if each.is_word and each.path.is_file()]
    for output in outputs:
        if output.is_file() and any(each.samefile(output) for each in inputs):
            raise CannotRun("{file} is one of the forms. Name another file.", file=str(output))
