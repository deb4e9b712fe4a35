"""The gate at a folder that somebody named: on the way to it, too, no link is followed."""

from __future__ import annotations

import os
import stat
from itertools import takewhile
from pathlib import Path

from generator.base.diagnostics import N_, Message
from generator.base.printed import shown
from generator.publish.gate import Gate, is_link
from generator.publish.refusal import Refused

SOURCES = ("processes", "content")
MARKER = ".handbook-site"
"""The manifest of a site."""
BESIDE = ".handbook"
"""Ending of the hidden folder beside a site in which builds work."""
OF_BUILDS = N_("{folder} is where builds keep their own files. Name another folder.")

_WORK = ("build/store", "build/staged", "build/exported", "build/lock", ".git")
_LINK = N_("{folder} is a link to another place. Name the folder itself.")


def gate_at(folder: Path, home: Path | None = None) -> Gate:
    """Return the gate at a folder that somebody named, which is made where it is missing.

    Of a path that begins at the current folder, or that leads into `home`, no part may be a link;
    of another one, only the last: the folders above are as their owner set them up.

    Raises:
        Refused: there is a link, or a file.
    """
    resolved(folder)
    top, inside = _known(folder, home)
    if top is not None:
        gate = Gate(top.resolve())
        gate.make_folders(inside)
        return gate.below(inside) if inside else gate
    named = {"folder": str(folder)}
    try:
        status = folder.lstat()
    except FileNotFoundError:
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except FileNotFoundError:
            text = N_("{folder} cannot be made: the system allows no folder there. Name another.")
            raise Refused(Message(text, named)) from None
        status = folder.lstat()
    if is_link(status):
        raise Refused(Message(_LINK, named))
    if not stat.S_ISDIR(status.st_mode):
        raise Refused(Message("{folder} is a file. Name a folder.", named))
    return Gate(folder.resolve())


def _known(folder: Path, home: Path | None) -> tuple[Path | None, str]:
    """Return the folder below which no link may be, and the path from there.

    Folders that are left again by `..` count too: behind a link it would lead elsewhere.
    """
    whole = Path(os.path.normpath(Path.cwd() / folder))
    if ".." in folder.parts and folder.resolve() != whole.resolve():
        raise Refused(Message(_LINK, {"folder": str(folder)}))
    tops = [home.absolute(), home.resolve()] if home else []
    if not folder.is_absolute():
        ups = takewhile("..".__eq__, folder.parts)
        tops.append(Path(os.path.normpath(Path.cwd().joinpath(*ups))))
    for top in tops:
        if whole.is_relative_to(top):
            inside = whole.relative_to(top).as_posix()
            return top, "" if inside == "." else inside
    return None, ""


def refuse_place(place: Path, home: Path, named: Path) -> None:
    """Refuse a folder to write to that lies in a site, or where builds and Git work.

    Raises:
        Refused: it does; a site itself may be made anew, but nothing is written among its pages.
    """
    name = {"folder": str(named)}
    at_work = [home / each for each in _WORK]
    for each in (place, *place.parents):
        if same_as_any(each, at_work) or (each.name.startswith(".") and each.name.endswith(BESIDE)):
            raise Refused(Message(OF_BUILDS, name))
        if each != place and (each / MARKER).is_file():
            text = N_("{folder} lies in a published site. Name another folder to write to.")
            raise Refused(Message(text, name))


def refuse_output(root: Path, folder: Path) -> None:
    """Refuse a folder for what somebody asked for, where it would lie among other things.

    Raises:
        Refused: it holds sources, pages of a site, or what builds and Git work with.
    """
    place, home = resolved(folder), resolved(root)
    if any(same_as_any(each, source_folders(home)) for each in (place, *place.parents)):
        text = N_("{folder} holds the handbook's sources. Name another folder to write to.")
        raise Refused(Message(text, {"folder": shown(str(folder))}))
    refuse_place(place / "x", home, folder)


def resolved(path: Path) -> Path:
    """Return a path without links and dots.

    Raises:
        Refused: links lead in a circle.
    """
    try:
        return path.resolve()
    except (RuntimeError, OSError):
        raise Refused(Message(_LINK, {"folder": str(path)})) from None


def source_folders(home: Path) -> list[Path]:
    """Return the folders of a handbook in which people write."""
    return [home / name for name in SOURCES]


def same_as_any(path: Path, others: tuple[Path, ...] | list[Path]) -> bool:
    """Whether a path is one of the others, also where capitals are not told apart."""
    for other in others:
        try:
            if path == other or path.samefile(other):
                return True
        except OSError:
            continue
    return False
