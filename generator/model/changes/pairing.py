"""Finds what belongs together in two lists: by id, by what it says, or by likeness."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Generic, TypeVar

T = TypeVar("T")
ALIKE = 0.5
"""From which share of equal characters two texts are one text that was changed."""


@dataclass(frozen=True, slots=True)
class Pairs(Generic[T]):
    """What is in both lists, and what is in one of them, in the order of the lists."""

    both: tuple[tuple[T, T], ...]
    removed: tuple[T, ...]
    added: tuple[T, ...]


def by_id(before: Iterable[T], after: Iterable[T], id_of: Callable[[T], Hashable]) -> Pairs[T]:
    """Pair what has the same id; of things with one id (a fault of the handbook) the first."""
    old, new = _first(before, id_of), _first(after, id_of)
    return Pairs(
        tuple((old[key], each) for key, each in new.items() if key in old),
        tuple(each for key, each in old.items() if key not in new),
        tuple(each for key, each in new.items() if key not in old),
    )


def _first(things: Iterable[T], id_of: Callable[[T], Hashable]) -> dict[Hashable, T]:
    found: dict[Hashable, T] = {}
    for each in things:
        found.setdefault(id_of(each), each)
    return found


def by_likeness(
    before: Sequence[T], after: Sequence[T], keys: Sequence[Callable[[T], str]]
) -> Pairs[T]:
    """Pair what has no id: first what is equal in a key (one after the other), then what is alike.

    The first key is also what likeness is judged by.
    """
    old, new = list(enumerate(before)), list(enumerate(after))
    pairs: list[tuple[int, T, T]] = []
    for key in keys:
        for place, each in list(new):
            twin = next((one for one in old if key(one[1]) == key(each)), None)
            if twin is not None:
                old.remove(twin)
                new.remove((place, each))
                pairs.append((place, twin[1], each))
    for _, one, (place, each) in _alike(old, new, keys[0]):
        if one in old and (place, each) in new:
            old.remove(one)
            new.remove((place, each))
            pairs.append((place, one[1], each))
    pairs.sort(key=lambda pair: pair[0])
    return Pairs(
        tuple((one, each) for _, one, each in pairs),
        tuple(each for _, each in old),
        tuple(each for _, each in new),
    )


def _alike(
    old: Sequence[tuple[int, T]], new: Sequence[tuple[int, T]], key: Callable[[T], str]
) -> list[tuple[float, tuple[int, T], tuple[int, T]]]:
    found = [(likeness(key(one[1]), key(each[1])), one, each) for one in old for each in new]
    close = [each for each in found if each[0] >= ALIKE]
    return sorted(close, key=lambda each: (-each[0], each[1][0], each[2][0]))


def likeness(before: str, after: str) -> float:
    """How much of two texts is equal, from 0 to 1."""
    return SequenceMatcher(None, before, after, autojunk=False).ratio()


def moved(before: Sequence[str], after: Sequence[str]) -> dict[str, str | None]:
    """Return what stands in another order, as few things as possible.

    Each with the one thing that it changed places with; None where it passed several.
    """
    common = [each for each in after if each in set(before)]
    places = {each: before.index(each) for each in common}
    kept = _longest_rising([places[each] for each in common])
    now = {each: place for place, each in enumerate(common)}
    found: dict[str, str | None] = {}
    for each in common:
        if places[each] in kept:
            continue
        passed = [
            other
            for other in common
            if (places[other] < places[each]) != (now[other] < now[each]) and other != each
        ]
        found[each] = passed[0] if len(passed) == 1 else None
    return found


def _longest_rising(numbers: Sequence[int]) -> frozenset[int]:
    """The longest part of a list of different numbers that rises; of several the leftmost."""
    ends: list[int] = []
    tails: list[int] = []
    before: dict[int, int | None] = {}
    for number in numbers:
        place = bisect_left(ends, number)
        before[number] = tails[place - 1] if place else None
        ends[place : place + 1] = [number]
        tails[place : place + 1] = [number]
    found: set[int] = set()
    last = tails[-1] if tails else None
    while last is not None:
        found.add(last)
        last = before[last]
    return frozenset(found)
