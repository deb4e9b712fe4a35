"""Rewrites source files of a handbook: all of them or none, and only such as nobody has changed."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from dataclasses import dataclass

from generator.base.diagnostics import N_, Message
from generator.publish.gate import Gate
from generator.publish.refusal import Refused


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
    """Move a file with git, where git knows it; tell whether that was so."""
    return _git(gate, "ls-files", "--error-unmatch", "--", path) and _git(
        gate, "mv", "--", path, target
    )


def _git(gate: Gate, *words: str) -> bool:
    command = ["git", "-C", str(gate.root), *words]
    try:
        done = subprocess.run(command, capture_output=True, check=False, timeout=60)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):  # there is no git
        return False
    return done.returncode == 0
