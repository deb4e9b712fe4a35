"""Lets only one build at a time work in a folder."""

from __future__ import annotations

import os
import sys
import time  # noqa: TID251 - only to say for how long another build has been at work
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from threading import Event

from generator.base.diagnostics import N_, Message
from generator.publish.gate import Gate
from generator.publish.refusal import Refused, naming

LOCK = "lock"
PATIENCE = 600.0
"""Seconds after which a build no longer waits for another one."""

_PAUSE = 0.2  # seconds between two tries
_TRIES = 10  # to make the file, while another build may be deleting the folder
_MARK = b"handbook build "
_LONGEST = 64
_LOCKED_BYTE = 1 << 30  # Windows lets nobody read what is locked: the text stands before it

_held: set[int] = set()


@contextmanager
def locked(gate: Gate, folder: str, *, waiting: Callable[[Message], None]) -> Iterator[None]:
    """Hold the lock of a folder; where another build holds it, say so once and wait.

    The system frees the lock of a build that was killed; processes that begin as copies of this
    one, and programs that it starts, do not hold it. The lock's file goes with the lock.

    Raises:
        Refused: the other build does not end, or a file of somebody else's stands there.
    """
    path = f"{folder}/{LOCK}"
    descriptor = _acquire(gate, path, waiting)
    _held.add(descriptor)
    try:
        yield
    finally:
        _held.discard(descriptor)
        _release(gate, path, descriptor)


def _acquire(gate: Gate, path: str, waiting: Callable[[Message], None]) -> int:
    waited, said, missing = 0.0, False, 0
    while True:
        missing += 1
        with suppress(FileNotFoundError):
            descriptor = gate.open(path)
            missing = 0
            try:
                holder = _holder(gate, path, descriptor)
                if _take(descriptor):
                    if _still_there(gate, path, descriptor):
                        with naming(gate.path(path)):
                            _sign(descriptor)
                        return descriptor
                    os.close(descriptor)
                    continue
            except BaseException:
                os.close(descriptor)
                raise
            os.close(descriptor)
            if waited >= PATIENCE:
                text = N_(
                    "Another build of this handbook ({holder}) has been at work for {seconds} "
                    "{seconds:second|seconds} and does not end. End it, then try again."
                )
                raise Refused(Message(text, holder))
            if not said:
                text = N_(
                    "Another build of this handbook ({holder}) has been at work for {seconds} "
                    "{seconds:second|seconds}; waiting for it"
                )
                waiting(Message(text, holder))
                said = True
        if missing > _TRIES:
            text = N_(
                "{path} cannot be made: the system allows no file there. Name another folder."
            )
            raise Refused(Message(text, {"path": str(gate.path(path))}))
        Event().wait(_PAUSE)
        waited += _PAUSE


def _holder(gate: Gate, path: str, descriptor: int) -> dict[str, str | int | Message]:
    """Return who holds the lock, and for how many seconds; refuse a file that is no lock."""
    os.lseek(descriptor, 0, os.SEEK_SET)
    text = os.read(descriptor, _LONGEST)
    if text and not (text.startswith(_MARK) and len(text) < _LONGEST):
        where = {"path": str(gate.path(path))}
        raise Refused(Message("{path} was not made by a build. Move it away.", where))
    number = text.removeprefix(_MARK).strip().decode("ascii", "replace")
    # Not from the disk of a server, whose clock may be another one: then at least no minus.
    seconds = max(0, round(time.time() - os.fstat(descriptor).st_mtime))
    holder = Message("process {number}", {"number": number or "?"})
    return {"holder": holder, "seconds": seconds}


def _sign(descriptor: int) -> None:
    os.ftruncate(descriptor, 0)
    os.lseek(descriptor, 0, os.SEEK_SET)
    os.write(descriptor, _MARK + str(os.getpid()).encode())


def _release(gate: Gate, path: str, descriptor: int) -> None:
    """Free the lock; the folder goes too where nothing else is in it."""
    with suppress(OSError, Refused):  # Windows deletes no open file: it goes below
        if sys.platform != "win32":
            gate.remove(path)
    os.close(descriptor)
    with suppress(OSError, Refused):  # one that somebody waits for stays
        if sys.platform == "win32":
            gate.remove(path)
        gate.remove_folder(path.rpartition("/")[0])


def _still_there(gate: Gate, path: str, descriptor: int) -> bool:
    """Whether the file that was locked is still the one at the path."""
    status = gate.status(path)
    return status is not None and os.path.samestat(status, os.fstat(descriptor))


def _let_go() -> None:
    """In a process that began as a copy of this one: leave the locks to this one."""
    for descriptor in _held:
        with suppress(OSError):
            os.close(descriptor)
    _held.clear()


if sys.platform == "win32":
    import msvcrt

    def _take(descriptor: int) -> bool:
        os.lseek(descriptor, _LOCKED_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    os.register_at_fork(after_in_child=_let_go)

    def _take(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return True  # a network disk without locks: nothing can be told apart there
        return True
