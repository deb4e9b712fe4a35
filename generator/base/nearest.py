"""Finds the word an editor probably meant."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the most similar known word, or None when none is similar enough."""
    return next(iter(nearest_all(word, known)), None)


def nearest_all(word: str, known: Iterable[str]) -> list[str]:
    """Return the known words that are most similar, in the order of the alphabet."""
    # Imported here because only a faulty handbook needs it.
    from rapidfuzz import fuzz, process

    near = process.extract(word, sorted(known), scorer=fuzz.ratio, score_cutoff=60, limit=None)
    most = max((score for _, score, _ in near), default=0)
    return sorted(each for each, score, _ in near if score == most)
