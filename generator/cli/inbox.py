"""What lies in the folders that `handbook collect` is given: each file once, none passed over."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.cli.exits import CannotRun
from generator.cli.words import say

# What programs for writing save: only .docx is read, of the others it is said how to hand them in.
WORD = {".docx", ".doc", ".docm", ".dotx", ".dotm", ".wps", ".wpt", ".rtf", ".odt", ".fodt"}


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
        named = _named(path)
        for each in _below(path) if named.fault is None and path.is_dir() else [named]:
            name = os.path.realpath(each.path)
            if name not in seen:
                seen.add(name)
                found.append(each)
    return found


def is_there(path: Path) -> bool:
    """Tell whether there is something under a name, be it that nobody may look at it."""
    return not isinstance(_named(path).fault, FileNotFoundError)


def _named(path: Path) -> Incoming:
    """Return a file that the command line names; one that is not there stops no other."""
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError, ValueError):
        fault = FileNotFoundError(errno.ENOENT, say("there is no such file or folder"))
        return Incoming(path, fault=fault)
    except OSError as error:
        return Incoming(path, fault=error)
    return Incoming(path)


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
    words = [each.path for each in found_in(paths) if each.is_word and each.fault is None]
    inputs = [each for each in words if each.is_file()]
    for output in outputs:
        if output.is_file() and any(each.samefile(output) for each in inputs):
            raise CannotRun("{file} is one of the forms. Name another file.", file=str(output))
