"""Finds the word an editor probably meant."""

from __future__ import annotations

from collections.abc import Iterable

_NEAR = 75
"""Of 100: one letter wrong in a word of four, two in one of eight."""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the most similar known word, or None when none is similar enough."""
    return next(iter(nearest_all(word, known)), None)


def is_near(word: str, other: str) -> bool:
    """Whether two words are so alike that one may be put in the place of the other unasked."""
    from rapidfuzz import fuzz

    return fuzz.ratio(word.casefold(), other.casefold()) >= _NEAR


def nearest_all(word: str, known: Iterable[str]) -> list[str]:
    """Return the known words that are most similar, in the order of the alphabet."""
    # Imported here because only a faulty handbook needs it.
    from rapidfuzz import fuzz, process

    near = process.extract(word, sorted(known), scorer=fuzz.ratio, score_cutoff=60, limit=None)
    most = max((score for _, score, _ in near), default=0)
    return sorted(each for each, score, _ in near if score == most)
