"""HB705: a revision that is to be in force although nobody has approved it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Rule
from generator.rules.book import Book
from generator.rules.examples import TAKE_ORDER
from generator.rules.revision_order import histories

_REVISIONS = (
    TAKE_ORDER + "revisions:\n"
    "  - {{version: V1.0, date: 2026-01-01{approved}, effective: 2026-02-01, change: First}}\n"
)
RULE = Rule(
    code="HB705",
    name="in-force-without-approval",
    message=N_("{version} has a date of effect but no approval."),
    hint=N_("Add “approved:” when it is approved; until then leave “effective:” out."),
    why=N_("A draft is not in force."),
    wrong=_REVISIONS.format(approved=""),
    right=_REVISIONS.format(approved=", approved: 2026-01-15"),
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Find entries with `effective` but without `approved`."""
    for history in histories(book):
        for revision in history:
            if revision.effective and not revision.approved:
                yield RULE.at(revision.where / "effective", version=revision.version)
