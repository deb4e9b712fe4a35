"""HB802: a field is gone that filled forms carry."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.base.diagnostics import N_, Diagnostic, Rule
from generator.model.form import Field, Form
from generator.rules.examples import ORDER_SHEET
from generator.rules.policy.since import Since, in_force

_EXAMPLE = (
    ORDER_SHEET + "revisions:\n"
    "  - {{version: V1.1, date: 2026-03-01, approved: 2026-03-01, change: Customer}}\n"
    "  - {{version: V1.0, date: 2026-01-01, approved: 2026-01-01, change: First issue}}\n"
    "sections:\n"
    "  - section: order\n"
    "    title: Order\n"
    "    fields:\n"
    "      - {{field: client, label: Client, type: text{former}}}\n"
    "      - {{field: kind, label: Kind, type: choice, options: [stock, custom]}}\n"
    "      - {{field: amount, label: Amount, type: money, min: 0}}\n"
    "      - {{field: placed_on, label: Ordered on, type: date}}\n"
    "  - section: release\n"
    "    title: Release\n"
    "    fields:\n"
    "      - {{field: manager_sign, label: Shop manager, type: signature, by: manager,\n"
    "         conclusions: [released, refused]}}\n"
)
RULE = Rule(
    code="HB802",
    name="removed-field",
    message=N_("“{field}” ({id}) was taken out, but filled forms of {version} carry it."),
    hint=N_(
        "Name the field that takes its place with “formerly: [{id}]”, or keep it as “optional”."
    ),
    why=N_(
        "When a form that was filled before comes back, what this field holds has nowhere to go."
    ),
    wrong=_EXAMPLE.format(former=""),
    right=_EXAMPLE.format(former=", formerly: [customer]"),
)


def check(since: Since) -> Iterator[Diagnostic]:
    """Look for every field and column of the forms that were in force."""
    for _, before, after in since.document_pairs():
        if not isinstance(before, Form) or not isinstance(after, Form):
            continue
        if not in_force(before.revisions):
            continue
        newest = before.revisions[0].date
        yield from _lost(since, before, after, (before.fields, after.fields), newest)


def _lost(
    since: Since,
    before: Form,
    after: Form,
    lists: tuple[tuple[Field, ...], tuple[Field, ...]],
    newest: date,
) -> Iterator[Diagnostic]:
    """Compare fields, or the columns of a table: those that are gone, and former ids that are."""
    now = {each.field: each for each in lists[1]}
    known = {*now, *(former for each in lists[1] for former in each.formerly)}
    for each in lists[0]:
        there = now.get(each.field)
        if there is None:
            yield _gone(after, before, each, each.field)
            continue
        yield from _lost(since, before, after, (each.columns, there.columns), newest)
        if not since.may_forget(newest):
            forgotten = [former for former in each.formerly if former not in known]
            yield from (_gone(after, before, each, former) for former in forgotten)


def _gone(after: Form, before: Form, field: Field, name: str) -> Diagnostic:
    version = next(each.version for each in before.revisions if in_force((each,)))
    where = (after.where / "sections").key
    return RULE.at(where, field=field.label.source, id=name, version=version)
