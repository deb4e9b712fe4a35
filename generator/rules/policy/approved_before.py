"""HB804: the approval of a change is older than what was changed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.base.diagnostics import N_, Diagnostic, Locator, Rule
from generator.model.control import Revision
from generator.rules.examples import TAKE_ORDER
from generator.rules.policy.since import Since, new_entry

_EXAMPLE = (
    TAKE_ORDER + "revisions:\n"
    "  - {{version: V1.1, date: 2026-03-01, approved: {approved}, change: Times}}\n"
    "  - {{version: V1.0, date: 2026-01-01, approved: 2026-01-01, change: First issue}}\n"
)
RULE = Rule(
    code="HB804",
    name="approved-before",
    message=N_("{version} was approved on {approved}, but what it changes dates from {changed}."),
    hint=N_("Have the change approved, and write the day on which that was."),
    why=N_("Nobody can have approved a change of a text that was not there yet."),
    wrong=_EXAMPLE.format(approved="2025-12-20"),
    right=_EXAMPLE.format(approved="2026-03-02"),
)


def check(since: Since) -> Iterator[Diagnostic]:
    """Compare the approval of each new entry with the last change before it."""
    for _, before, after in since.document_pairs():
        file = before.where.file
        yield from _judged(since, before.revisions, after.revisions, file)
    for old, new, file in (
        (
            since.before.organization.revisions,
            since.after.organization.revisions,
            "processes/organization.yml",
        ),
        (
            since.before.parameter_file.revisions,
            since.after.parameter_file.revisions,
            "processes/parameters.yml",
        ),
    ):
        if not since.is_unread(Locator(file)):
            yield from _judged(since, old, new, file)


def _judged(
    since: Since, before: tuple[Revision, ...], after: tuple[Revision, ...], file: str
) -> Iterator[Diagnostic]:
    entry = new_entry(before, after)
    if entry is None or entry.approved is None:
        return
    changed = _last_change(since, before, file)
    if changed is not None and entry.approved < changed:
        yield RULE.at(
            entry.where / "approved",
            version=entry.version,
            approved=entry.approved.isoformat(),
            changed=changed.isoformat(),
        )


def _last_change(since: Since, before: tuple[Revision, ...], file: str) -> date | None:
    """When the text before was written: as git knows it, else as its own history says."""
    if file in since.last_changed:
        return since.last_changed[file]
    return max((each.date for each in before), default=None)
