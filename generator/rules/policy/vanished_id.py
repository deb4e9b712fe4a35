"""HB803: an id that pages, links and paper codes bear leads nowhere any more."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from generator.base.diagnostics import N_, Diagnostic, Locator, Message, Rule, Span
from generator.base.nearest import nearest
from generator.model.control import Revision
from generator.model.form import Form, FormSection
from generator.model.handbook import Handbook
from generator.model.process import Process, Step
from generator.model.reference import Term
from generator.rules.examples import ORGANIZATION
from generator.rules.policy.since import EDITIONS_TO_KEEP, GLOSSARY, Since, in_force

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


def check(since: Since) -> Iterator[Diagnostic]:
    """Look for every id of the earlier state, and for every former id that it kept."""
    before, after = since.before, since.after
    people, limits = before.organization.revisions, before.parameter_file.revisions
    for old, new, newest in (
        (before.roles, after.roles, _newest(people)),
        (before.units, after.units, _newest(people)),
        (before.parameters, after.parameters, _newest(limits)),
        (_terms(before), _terms(after), since.last_changed.get(GLOSSARY)),
    ):
        yield from _vanished(since, old, new, lambda _, day=newest: day)  # type: ignore[misc]
    for olds, news in ((before.processes, after.processes), (before.forms, after.forms)):
        yield from _vanished(since, olds, news, lambda each: _newest(each.revisions))
    for _, one, other in since.document_pairs():
        if in_force(one.revisions):
            yield from _inner(since, one, other)


def _inner(since: Since, before: Process | Form, after: Process | Form) -> Iterator[Diagnostic]:
    """The steps or sections of a document that was in force: pages and codes lead to them."""
    key = "steps" if isinstance(after, Process) else "sections"
    place = (after.where / key).key
    day = _newest(before.revisions)
    yield from _vanished(since, _parts(before), _parts(after), lambda _: day, place)
    yield from _untold(since, after, place)


def _untold(since: Since, after: Process | Form, place: Locator) -> Iterator[Diagnostic]:
    """The parts that were known again under another id although they do not name the former one."""
    parts = _parts(after)
    titles = {name: each.title.source for name, each in parts.items()}
    kind = "step" if isinstance(after, Process) else "section"
    for old, new in since.comparison.renames.names.get(f"{kind}:{after.id}", {}).items():
        if old not in parts[new].formerly:
            yield _gone(old, titles[new], place, {new: titles[new]})


def _terms(book: Handbook) -> dict[str, Term]:
    return {each.term: each for each in book.glossary.terms}


def _parts(document: Process | Form) -> Mapping[str, Step | FormSection]:
    if isinstance(document, Process):
        return {each.id: each for each in document.steps}
    return {each.section: each for each in document.sections}


def _newest(history: tuple[Revision, ...]) -> date | None:
    return history[0].date if history else None


def _vanished(
    since: Since,
    old: Mapping[str, Any],
    new: Mapping[str, Any],
    newest: Callable[[Any], date | None],
    inside: Locator | None = None,
) -> Iterator[Diagnostic]:
    """Compare the things of one list; `newest` tells when one was changed last, if known.

    `inside` is the place of the list as it is now; without it that of each thing as it was.
    """
    titles = {name: thing.title.source for name, thing in new.items()}
    known = {*new, *(former for thing in new.values() for former in thing.formerly)}
    for name, thing in old.items():
        title = thing.title.source
        if since.is_unread(thing.where, new.get(name, thing).where):
            continue  # what cannot be read is not gone
        if name not in new:
            if name not in known and not _ended(since, thing):
                yield _gone(name, title, inside or _place(thing), titles)
            continue
        lost = [former for former in thing.formerly if former not in known]
        if not since.may_forget(newest(thing)):
            yield from (_gone(each, title, new[name].where, titles) for each in lost)


def _place(thing: Any) -> Locator | Span:
    """Where a thing stood: its list, or its file, which is gone."""
    if isinstance(thing, (Process, Form)):
        return Span(thing.where.file)
    return Locator(thing.where.file, thing.where.path[:1], "key")


def _ended(since: Since, thing: Any) -> bool:
    """Whether a notice of withdrawal has stood for long enough."""
    retired = thing.revision.retired if isinstance(thing, (Process, Form)) else None
    return retired is not None and since.editions_from(retired) >= EDITIONS_TO_KEEP


def _gone(name: str, title: str, where: Locator | Span, titles: Mapping[str, str]) -> Diagnostic:
    same = [other for other, said in titles.items() if said == title]
    close = same[0] if same else nearest(name, titles)
    hint = None
    if close:
        text = N_("If “{close}” takes its place, write “formerly: [{id}]” there.")
        hint = Message(text, {"close": close, "id": name})
    return RULE.at(where, id=name, title=title, hint=hint)
