"""Compares two handbooks by id and lists every change, each with its class and its people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from generator.base.diagnostics import Locator
from generator.model.changes.change import Action, Change, Element
from generator.model.changes.contents import Contents, Pages, retitled
from generator.model.changes.documents import compare_form, compare_process
from generator.model.changes.fields import Found, Walk, owner_of
from generator.model.changes.judging import Judge
from generator.model.changes.renames import Renames, renamed, renames_of
from generator.model.handbook import Handbook

_LISTS = frozenset(
    {"roles", "units", "parameters", "terms", "items", "sources", "facts", "decisions", "laws"}
)
"""The lists in files, whose entries are things of their own."""


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """Two handbooks, the older one told in the ids of the newer, and what changed, worst first."""

    before: Handbook
    after: Handbook
    renames: Renames = field(default_factory=Renames)
    changes: tuple[Change, ...] = ()

    @cached_property
    def by_document(self) -> Mapping[Element, tuple[Change, ...]]:
        """The changes of each document."""
        found: dict[Element, list[Change]] = {}
        for each in self.changes:
            found.setdefault(each.document, []).append(each)
        return {document: tuple(many) for document, many in found.items()}


def compared(
    before: Handbook,
    after: Handbook,
    *,
    pages_before: Pages | None = None,
    pages_after: Pages | None = None,
) -> Comparison:
    """Compare two handbooks; `pages` are the files of `content/` and the like, by path.

    Nothing that differs is passed over: what a reader could see, or a program, gives a change.
    """
    names = renames_of(before, after)
    told = renamed(before, names)
    walk = Walk(names)
    found = [*_handbook(walk, told, after), *_renames(names, after)]
    contents = Contents(told, after, names, retitled(found))
    found += contents.compare(pages_before or {}, pages_after or {})
    judge = Judge(told, after)
    judged = [judge.judged(each) for each in found]
    order = _order_of(after, told)
    judged.sort(key=lambda each: (each.impact.rank, order(each), each.path, each.aspect))
    return Comparison(before=told, after=after, renames=names, changes=tuple(_told_apart(judged)))


def _told_apart(changes: Iterable[Change]) -> Iterator[Change]:
    """Give changes that are otherwise the same a number each: a fingerprint stands once."""
    seen: Counter[str] = Counter()
    for each in changes:
        seen[each.fingerprint] += 1
        count = seen[each.fingerprint] - 1
        yield replace(each, index=count) if count else each


def _order_of(after: Handbook, before: Handbook) -> Callable[[Change], int]:
    """The order of the documents in the newer handbook; what is gone stands last."""
    known: list[tuple[str, str]] = []
    for book in (after, before):
        known += [("process", process.id) for process in book.process_list]
        known += [("form", form.id) for form in book.form_list]
    places: dict[tuple[str, str], int] = {}
    for each in known:
        places.setdefault(each, len(places))
    return lambda change: places.get((change.document.kind, change.document.id), len(places))


def _handbook(walk: Walk, before: Handbook, after: Handbook) -> Iterator[Found]:
    top: tuple[Element, ...] = ()
    old, new = before.process_list, after.process_list
    yield from walk.with_ids(top, old, new, inner=compare_process)
    yield from walk.with_ids(top, before.form_list, after.form_list, inner=compare_form)
    yield from walk.fields((Element("handbook", ""),), before.settings, after.settings)
    for one, two in (
        (before.organization.roles, after.organization.roles),
        (before.organization.units, after.organization.units),
        (before.parameter_file.parameters, after.parameter_file.parameters),
        (before.glossary.terms, after.glossary.terms),
        (before.information.items, after.information.items),
        (before.sources.sources, after.sources.sources),
        (before.sources.facts, after.sources.facts),
        (before.sources.decisions, after.sources.decisions),
        (before.sources.laws, after.sources.laws),
    ):
        yield from walk.with_ids((), one, two)
    for name, old_file, new_file in (
        ("organization", before.organization, after.organization),
        ("parameters", before.parameter_file, after.parameter_file),
        ("glossary", before.glossary, after.glossary),
        ("information", before.information, after.information),
        ("sources", before.sources, after.sources),
    ):
        yield from walk.fields((Element(name, ""),), old_file, new_file, but=_LISTS)


def _renames(names: Renames, after: Handbook) -> Iterator[Found]:
    """The renames themselves: a change of the address, not of the thing."""
    for kind, renames in names.names.items():
        plain, _, owner = kind.partition(":")
        for old, new in renames.items():
            path = owner_of(plain, owner, new)
            yield Found(
                action=Action.RENAMED,
                path=path,
                before=old,
                after=new,
                where=_place(after, path),
            )


def _place(after: Handbook, path: tuple[Element, ...]) -> Locator:
    if path[0].kind == "handbook":
        return next(each.where for each in after.settings.form_header if each.field == path[1].id)
    by_kind: Mapping[str, Mapping[str, Any]] = {
        "process": after.processes,
        "form": after.forms,
        "role": after.roles,
        "unit": after.units,
        "parameter": after.parameters,
        "term": {each.term: each for each in after.glossary.terms},
    }
    top = by_kind[path[0].kind][path[0].id]
    where: Locator = top.where
    if len(path) == 1:
        return where
    parts = getattr(top, "steps", ()) or getattr(top, "sections", ())
    inner = [*parts, *getattr(top, "fields", ())]
    for each in inner:
        if path[1].id in {getattr(each, name, None) for name in ("id", "section", "field")}:
            found: Locator = each.where
            return found
    return where
