"""HB704: two revisions of one document with the same version."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Rule
from generator.rules.book import Book
from generator.rules.examples import TAKE_ORDER
from generator.rules.revision_order import histories

_REVISIONS = (
    TAKE_ORDER + "revisions:\n"
    "  - {{version: {new}, date: 2026-03-01, approved: 2026-03-01, change: Times}}\n"
    "  - {{version: V1.0, date: 2026-01-01, approved: 2026-01-01, change: First issue}}\n"
)
RULE = Rule(
    code="HB704",
    name="repeated-version",
    message=N_("Version {version} stands twice."),
    hint=N_("Raise the version of the newer entry."),
    why=N_("Paper and files are told apart by their version."),
    wrong=_REVISIONS.format(new="V1.0"),
    right=_REVISIONS.format(new="V1.1"),
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Find versions that a history has twice; the newer entry is pointed out."""
    for history in histories(book):
        for number, each in enumerate(history):
            if any(each.version == older.version for older in history[number + 1 :]):
                yield RULE.at(each.where / "version", version=each.version)
