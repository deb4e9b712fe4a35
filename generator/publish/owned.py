"""A folder that the product writes into again and again: what in it is its own stands in a list."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from generator.base.diagnostics import N_, Message
from generator.base.printed import shown
from generator.publish.gate import Gate, is_link
from generator.publish.manifest import (
    WORK,
    Entry,
    Manifest,
    entry_line,
    is_half_written,
    read_manifest,
)
from generator.publish.named_folder import gate_at, refuse_output
from generator.publish.refusal import Refused

BUILD = "build"
"""The folder of a handbook for what lies between builds."""
LIST = ".handbook-files"
"""The manifest of such a folder."""

_NAMED = 20  # files in a sentence


class Owned:
    """The files of the product in a folder; those of others are neither changed nor deleted.

    The list of them stands in the folder itself, or where another gate leads.
    """

    def __init__(
        self, gate: Gate, name: str = LIST, of: str = WORK, *, lists: Gate | None = None
    ) -> None:
        self.gate = gate
        self._lists = lists or gate
        self._name = name
        manifest = read_manifest(self._lists, name, of)
        self._begun = manifest is not None
        self._manifest = manifest or Manifest(of=of)
        self._entries: dict[str, tuple[Entry, ...]] = dict(self._manifest.entries)

    def write(self, path: str, content: bytes) -> bool:
        """Write a file where it differs; tell whether anything changed.

        Raises:
            Refused: a file of somebody else's stands there, or a link is in the way.
        """
        there = self.gate.read(path)
        if there is not None and there != content and _entry(there) not in self._of(path):
            raise strange(self.gate, [path])
        self._note(path, _entry(content))
        return there != content and self.gate.write(path, content)

    def remove_others(self, kept: Iterable[str]) -> None:
        """Delete the files that are no longer wanted, and the folders that they leave empty.

        Raises:
            Refused: there is something that the product did not write.
        """
        wanted = {self._name, *kept}
        listed = Manifest(of=WORK, entries=self._entries)
        folders = listed.folders
        unknown: list[str] = []
        for path, status in self.gate.walk():
            if stat.S_ISDIR(status.st_mode) and not is_link(status):
                if path in folders:
                    self.gate.remove_folder(path)
            elif path in wanted:
                continue
            elif is_half_written(path, status, {*self._entries, self._name}) or listed.is_ours(
                self.gate, path
            ):
                self.gate.remove(path)
            else:
                unknown.append(path)
        if unknown:
            raise strange(self.gate, unknown)
        entries = {path: self._entries[path][-1:] for path in self._entries if path in wanted}
        whole = Manifest(of=self._manifest.of, identity=self._manifest.identity, entries=entries)
        self._lists.write(self._name, whole.whole())

    def clear(self) -> None:
        """Delete all that the product wrote, and the list of it.

        Raises:
            Refused: there is something else.
        """
        self.remove_others(())
        self._lists.remove(self._name)

    def _of(self, path: str) -> tuple[Entry, ...]:
        return self._entries.get(path, ())

    def _note(self, path: str, entry: Entry) -> None:
        """Write down what a file is going to be, before it is."""
        if entry not in self._of(path):
            head = b"" if self._begun else self._manifest.head()
            try:
                self._lists.append(self._name, head + entry_line(path, entry))
            except OSError:
                if self._lists is self.gate:
                    raise  # else the sources are on a disk to read from: no list is kept
            self._begun = True
            self._entries[path] = (*self._of(path), entry)


def exported(root: Path, folder: Path) -> Owned:
    """Return a folder that somebody named to write to; the list of what was written is kept.

    It stands with what builds of the handbook in `root` keep, so that nothing comes into the
    folder that was not asked for. Where it is lost, only equal files are written over.

    Raises:
        Refused: the folder, or one of those of builds, is a link; or it holds sources.
    """
    refuse_output(root, folder)
    gate = gate_at(folder, root)
    named = sha256(os.fsencode(gate.root)).hexdigest()
    return Owned(gate, f"{BUILD}/exported/{named}", lists=gate_at(root.resolve()))


def strange(gate: Gate, paths: list[str]) -> Refused:
    """Return the refusal that names what the product did not write into a folder of its own."""
    text = N_("{folder} holds what a build did not write ({count}): {names}. Move it away.")
    folder = shown(str(gate.root))
    return Refused(Message(text, {"folder": folder, "count": len(paths), "names": named(paths)}))


def named(paths: list[str]) -> str:
    """Return the first of some paths in one line."""
    more = ", …" if len(paths) > _NAMED else ""
    return ", ".join(shown(path) for path in paths[:_NAMED]) + more


def _entry(content: bytes) -> Entry:
    return Entry(len(content), sha256(content).hexdigest())
