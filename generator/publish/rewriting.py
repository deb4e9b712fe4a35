"""Rewrites source files of a handbook: all of them or none, and only such as nobody has changed."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.base.diagnostics import N_, Message
from generator.publish.gate import Gate
from generator.publish.refusal import Refused
from generator.publish.repository import git


@dataclass(frozen=True, slots=True)
class Rewrite:
    """A file as it was read, as it is to be, and its new path where it moves."""

    path: str
    before: bytes
    after: bytes
    target: str = ""


def rewrite(gate: Gate, rewrites: Sequence[Rewrite]) -> tuple[str, ...]:
    """Write all files, move those that move; return the paths that git has moved.

    Raises:
        Refused: a file was changed since it was read, or something is where one is to go.
            Nothing has been written then.
        OSError: the system refused; what had been written is as it was before.
    """
    for each in rewrites:
        if gate.read(each.path) != each.before:
            text = N_("{path} was changed while the command was running. Run it again.")
            raise Refused(Message(text, {"path": each.path}))
        if each.target and gate.status(each.target) is not None:
            raise Refused(Message("{path} is already there.", {"path": each.target}))
    written: list[Rewrite] = []
    moved: list[Rewrite] = []
    by_git: list[str] = []
    try:
        for each in rewrites:
            written.append(each)
            gate.write(each.path, each.after)
        for each in (one for one in rewrites if one.target):
            if _moved_by_git(gate, each.path, each.target):
                by_git.append(each.target)
            else:
                gate.move(each.path, each.target)
            moved.append(each)
    except BaseException:
        _undo(gate, written, moved, by_git)
        raise
    return tuple(by_git)


def _undo(
    gate: Gate, written: Sequence[Rewrite], moved: Sequence[Rewrite], by_git: Sequence[str]
) -> None:
    for each in moved:
        if each.target not in by_git or not _moved_by_git(gate, each.target, each.path):
            gate.move(each.target, each.path)
    for each in written:
        gate.write(each.path, each.before)


def _moved_by_git(gate: Gate, path: str, target: str) -> bool:
    """Move a file in git's own list too, where git knows it; tell whether that was so.

    As `git mv` does it, which would run the filters that the repository names, a stranger's maybe.
    """
    listed = _git(gate.root, "ls-files", "--stage", "--full-name", "-z", "--", path)
    entries = [each for each in (listed or b"").split(b"\0") if each]
    if len(entries) != 1:  # none, or several sides of a merge that is not settled
        return False
    state, _, whole = entries[0].partition(b"\t")
    mode, name, _ = state.split()
    if not whole.endswith(os.fsencode(path)):
        return False
    there = whole.removesuffix(os.fsencode(path)) + os.fsencode(target)
    gone = b"0 " + b"0" * len(name) + b"\t" + whole
    gate.move(path, target)
    lines = b"\0".join((gone, mode + b" " + name + b"\t" + there, b""))
    if not _listed(gate, lines):
        gate.move(target, path)
        return False
    return True


def _listed(gate: Gate, lines: bytes) -> bool:
    """Put lines into git's list of files; tell whether it took them.

    It would look at files that may have changed, by filters again: where no files are, at none.
    """
    place = _git(gate.root, "rev-parse", "--absolute-git-dir")
    if place is None:
        return False
    with TemporaryDirectory() as nothing:
        folder = os.fsdecode(place.removesuffix(b"\n"))
        there = (f"--git-dir={folder}", f"--work-tree={nothing}")
        words = (*there, "update-index", "-z", "--index-info")
        return _git(Path(nothing), *words, given=lines) is not None


def _git(folder: Path, *words: str, given: bytes | None = None) -> bytes | None:
    """Return what git says; None where it cannot, or is not there."""
    try:
        done = git(folder, *words, given=given)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return None if done.returncode else done.stdout
