"""Runs the command in this process on a terminal of its own, and returns all that it printed."""

from __future__ import annotations

import os
import sys
import termios
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from generator.cli.main import main


@contextmanager
def terminal() -> Iterator[bytearray]:
    """Put a pseudo-terminal in the place of both streams; what is printed comes into the array.

    The terminal is told to leave line ends as they are.
    """
    master, slave = os.openpty()
    state = termios.tcgetattr(slave)
    state[1] &= ~termios.OPOST
    termios.tcsetattr(slave, termios.TCSANOW, state)
    seen = bytearray()

    def listen() -> None:
        while True:
            try:
                piece = os.read(master, 65_536)
            except OSError:  # nobody writes any more
                return
            if not piece:
                return
            seen.extend(piece)

    listener = threading.Thread(target=listen)
    with pytest.MonkeyPatch.context() as patch:
        with os.fdopen(slave, "w", encoding="utf-8", buffering=1) as stream:
            listener.start()
            patch.setenv("TERM", "dumb")  # the program draws no bar: it has no codes of its own
            patch.setattr(sys, "stdout", stream)
            patch.setattr(sys, "stderr", stream)
            yield seen
        listener.join(timeout=60)
    os.close(master)


def printed(*words: object) -> tuple[int, bytes]:
    """Run the command; return its exit code and all that came to the terminal."""
    with terminal() as seen:
        try:
            main(["--lang", "en", *map(str, words)])
        except SystemExit as ended:
            code = ended.code
    assert isinstance(code, int)
    return code, bytes(seen)
