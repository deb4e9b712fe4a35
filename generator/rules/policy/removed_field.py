"""HB802: a field is gone that filled forms carry."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.base.diagnostics import N_, Diagnostic, Locator, Message, Rule
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
_SHOWN = 3
"""Forms that are named where the common header of all has lost a field."""
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
        version = next(each.version for each in before.revisions if in_force((each,)))
        gone = _Gone((after.where / "sections").key, version, before.revisions[0].date)
        yield from _lost(since, gone, before.fields, after.fields)
    settings = since.after.settings
    read = not since.is_unread(settings.where, since.before.settings.where)
    if read and any(in_force(each.revisions) for each in since.before.form_list):
        # The header stands on every form; it has no history of its own.
        forms = since.before.form_list
        names = Message(
            N_("all versions of {titles}"),
            {"titles": _titles(forms)},
        )
        gone = _Gone(settings.where / "form-header", names, None)
        yield from _lost(since, gone, since.before.settings.form_header, settings.form_header)


def _titles(forms: tuple[Form, ...]) -> str:
    """The titles of the first forms; … where there are more."""
    shown = [each.title.source for each in forms[:_SHOWN]]
    return "; ".join([*shown, *("…" for _ in forms[_SHOWN : _SHOWN + 1])])


@dataclass(frozen=True, slots=True)
class _Gone:
    """Where a field that is gone is told, what carries it, and when it was there last."""

    where: Locator
    version: str | Message
    newest: date | None


def _lost(
    since: Since, gone: _Gone, before: tuple[Field, ...], after: tuple[Field, ...]
) -> Iterator[Diagnostic]:
    """Compare fields, or the columns of a table: those that are gone, and former ids that are."""
    now = {former: each for each in after for former in each.formerly}
    now |= {each.field: each for each in after}
    for each in before:
        there = now.get(each.field)
        lost = [each.field] if there is None else []
        if there is not None:
            yield from _lost(since, gone, each.columns, there.columns)
            if not since.may_forget(gone.newest):
                lost = [former for former in each.formerly if former not in now]
        for name in lost:
            yield RULE.at(gone.where, field=each.label.source, id=name, version=gone.version)
