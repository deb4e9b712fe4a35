"""Reads an earlier state of a handbook's folder from git into a folder of its own."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath

from generator.base.diagnostics import N_, Message
from generator.publish.repository import SECONDS, git

_LINK, _COMMIT = "120000", "160000"


class Unreadable(Exception):
    """A state cannot be read; never to be taken for “nothing changed”."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.id)
        self.message = message


@dataclass(frozen=True, slots=True)
class _Blob:
    mode: str
    name: str
    path: str


def revision_of(root: Path, name: str) -> str:
    """Return the full hash of the commit that a name means in the repository around a folder.

    Raises:
        Unreadable: there is no git, no repository, or no such revision.
    """
    if _run(root, name, "rev-parse", "--git-dir").returncode:
        text = N_(
            "“{name}” cannot be read: this folder is in no git repository. Name a folder that "
            "holds the earlier handbook."
        )
        raise Unreadable(Message(text, {"name": name}))
    wanted = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    done = _run(root, name, *wanted)
    if done.returncode:
        shallow = _git(root, name, "rev-parse", "--is-shallow-repository").strip() == b"true"
        if shallow:
            text = N_(
                "There is no revision “{name}” here: this copy of the repository lacks older "
                "revisions; fetch them first (in CI: fetch-depth: 0)."
            )
        else:
            text = N_(
                "There is neither a revision nor a handbook’s folder “{name}” here. See the "
                "revisions with `git log`, or fetch it first."
            )
        raise Unreadable(Message(text, {"name": name}))
    return done.stdout.decode("ascii", "replace").strip()


def extract(root: Path, commit: str, names: tuple[str, ...], into: Path) -> int:
    """Write the files of a commit below some folders or files of `root`; return how many.

    Links and submodules are left out: nothing outside the commit is ever read.

    Raises:
        Unreadable: git cannot give the files.
    """
    listed = _git(root, commit, "ls-tree", "-r", "-z", "--end-of-options", commit, "--", *names)
    blobs = [each for each in _blobs(listed) if each.mode not in {_LINK, _COMMIT}]
    if not blobs:
        return 0
    asked = "".join(f"{each.name}\n" for each in blobs).encode()
    raw = _git(root, commit, "cat-file", "--batch", given=asked)
    place = 0
    for each in blobs:
        end = raw.index(b"\n", place)
        size = int(raw[place:end].split()[2])
        _write(into, each.path, raw[end + 1 : end + 1 + size])
        place = end + 1 + size + 1
    return len(blobs)


def last_changes(
    root: Path, commit: str, files: Iterable[str], wanted: Collection[str]
) -> dict[str, date]:
    """Return on which day files had been changed last in a commit; only those `wanted`.

    Raises:
        Unreadable: git cannot tell.
    """
    found: dict[str, date] = {}
    for file in dict.fromkeys(files):
        if file not in wanted:
            continue
        words = ("log", "-1", "--format=%cs", "--end-of-options", commit, "--", file)
        said = _git(root, commit, *words).decode("ascii", "replace").strip()
        if said:
            found[file] = date.fromisoformat(said)
    return found


def _blobs(listed: bytes) -> Iterator[_Blob]:
    for row in listed.split(b"\0"):
        head, tab, path = row.partition(b"\t")
        if tab:
            mode, _, name = head.decode("ascii").split()
            yield _Blob(mode, name, os.fsdecode(path))


def _write(into: Path, path: str, raw: bytes) -> None:
    parts = PurePosixPath(path).parts
    if ".." in parts or path.startswith("/") or "\\" in path or ":" in parts[0]:
        return
    target = into.joinpath(*parts)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(raw)


def _git(root: Path, name: str, *words: str, given: bytes | None = None) -> bytes:
    done = _run(root, name, *words, given=given)
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        text = N_("git cannot read “{name}”: {says}")
        says = " ".join(said[:1]).removeprefix("fatal: ") or str(done.returncode)
        raise Unreadable(Message(text, {"name": name, "says": says}))
    return done.stdout


def _run(
    root: Path, name: str, *words: str, given: bytes | None = None
) -> subprocess.CompletedProcess[bytes]:
    try:
        return git(root, *words, given=given)
    except FileNotFoundError:
        text = N_(
            "“{name}” cannot be read: the program git is not there. Install it, or name a folder "
            "that holds the earlier handbook."
        )
        raise Unreadable(Message(text, {"name": name})) from None
    except subprocess.TimeoutExpired:
        text = N_("git did not give “{name}” within {seconds} seconds.")
        raise Unreadable(Message(text, {"name": name, "seconds": SECONDS})) from None
