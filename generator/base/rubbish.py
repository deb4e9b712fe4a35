"""Lets no search for unused objects run while things are made that are kept."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def nothing_thrown_away() -> Iterator[None]:
    """Let no search for rubbish run meanwhile: a check makes a million things and keeps them.

    Going through them again and again took half the time of a large handbook, or of a large page.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
