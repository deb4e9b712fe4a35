"""Remembers what was worked out for objects that live as long as the handbook."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Final, TypeVar

_Found = TypeVar("_Found")
_MOST: Final = 4096


def remembered(work: Callable[..., _Found]) -> Callable[..., _Found]:
    """Work out a function once for the same objects; those that are merely equal count as others.

    To compare fields or forms takes longer than most of what is worked out for them.
    """
    known: dict[tuple[int, ...], tuple[tuple[Any, ...], _Found]] = {}

    @wraps(work)
    def recall(*things: Any) -> _Found:
        key = tuple(map(id, things))
        if (found := known.get(key)) is not None:
            return found[1]
        if len(known) >= _MOST:
            known.clear()
        # The objects are kept as well: as long as they are here, no other one has their ids.
        known[key] = things, work(*things)
        return known[key][1]

    return recall
