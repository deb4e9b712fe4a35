"""What every rule of the change policy sees: the handbook, the state before, and what changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from generator.base.diagnostics import Locator
from generator.model.changes import Action, Change, Comparison, Element
from generator.model.control import Revision, Status
from generator.model.form import Form
from generator.model.handbook import Handbook
from generator.model.process import Process

_LISTS = {"role": "organization", "unit": "organization", "parameter": "parameters"}
GLOSSARY = "processes/glossary.yml"
_BESIDE = frozenset({"formerly", "confirmed"})
"""What stands beside a statement and is no part of what it says."""
EDITIONS_TO_KEEP = 2
"""For how many editions what is withdrawn or renamed can still be found."""


@dataclass(frozen=True, kw_only=True)
class Since:
    """A handbook and what changed since an earlier state.

    `unread` are the files of that state, or of today's, that could not be compared;
    `last_changed` says of files when they had been changed last before that state (git knows).
    """

    comparison: Comparison
    unread: tuple[str, ...] = ()
    last_changed: Mapping[str, date] = field(default_factory=dict)

    @property
    def before(self) -> Handbook:
        """The earlier state, told in today's ids."""
        return self.comparison.before

    @property
    def after(self) -> Handbook:
        """The handbook under check."""
        return self.comparison.after

    @cached_property
    def contents(self) -> Mapping[Element, tuple[Change, ...]]:
        """What changed in each document or list, but for its history and its ids."""
        found: dict[Element, list[Change]] = {}
        for each in self.comparison.changes:
            if _is_content(each):
                found.setdefault(_holder(each.document), []).append(each)
        return {holder: tuple(changes) for holder, changes in found.items()}

    def is_unread(self, *places: Locator) -> bool:
        """Whether of any of these places it is not known what is written there."""
        return any(each.file in self.unread for each in places)

    def document_pairs(self) -> Iterator[tuple[Element, Process | Form, Process | Form]]:
        """The documents that both states have, before and after, as far as they could be read."""
        for kind, old, new in (
            ("process", self.before.processes, self.after.processes),
            ("form", self.before.forms, self.after.forms),
        ):
            for name, document in new.items():
                if name in old and not self.is_unread(old[name].where, document.where):
                    yield Element(kind, name), old[name], document

    def may_forget(self, newest: date | None) -> bool:
        """Whether a former id has surely stood in two editions.

        It is no younger than the newest change of its document or list; None: nobody knows.
        """
        return newest is not None and self.editions_from(newest) >= EDITIONS_TO_KEEP

    def editions_from(self, day: date) -> int:
        """How many editions were put in force on a day or after it."""
        return sum(each.date >= day for each in self.after.settings.editions)


def new_entry(before: tuple[Revision, ...], after: tuple[Revision, ...]) -> Revision | None:
    """The newest entry of a history where it is a new one."""
    known = {each.version for each in before}
    return after[0] if after and after[0].version not in known else None


def in_force(revisions: tuple[Revision, ...]) -> bool:
    """Whether somebody has approved any version."""
    return any(each.status is not Status.DRAFT for each in revisions)


def first_place(changes: tuple[Change, ...], file: str) -> Locator:
    """The first place of a file at which something changed."""
    places = [each.where for each in changes if each.where.file == file and each.where.path]
    return min(places, key=_in_order, default=Locator(file))


def _in_order(place: Locator) -> tuple[tuple[int, str], ...]:
    return tuple((part, "") if isinstance(part, int) else (-1, part) for part in place.path)


def _is_content(change: Change) -> bool:
    told = (
        change.element.kind in {"revision", "edition"} or change.aspect.partition(".")[0] in _BESIDE
    )
    return not told and change.action is not Action.RENAMED


def _holder(document: Element) -> Element:
    return Element(_LISTS[document.kind], "") if document.kind in _LISTS else document
