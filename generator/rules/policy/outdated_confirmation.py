"""HB808: a statement was changed, and the confirmation beside it is of what it said before."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Rule
from generator.model.control import Confirmation
from generator.model.form import Form
from generator.model.grounds import Confirmable, state_of, statements
from generator.model.process import Process
from generator.rules.examples import TAKE_ORDER, step
from generator.rules.policy.since import Since

_NEW_VERSION = (
    TAKE_ORDER + "revisions:\n"
    "  - {version: V1.1, date: 2026-03-01, approved: 2026-03-01, change: Time to answer}\n"
    "  - {version: V1.0, date: 2026-01-01, approved: 2026-01-01, change: First issue}\n"
    "steps:\n"
    + step(
        "take",
        "confirmed: {by: manager, on: 2026-02-01, version: VERSION}",
        "next: release",
        due="3h",
    )
    + step("release", "end: sent")
)
RULE = Rule(
    code="HB808",
    name="outdated-confirmation",
    message=N_("“{title}” was changed since {by} confirmed it on {day}."),
    hint=N_("Take “confirmed:” out, or have it confirmed anew with the day and version of today."),
    why=N_("Whoever reads that it is confirmed takes the new words for confirmed."),
    wrong=_NEW_VERSION.replace("VERSION", "V1.0"),
    right=_NEW_VERSION.replace("VERSION", "V1.1"),
)


def check(since: Since) -> Iterator[Diagnostic]:
    """Compare every confirmed statement with what it said in the earlier state."""
    before = {each.name: each for each in statements(since.before)}
    for each in statements(since.after):
        given, old = each.statement.confirmed, before.get(each.name)
        if given is None or old is None or since.is_unread(each.where, old.where):
            continue
        if state_of(each.statement) != state_of(old.statement) and _is_of_before(each, old, given):
            yield RULE.at(
                (each.where / "confirmed").key,
                title=_title(each),
                by=given.by,
                day=given.on.isoformat(),
            )


def _is_of_before(now: Confirmable, old: Confirmable, given: Confirmation) -> bool:
    """Whether a confirmation stood there before, or names a version that is not today's."""
    if given == old.statement.confirmed:
        return True
    document = now.document
    today = document.revision.version if isinstance(document, Process | Form) else given.version
    return given.version is not None and given.version != today


def _title(point: Confirmable) -> str:
    statement = point.statement
    text = getattr(statement, "title", None) or getattr(statement, type(statement).__name__.lower())
    return str(text)
