"""Reads the state that a handbook is compared with: a revision of git, or a folder."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

from generator.base.diagnostics import N_, Message
from generator.checking.folder import HandbookFolder, read_folder
from generator.source.files import CONTENT
from generator.source.history import Unreadable, extract, revision_of

_PROCESSES = "processes"

__all__ = ["HandbookState", "Unreadable", "read_state"]


@dataclass(frozen=True, slots=True, kw_only=True)
class HandbookState:
    """A handbook as it was: `name` as it was asked for, `commit` its hash (None: a folder).

    `unread` are the files that could not be read whole: of them nothing is known.
    """

    name: str
    folder: HandbookFolder
    commit: str | None = None

    @property
    def unread(self) -> frozenset[str]:
        """The files of which not all is known."""
        return self.folder.unread


def read_state(root: Path, name: str) -> HandbookState:
    """Read a folder, or a revision of the repository around `root`.

    Raises:
        Unreadable: there is no such folder or revision, or no handbook in it.
    """
    folder = Path(name)
    if name and (folder / _PROCESSES).is_dir():
        state = HandbookState(name=name, folder=read_folder(folder))
    else:
        state = _of_commit(root, name)
    if state.folder.checked.handbook is None:
        text = N_("The handbook of “{name}” cannot be put together: its handbook.yml is broken.")
        raise Unreadable(Message(text, {"name": name}))
    return state


def _of_commit(root: Path, name: str) -> HandbookState:
    commit = revision_of(root, name)
    with tempfile.TemporaryDirectory(prefix="handbook-base-") as place:
        folder = Path(place)
        if not extract(root, commit, (_PROCESSES, CONTENT), folder):
            raise Unreadable(
                Message(N_("There is no handbook in the revision “{name}”."), {"name": name})
            )
        read = read_folder(folder)
        named = read.checked.handbook
        style = named.settings.house_style if named else None
        pictures = tuple(filter(None, (style.logo, style.base_document))) if style else ()
        if pictures and extract(root, commit, pictures, folder):
            read = read_folder(folder)
    return HandbookState(name=name, commit=commit, folder=read)
