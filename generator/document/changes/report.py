"""The report of a comparison: one row a change, the people by name, and what was not compared."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.document.blocks import text_of
from generator.document.changes.labels import (
    ACTIONS,
    DUTIES,
    IMPACTS,
    MEANINGS,
    aspect_words,
    kind_words,
)
from generator.document.changes.names import title_of
from generator.document.changes.values import Sayer, as_written, long_sets
from generator.document.context import Context
from generator.model.changes import Action, Change, Comparison, Impact, Stake, Touched


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceRow:
    """A place that a changed parameter touches, and who approves it."""

    place: str
    key: str
    approver: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EffectRow:
    """A role by name, and what a change is to it."""

    role: str
    title: str
    duty: Stake
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRow:
    """One change in words; `before` and `after` are empty where there is nothing to be said."""

    change: Change
    place: str
    what: str
    before: str
    after: str
    people: tuple[EffectRow, ...]
    forms: tuple[str, ...] = ()
    touches: tuple[PlaceRow, ...] = ()
    approvers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow:
    """What a whole comparison is to one role: its duties, each with the places."""

    role: str
    title: str
    duties: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ImpactRow:
    """A class of changes with its name, what it means, and its rows."""

    impact: Impact
    title: str
    meaning: str
    rows: tuple[ChangeRow, ...]


@dataclass(frozen=True, kw_only=True)
class ChangeReport:
    """Everything that a report says, in one language.

    `ctx` is the context of the newer handbook, `old` that of the older one in today's ids;
    `unread` are files that were not compared.
    """

    before: str
    after: str
    rows: tuple[ChangeRow, ...]
    people: tuple[PersonRow, ...]
    unread: tuple[str, ...] = field(default=())
    ctx: Context
    old: Context
    comparison: Comparison

    @property
    def classes(self) -> Iterator[ImpactRow]:
        """The classes that have changes, worst first."""
        for impact in Impact:
            rows = tuple(row for row in self.rows if row.change.impact is impact)
            if rows:
                say = self.ctx.words.say
                yield ImpactRow(
                    impact=impact,
                    title=say(IMPACTS[impact]),
                    meaning=say(MEANINGS[impact]),
                    rows=rows,
                )


@dataclass(frozen=True)
class Reporter:
    """Says a comparison; `old` and `new` are the contexts of the two handbooks."""

    comparison: Comparison
    old: Context
    new: Context

    def report(self, before: str, after: str, unread: tuple[str, ...] = ()) -> ChangeReport:
        """Return the report; `before` and `after` are the names of the two states."""
        rows = tuple(map(self.row, self.comparison.changes))
        return ChangeReport(
            before=before,
            after=after,
            rows=rows,
            people=tuple(self._people(rows)),
            unread=unread,
            ctx=self.new,
            old=self.old,
            comparison=self.comparison,
        )

    def row(self, change: Change) -> ChangeRow:
        """Return one change in words."""
        there = self.old if change.action is Action.REMOVED and not change.aspect else self.new
        before, after = self._values(change)
        return ChangeRow(
            change=change,
            place=title_of(there, change.path),
            what=self._what(change),
            before=before,
            after=after,
            people=tuple(self._effects(change)),
            forms=tuple(
                text_of(self._context("form", each).links.form(each)) for each in change.forms
            ),
            touches=tuple(self._touched(each) for each in change.touches),
            approvers=tuple(map(self._role, change.approvers)),
        )

    def _values(self, change: Change) -> tuple[str, str]:
        """What is said before and after: never the same where something differs."""
        if change.action is Action.RENAMED:
            return str(change.before), str(change.after)
        old, new = Sayer(self.old, change.path), Sayer(self.new, change.path)
        values = change.before, change.after
        long = long_sets(*values) if change.action is Action.CHANGED else None
        if long:
            return old.of_set(*long, change.aspect), new.of_set(*long[::-1], change.aspect)
        said = old.value(values[0], change.aspect), new.value(values[1], change.aspect)
        if said[0] != said[1] or change.action is not Action.CHANGED:
            return said
        return as_written(values[0]), as_written(values[1])

    def _what(self, change: Change) -> str:
        words = self.new.words
        action = words.say(ACTIONS[change.action])
        kind = kind_words(words, change.element.kind)
        if not change.aspect:
            return words.say("{kind} {action}", kind=kind, action=action)
        key = aspect_words(words, change.aspect)
        return words.say("{kind}: {key} {action}", kind=kind, key=key, action=action)

    def _context(self, kind: str, name: str) -> Context:
        there = self.new.handbook.forms if kind == "form" else self.new.handbook.roles
        return self.new if name in there else self.old

    def _role(self, role: str) -> str:
        return text_of(self._context("role", role).links.role(role))

    def _effects(self, change: Change) -> Iterator[EffectRow]:
        for each in change.effects:
            said = self.new.words.say(DUTIES[each.duty])
            yield EffectRow(role=each.role, title=self._role(each.role), duty=each.duty, said=said)

    def _touched(self, place: Touched) -> PlaceRow:
        words = self.new.words
        known = self.new if place.path[0].kind != "process" else self._of_document(place)
        return PlaceRow(
            place=title_of(known, place.path),
            key=aspect_words(words, place.aspect) if place.aspect else "",
            approver=self._role(place.approver) if place.approver else "",
        )

    def _of_document(self, place: Touched) -> Context:
        return self.new if place.path[0].id in self.new.handbook.processes else self.old

    def _people(self, rows: tuple[ChangeRow, ...]) -> Iterator[PersonRow]:
        found: dict[str, dict[Stake, dict[str, None]]] = {}
        titles: dict[str, str] = {}
        for row in rows:
            for each in row.people:
                titles[each.role] = each.title
                places = found.setdefault(each.role, {}).setdefault(each.duty, {})
                places[row.place] = None
        for role, duties in found.items():
            told = tuple(
                (self.new.words.say(DUTIES[duty]), tuple(duties[duty]))
                for duty in Stake
                if duty in duties
            )
            yield PersonRow(role=role, title=titles[role], duties=told)
