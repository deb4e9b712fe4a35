"""Decides whether a folder may become the site: only a new, an empty, or one of our own."""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from pathlib import Path

from generator.base.diagnostics import N_, Message
from generator.publish.refusal import Refused

MARKER = ".handbook-site"
MARK = b"Written by `handbook build`, which replaces all that is in this folder.\n"
SOURCES = ("processes", "content")

_LINK = N_("{folder} is a link to another place. Name the folder itself.")

_WINDOWS_LINKS = (0xA000000C, 0xA0000003)  # IO_REPARSE_TAG_SYMLINK, ..._MOUNT_POINT


def site_folder(root: Path, site: Path, *, work: Path) -> Path:
    """Return the absolute path of a folder that the site may replace; refuse any other.

    `root` is the handbook's folder, `work` the one for what lies between builds.

    Raises:
        Refused: the folder holds sources, is a link, or has contents that are not ours.
    """
    place, home = _absolute(site), root.resolve()
    kept = [home / name for name in SOURCES]
    shown = {"folder": str(site)}
    if is_link(place):
        raise Refused(Message(_LINK, shown))
    if place == Path(place.anchor) or _same_as_any(place, (home, *home.parents)):
        raise Refused(
            Message("{folder} holds the handbook. Name another folder for the site.", shown)
        )
    if any(_same_as_any(each, kept) for each in (place, *place.parents)):
        text = N_("{folder} holds the handbook's sources. Name another folder for the site.")
        raise Refused(Message(text, shown))
    if _same_as_any(place, (work,)):
        text = N_(
            "{folder} is where builds keep their own files. Name another folder for the site."
        )
        raise Refused(Message(text, shown))
    _refuse_foreign(place, shown)
    return place


def work_folder(root: Path) -> Path:
    """Return the folder for what lies between builds: the store and the staged pages.

    Raises:
        Refused: it, or a folder in it, is a link to another place.
    """
    work = root.resolve() / "build"
    for folder in (work, work / "store", work / "staged"):
        if is_link(folder):
            raise Refused(Message(_LINK, {"folder": str(folder)}))
    return work


def keep_marks(old: Path, fresh: Path) -> None:
    """Mark a fresh site as ours, and take over hidden files such as `.gitignore`."""
    fresh.joinpath(MARKER).write_bytes(MARK)
    for entry in sorted(old.glob(".*")) if old.is_dir() else ():
        target = fresh / entry.name
        if entry.name != MARKER and not target.exists() and not is_link(entry):
            target.write_bytes(entry.read_bytes())


def is_link(path: Path) -> bool:
    """Whether a path is a symbolic link, or a junction of Windows."""
    try:
        status = os.lstat(path)
    except OSError:
        return False
    return stat.S_ISLNK(status.st_mode) or getattr(status, "st_reparse_tag", 0) in _WINDOWS_LINKS


def _absolute(path: Path) -> Path:
    """The path without links and dots, except that a link at its end stays a link."""
    if path.name in {"", ".", ".."}:
        return path.resolve()
    return path.parent.resolve() / path.name


def _same_as_any(path: Path, others: tuple[Path, ...] | list[Path]) -> bool:
    """Whether a path is one of the others, also where capitals are not told apart."""
    for other in others:
        try:
            if path == other or path.samefile(other):
                return True
        except OSError:
            continue
    return False


def _refuse_foreign(place: Path, shown: Mapping[str, str]) -> None:
    try:
        entries = sorted(os.scandir(place), key=lambda entry: entry.name)
    except FileNotFoundError:
        return
    except NotADirectoryError:
        text = N_("{folder} is a file. Name a folder for the site.")
        raise Refused(Message(text, shown)) from None
    except OSError:
        raise Refused(Message("{folder} cannot be opened.", shown)) from None
    ours = any(each.name == MARKER and each.is_file(follow_symlinks=False) for each in entries)
    for entry in entries:
        hidden = entry.name.startswith(".")
        file = entry.is_file(follow_symlinks=False)
        if (hidden and not file) or not (hidden or ours):
            text = N_(
                "{folder} holds “{name}”, which a build did not make and would delete. "
                "Name an empty folder for the site, or move that away."
            )
            name = entry.name.encode(errors="backslashreplace").decode()
            raise Refused(Message(text, {**shown, "name": name}))
