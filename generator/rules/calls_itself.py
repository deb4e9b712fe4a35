"""HB313: a process that calls itself, directly or through others."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Rule
from generator.rules.book import Book
from generator.rules.examples import step, steps

RULE = Rule(
    code="HB313",
    name="calls-itself",
    message=N_("“{title}” calls itself: {chain}."),
    hint=N_("Replace one of the calls by a hand-over, or by “next:”."),
    why=N_("A process that waits for itself never ends."),
    wrong=steps(step("take", "call: take-order", "end: taken")),
    right=steps(step("take", "call: ship-order", "end: taken")),
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Find calls that lead back to the calling process; each circle is told once."""
    calls: dict[str, list[str]] = {}
    for neighbour in book.handbook.neighbours:
        if neighbour.kind == "call":
            calls.setdefault(neighbour.source.id, []).append(neighbour.target.id)
    told: set[frozenset[str]] = set()
    for each in book.handbook.neighbours:
        chain = _chain(calls, each.target.id, each.source.id) if each.kind == "call" else None
        if chain and frozenset(chain) not in told:
            told.add(frozenset(chain))
            titles = [book.handbook.processes[name].title.source for name in chain]
            yield RULE.at(
                each.exit.where / "call",
                title=each.source.title.source,
                chain=" → ".join([each.source.title.source, *titles]),
            )


def _chain(calls: dict[str, list[str]], start: str, goal: str) -> list[str] | None:
    waiting = [[start]]
    seen = {start}
    while waiting:
        path = waiting.pop(0)
        if path[-1] == goal:
            return path
        for follow in calls.get(path[-1], []):
            if follow not in seen:
                seen.add(follow)
                waiting.append([*path, follow])
    return None
