"""The sentence with which publishing stops before it has changed anything."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.base.diagnostics import N_, Message

_FULL = Message("the disk is full")
_DISK = Message("the folder is a disk of its own; name a folder inside it")
_DENIED = Message("no permission, or another program holds a file in it open")
_REASONS = {
    "ENOSPC": _FULL,
    "EDQUOT": _FULL,
    "EFBIG": _FULL,
    "EROFS": Message("the disk cannot be written to"),
    "ENAMETOOLONG": Message("the path is too long"),
    "EBUSY": _DISK,
    "EXDEV": _DISK,
    "EACCES": _DENIED,
    "EPERM": _DENIED,
    "EIO": Message("error of the disk or the network"),
}


class Refused(Exception):
    """The site cannot be written, and the one before it is as it was."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.id)
        self.message = message


def not_written(site: Path, fault: OSError, work: Path) -> Refused:
    """Return the refusal that tells why the system did not let us write, and where.

    Between the builds something is kept in `work`, which may be on another disk than the site.
    """
    folder = site
    text = N_(
        "The site could not be written to {folder}: {reason}. The previous site is as it was."
    )
    if isinstance(fault.filename, str) and Path(fault.filename).is_relative_to(work):
        folder = work
        text = N_(
            "{folder}, where builds keep what they have made, cannot be written to: {reason}. "
            "The previous site is as it was."
        )
    return Refused(Message(text, {"folder": str(folder), "reason": reason(fault)}))


@contextmanager
def naming(place: Path) -> Iterator[None]:
    """Have a fault of the system name the file: what is done by a descriptor does not."""
    try:
        yield
    except OSError as fault:
        raise OSError(fault.errno, fault.strerror, str(place)) from fault


def left_over(path: Path) -> Refused:
    """Return the refusal that names what a build has left and the next one cannot delete."""
    text = N_("{path} is left of a build and cannot be deleted: {reason}. Delete it.")
    return Refused(Message(text, {"path": str(path), "reason": _DENIED}))


def reason(fault: OSError) -> Message:
    """Return why the system refused, in words of ours: its own depend on its language."""
    return _REASONS[_name(fault)]


def is_of_the_disk(fault: OSError) -> bool:
    """Whether the system refused for a reason that lies outside of the program."""
    return _name(fault) in _REASONS


def _name(fault: OSError) -> str:
    # The words of the system depend on its language; the names of its errors do not.
    return errno.errorcode.get(fault.errno or 0, "")
