"""HB801: what is in force was changed without a new entry in its history."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Message, Related, Rule
from generator.model.changes import Element
from generator.model.control import Status
from generator.rules.examples import TAKE_ORDER
from generator.rules.policy.since import Since, first_place, new_entry

RULE = Rule(
    code="HB801",
    name="unrevised-change",
    message=N_(
        "{what} was changed in {count} {count:place|places}, but its "
        "newest entry is still {version}."
    ),
    hint=N_("Put a new entry on top of “revisions:” that says what changed."),
    why=N_(
        "Two texts with the same version cannot be told apart: nobody knows which one was approved."
    ),
    wrong=TAKE_ORDER + "purpose: Every order is answered the next day.\n",
    right=TAKE_ORDER + "purpose: Every order is answered the next day.\nrevisions:\n"
    "  - {version: V1.1, date: 2026-03-01, approved: 2026-03-01, change: Time to answer}\n"
    "  - {version: V1.0, date: 2026-01-01, approved: 2026-01-01, change: First issue}\n",
)


def check(since: Since) -> Iterator[Diagnostic]:
    """Compare the history of every changed document, and that of the organization."""
    for element, before, after in since.document_pairs():
        changes = since.contents.get(element, ())
        if not changes or before.revision.status is Status.DRAFT:
            continue
        if new_entry(before.revisions, after.revisions) is None:
            where = (after.where / "revisions").key
            first = first_place(changes, after.where.file)
            related = (Related(first, Message(N_("Changed here."))),) if first.path else ()
            yield RULE.at(
                where,
                what=after.title.source,
                count=len(changes),
                version=after.revision.version,
                related=related,
            )
    yield from _organization(since)


def _organization(since: Since) -> Iterator[Diagnostic]:
    changes = since.contents.get(Element("organization", ""), ())
    old, new = since.before.organization.revisions, since.after.organization.revisions
    if changes and new_entry(old, new) is None:
        file = changes[0].where.file
        version = new[0].version if new else "—"
        what = Message(N_("The organization"))
        yield RULE.at(first_place(changes, file), what=what, count=len(changes), version=version)
