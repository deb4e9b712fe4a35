"""HB803: an id that pages, links and paper codes bear leads nowhere any more."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Protocol

from generator.base.diagnostics import N_, Diagnostic, Locator, Message, Rule, Span
from generator.base.nearest import nearest
from generator.model.control import Revision
from generator.model.form import Form
from generator.model.process import Process
from generator.model.text import Text
from generator.rules.examples import ORGANIZATION
from generator.rules.policy.since import EDITIONS_TO_KEEP, Since

_EXAMPLE = (
    ORGANIZATION + "revisions:\n"
    "  - {{version: V1.0, date: 2026-03-01, approved: 2026-03-01, change: Public}}\n"
    "units:\n"
    "  - {{unit: shop, title: Shop}}\n"
    "  - {{unit: public, title: Customers{former}}}\n"
    "roles:\n"
    "  - {{role: manager, title: Shop manager, unit: shop, reports-to: shop}}\n"
    "  - {{role: clerk, title: Sales clerk, unit: shop, reports-to: manager}}\n"
    "  - {{role: customer, title: Customer, unit: public, external: true}}\n"
)
RULE = Rule(
    code="HB803",
    name="vanished-id",
    message=N_("The id “{id}” ({title}) is gone; nothing leads on from it."),
    hint=N_(
        "Write “formerly: [{id}]” on what takes its place. A process or form that ends gets "
        "“retired:” and stays for two editions."
    ),
    why=N_(
        "Ids are addresses: links and codes on printed paper outlive them, and must lead to the "
        "successor or to a notice, for at least two editions."
    ),
    wrong=_EXAMPLE.format(former=""),
    right=_EXAMPLE.format(former=", formerly: [market]"),
)


class _Addressed(Protocol):
    """What has an id, and may have had others."""

    @property
    def title(self) -> Text: ...
    @property
    def formerly(self) -> tuple[str, ...]: ...
    @property
    def where(self) -> Locator: ...


def check(since: Since) -> Iterator[Diagnostic]:
    """Look for every id of the earlier state, and for every former id that it kept."""
    before, after = since.before, since.after
    people, limits = before.organization.revisions, before.parameter_file.revisions
    for old, new, history in (
        (before.processes, after.processes, None),
        (before.forms, after.forms, None),
        (before.roles, after.roles, people),
        (before.units, after.units, people),
        (before.parameters, after.parameters, limits),
    ):
        yield from _vanished(since, old, new, history)


def _vanished(
    since: Since,
    old: Mapping[str, _Addressed],
    new: Mapping[str, _Addressed],
    history: tuple[Revision, ...] | None,
) -> Iterator[Diagnostic]:
    titles = {name: thing.title.source for name, thing in new.items()}
    known = {*new, *(former for thing in new.values() for former in thing.formerly)}
    for name, thing in old.items():
        if name not in new:
            if not _ended(since, thing):
                yield _gone(name, thing.title.source, _place(thing), titles)
            continue
        own = thing.revisions if isinstance(thing, (Process, Form)) else history or ()
        lost = [former for former in thing.formerly if former not in known]
        if not _kept_long_enough(since, own):
            yield from (_gone(each, thing.title.source, new[name].where, titles) for each in lost)


def _place(thing: _Addressed) -> Locator | Span:
    """Where a thing stood: its list, or its file, which is gone."""
    if isinstance(thing, (Process, Form)):
        return Span(thing.where.file)
    return Locator(thing.where.file, thing.where.path[:1], "key")


def _ended(since: Since, thing: _Addressed) -> bool:
    """Whether a notice of withdrawal has stood for long enough."""
    retired = thing.revision.retired if isinstance(thing, (Process, Form)) else None
    return retired is not None and since.editions_from(retired) >= EDITIONS_TO_KEEP


def _kept_long_enough(since: Since, history: tuple[Revision, ...]) -> bool:
    """Whether a former id has surely stood in two editions: it is no younger than the history."""
    newest: date | None = history[0].date if history else None
    return newest is not None and since.editions_from(newest) >= EDITIONS_TO_KEEP


def _gone(name: str, title: str, where: Locator | Span, titles: Mapping[str, str]) -> Diagnostic:
    same = [other for other, said in titles.items() if said == title]
    close = same[0] if same else nearest(name, titles)
    hint = None
    if close:
        text = N_("If “{close}” takes its place, write “formerly: [{id}]” there.")
        hint = Message(text, {"close": close, "id": name})
    return RULE.at(where, id=name, title=title, hint=hint)
