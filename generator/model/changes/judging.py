"""Judges a change: which class it has, whom it reaches, which filled forms it makes stale."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from generator.model.changes.beside import ends, reached_beside
from generator.model.changes.change import Action, Change, Effect, Element, Impact, Stake, Touched
from generator.model.changes.classes import class_of
from generator.model.changes.documents import SECTION_ASPECT
from generator.model.changes.fields import Rank
from generator.model.changes.people import People, duties_of, names_roles, roles_in, turned
from generator.model.changes.places import touched_by
from generator.model.changes.ways import Way, leads_alike, onwards_of
from generator.model.form import Field, Form
from generator.model.handbook import Handbook
from generator.model.process import ExceptionCase, FormUse, Kpi, Outcome, Process, Record, Step
from generator.model.reference import InformationItem

_SILENT_IN_FORMS = frozenset({"title", "label", "help", "note", "instructions", "say"})
"""Keys of forms that a filled copy does not have to match."""


@dataclass(frozen=True, slots=True)
class Judge:
    """Knows both handbooks; the older one is told in the ids of the newer."""

    before: Handbook
    after: Handbook

    def judged(self, change: Change) -> Change:
        """Return the change with its class, its people, its forms and what it touches."""
        touches = self._touches(change)
        impact = self._impact(change, touches)
        forms: tuple[str, ...] = ()
        if impact is Impact.FORMS:
            forms = tuple(dict.fromkeys(self._forms(change, touches)))
        approvers = tuple(dict.fromkeys(self._approvers(change, touches)))
        effects = tuple(dict.fromkeys(self._effects(change, impact, touches)))
        return replace(
            change,
            impact=impact,
            effects=effects,
            forms=forms,
            touches=touches,
            approvers=approvers,
        )

    def _touches(self, change: Change) -> tuple[Touched, ...]:
        if change.document.kind != "parameter" or change.action is Action.RENAMED:
            return ()
        if change.aspect.partition(".")[0] in {"note", "basis", "also", "formerly"}:
            return ()
        book = self.before if change.action is Action.REMOVED else self.after
        value = change.path[1].id if len(change.path) > 1 else None
        return touched_by(book, change.document.id, value)

    def _impact(self, change: Change, touches: tuple[Touched, ...]) -> Impact:
        kind, aspect = change.element.kind, change.aspect
        if change.action is Action.RENAMED:
            return Impact.WORDING
        if isinstance(change.before, Rank):
            return self._impact_of_order(change)
        if isinstance(change.before, Way) and isinstance(change.after, Way):
            return _impact_of_ways(change.before, change.after)
        if change.action is Action.MOVED and aspect != SECTION_ASPECT:
            return Impact.FORMS if aspect in {"options", "conclusions"} else Impact.WORDING
        if change.document.kind == "parameter" and class_of(kind, aspect) is Impact.CONTROL:
            return min(map(_class_of_touched, touches), key=_rank, default=Impact.CONTROL)
        turns = ends(change, self.before, self.after) is not None
        return Impact.RELEARN if turns else class_of(kind, aspect)

    def _impact_of_order(self, change: Change) -> Impact:
        if change.element.kind == "chapter":
            return Impact.WORDING
        if change.document.kind != "process":
            return Impact.FORMS
        process, step = change.document.id, change.element.id
        old, new = self.before.flows[process], self.after.flows[process]
        around = [
            (flow.successors(step), {way.source for way in flow.entries.get(step, ())})  # type: ignore[arg-type, call-overload]
            for flow in (old, new)
        ]
        starts = (old.start == step) != (new.start == step)
        return Impact.RELEARN if starts or around[0] != around[1] else Impact.WORDING

    def _forms(self, change: Change, touches: tuple[Touched, ...]) -> Iterator[str]:
        if change.document.kind == "form":
            yield change.document.id
        elif change.document.kind == "handbook":
            yield from self.after.forms
        for each in touches:
            if _class_of_touched(each) is Impact.FORMS and each.path[0].kind == "form":
                yield each.path[0].id

    def _approvers(self, change: Change, touches: tuple[Touched, ...]) -> Iterator[str]:
        document = change.document
        kinds = {"process": "processes", "form": "forms"}
        if document.kind in kinds:
            book = self.before if change.action is Action.REMOVED else self.after
            found = getattr(book, kinds[document.kind]).get(document.id)
            role = found and (found.approver or found.revision.approved_by)
            if role:
                yield role
        if document.kind == "parameter":
            revisions = self.after.parameter_file.revisions
            if revisions and revisions[0].approved_by:
                yield revisions[0].approved_by
        yield from (each.approver for each in touches if each.approver)

    def _effects(
        self, change: Change, impact: Impact, touches: tuple[Touched, ...]
    ) -> Iterator[Effect]:
        if change.action is Action.RENAMED:
            return
        if not change.aspect:
            yield from self._whole(change)
        elif names_roles(change.aspect):
            yield from self._named(change)
        elif impact is not Impact.WORDING:
            yield from self._of_aspect(change, impact)
        yield from reached_beside(change, self.before, self.after)
        yield from self._of_touched(change, touches)

    def _whole(self, change: Change) -> Iterator[Effect]:
        """What it is to people that a thing came or went."""
        gone = change.action is Action.REMOVED
        people = People(self.before if gone else self.after)
        value: Any = change.before if gone else change.after
        for part in value.steps if isinstance(value, Process) else (value,):
            if isinstance(part, Step):
                for key, role in people.parts(part):
                    yield from turned(key, role, gone=gone)
            if isinstance(part, (Step, Outcome)):
                for each in onwards_of(part):
                    yield from self._reached(each.call, each.hand_over)
        for key, role in _roles_of(value):
            yield from turned(key, role, gone=gone)
        if isinstance(value, Form):
            yield from self._relearn(people.fillers(value.id))
        elif change.path[1:] and not isinstance(value, Step) and _is_done(change):
            # A step that has one way or one form less is still done by whoever does it today.
            today = isinstance(value, (Outcome, FormUse))
            who = (People(self.after) if today else people).concerned(change.path)
            yield from self._relearn(self._still(change, who) if gone else who)

    def _still(self, change: Change, before: tuple[str, ...]) -> tuple[str, ...]:
        """Who of those that filled a field that is gone still fills its section.

        Whoever no longer does hears of that; where nobody does, all hear of the field.
        """
        if change.document.kind != "form" or change.element.kind != "field":
            return before
        form = change.document.id
        section = People(self.before).section_of(form, change.path[1].id)
        now = People(self.after).fillers(form, section)
        return tuple(role for role in before if role in now) or before

    def _named(self, change: Change) -> Iterator[Effect]:
        """A key that names roles; of who answers for a step, only what differs in the end."""
        aspect = change.aspect
        before, after = roles_in(change.before), roles_in(change.after)
        if change.element.kind == "step" and aspect in {"accountable", "authority"}:
            yield from self._answering(change)
            return
        if aspect in {"any-of", "all-of"} and change.element.kind == "role":
            other = self.after.roles[change.element.id].members
            old = self.before.roles[change.element.id].members
            yield from duties_of(aspect, old, other)
            return
        yield from duties_of(aspect, before, after)
        if aspect == "bands":
            kept = [role for role in after if role in before]
            limits = _limits(change.before), _limits(change.after)
            yield from self._relearn(role for role in kept if limits[0][role] != limits[1][role])

    def _answering(self, change: Change) -> Iterator[Effect]:
        old = self.before.processes[change.document.id].step(change.element.id)  # type: ignore[arg-type]
        new = self.after.processes[change.document.id].step(change.element.id)  # type: ignore[arg-type]
        if old is None or new is None:
            return
        before, after = People(self.before).decides(old), People(self.after).decides(new)
        gone = change.before is not None
        come = change.after is not None
        yield from (
            each
            for each in duties_of("accountable", before, after)
            if (come and each.duty is Stake.ACCOUNTABLE)
            or (gone and each.duty is Stake.NOT_ACCOUNTABLE)
        )

    def _of_aspect(self, change: Change, impact: Impact) -> Iterator[Effect]:
        people = People(self.after)
        if change.aspect == SECTION_ASPECT and change.action is Action.MOVED:
            form = change.document.id
            before = People(self.before).fillers(form, str(change.before))
            after = people.fillers(form, str(change.after))
            yield from duties_of("by", before, after)
            yield from self._relearn(role for role in after if role in before)
            return
        if impact in {Impact.FORMS, Impact.RELEARN}:
            yield from self._relearn(people.concerned(change.path))
            if isinstance(change.before, Rank) and change.before.other:
                path = (*change.path[:-1], Element(change.element.kind, change.before.other))
                yield from self._relearn(people.concerned(path))
        if isinstance(change.before, Way) and isinstance(change.after, Way):
            calls = {change.before.call, change.before.hand_over}
            yield from self._reached(
                *({change.after.call, change.after.hand_over} ^ calls - {None})
            )
        elif impact is Impact.NEIGHBOURS and change.document.kind == "process":
            around = people.owners_around(change.document.id)
            yield from (Effect(role, Stake.NEIGHBOUR) for role in around)
        elif impact is Impact.NEIGHBOURS:
            roles = people.concerned(change.path)
            yield from (Effect(role, Stake.NEIGHBOUR) for role in roles)

    def _reached(self, *processes: str | None) -> Iterator[Effect]:
        for name in sorted(each for each in processes if each):
            book = self.after if name in self.after.processes else self.before
            for role in People(book).first_of(name):
                yield Effect(role, Stake.NEIGHBOUR)

    def _of_touched(self, change: Change, touches: Iterable[Touched]) -> Iterator[Effect]:
        people = People(self.before if change.action is Action.REMOVED else self.after)
        for each in touches:
            if each.aspect == "authority" and change.aspect in {"bands", "authority"}:
                continue  # the bands say themselves who decides
            if _class_of_touched(each) in {Impact.FORMS, Impact.RELEARN, Impact.NEIGHBOURS}:
                yield from self._relearn(people.concerned(each.path))

    @staticmethod
    def _relearn(roles: Iterable[str]) -> Iterator[Effect]:
        return (Effect(role, Stake.RELEARNS) for role in roles)


def _impact_of_ways(before: Way, after: Way) -> Impact:
    if not leads_alike(before, after):
        return Impact.RELEARN
    if (before.call, before.hand_over) != (after.call, after.hand_over):
        return Impact.NEIGHBOURS
    return Impact.WORDING


def is_relearnt(place: Touched) -> bool:
    """Whether a changed parameter changes what is done at a step."""
    inside = len(place.path) > 1 and place.path[1].kind == "step"
    return inside and _class_of_touched(place) is Impact.RELEARN


def _class_of_touched(place: Touched) -> Impact:
    top, element = place.path[0], place.path[-1]
    if top.kind == "form" and place.aspect in _SILENT_IN_FORMS:
        return Impact.WORDING
    return class_of(element.kind, place.aspect)


def _is_done(change: Change) -> bool:
    """Whether somebody works by what came or went."""
    return class_of(change.element.kind, "") in {Impact.FORMS, Impact.RELEARN}


def _rank(impact: Impact) -> int:
    return impact.rank


def _roles_of(value: Any) -> Iterator[tuple[str, str]]:
    """The roles that a thing without steps names, with their keys."""
    if isinstance(value, Process):
        yield "owner", value.owner
        yield "approver", value.approver
    elif isinstance(value, Record) and value.keeper:
        yield "keeper", value.keeper
    elif isinstance(value, Kpi):
        yield "owner", value.owner
    elif isinstance(value, ExceptionCase):
        yield from (("to", role) for role in value.to)
    elif isinstance(value, InformationItem):
        yield from (("from", role) for role in value.from_)
        yield from (("to", role) for role in value.to)
    elif isinstance(value, Field):
        yield from (("by", role) for role in value.by)


def _limits(bands: Any) -> dict[str, list[object]]:
    found: dict[str, list[object]] = {}
    floor: object = None
    for band in bands or ():
        found.setdefault(band.role, []).append((floor, band.up_to and band.up_to.source))
        floor = band.up_to and band.up_to.source
    return found
