"""Lets only one build at a time work in a folder."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event

LOCK = "lock"
_PAUSE = 0.2  # seconds between two tries


@contextmanager
def locked(folder: Path, *, waiting: Callable[[], None]) -> Iterator[None]:
    """Hold the lock of a folder; where another build holds it, say so once and wait.

    The system frees the lock of a build that was killed. The lock's file goes with the lock.
    """
    path = folder / LOCK
    descriptor = _acquire(path, waiting)
    try:
        yield
    finally:
        _release(path, descriptor)


def _acquire(path: Path, waiting: Callable[[], None]) -> int:
    said = False
    while True:
        path.parent.mkdir(parents=True, exist_ok=True)
        with suppress(FileNotFoundError):
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o666)
            taken = _take(descriptor)
            if taken and _still_there(path, descriptor):
                return descriptor
            os.close(descriptor)
            if taken:
                continue
        if not said:
            waiting()
            said = True
        Event().wait(_PAUSE)


def _release(path: Path, descriptor: int) -> None:
    """Free the lock; the folder goes too where nothing else is in it."""
    if sys.platform != "win32":
        path.unlink(missing_ok=True)
    os.close(descriptor)
    with suppress(OSError):  # Windows deletes no open file: one that somebody waits for stays
        path.unlink(missing_ok=True)
        path.parent.rmdir()


def _still_there(path: Path, descriptor: int) -> bool:
    """Whether the file that was locked is still the one at the path."""
    try:
        return os.path.samestat(path.stat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False


if sys.platform == "win32":
    import msvcrt

    def _take(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _take(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return True  # a network disk without locks: nothing can be told apart there
        return True
