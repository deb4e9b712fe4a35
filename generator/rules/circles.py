"""Finds circles among things that name each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence


def in_circles(leads: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, ...]]:
    """Yield each circle once, as the names on a shortest way round, beginning with the first."""
    told: set[str] = set()
    for name in leads:
        way = None if name in told else _way_back(leads, name)
        if way:
            told.update(way)
            yield way


def _way_back(leads: Mapping[str, Sequence[str]], start: str) -> tuple[str, ...] | None:
    """A shortest way from a name back to it; None where there is none."""
    ways: list[tuple[str, ...]] = [(start,)]
    seen: set[str] = set()
    for way in ways:  # grows while it is gone through
        for name in leads.get(way[-1], ()):
            if name == start:
                return way
            if name not in seen:
                seen.add(name)
                ways.append((*way, name))
    return None
