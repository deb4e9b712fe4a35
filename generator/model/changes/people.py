"""Whom a change reaches: the roles that gain, lose, answer, are asked, are told, or relearn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from generator.model.changes.change import Effect, Element, Stake
from generator.model.changes.spelling import spelt
from generator.model.handbook import Handbook
from generator.model.process import Process, Step
from generator.model.reference import Matter

_WRITES = frozenset({"fill", "add"})
_DUTIES: dict[str, tuple[Stake, Stake]] = {
    "responsible": (Stake.GAINS, Stake.LOSES),
    "accountable": (Stake.ACCOUNTABLE, Stake.NOT_ACCOUNTABLE),
    "authority": (Stake.ACCOUNTABLE, Stake.NOT_ACCOUNTABLE),
    "consulted": (Stake.CONSULTED, Stake.NOT_CONSULTED),
    "informed": (Stake.INFORMED, Stake.NOT_INFORMED),
    "owner": (Stake.GAINS, Stake.LOSES),
    "keeper": (Stake.GAINS, Stake.LOSES),
    "approver": (Stake.APPROVES, Stake.NOT_APPROVES),
    "distribution": (Stake.INFORMED, Stake.NOT_INFORMED),
    "any-of": (Stake.GAINS, Stake.LOSES),
    "all-of": (Stake.GAINS, Stake.LOSES),
    "by": (Stake.GAINS, Stake.LOSES),
    "from": (Stake.GAINS, Stake.LOSES),
    "to": (Stake.INFORMED, Stake.NOT_INFORMED),
    "bands": (Stake.ACCOUNTABLE, Stake.NOT_ACCOUNTABLE),
}
"""Keys that name roles: what it is to be named there, and to be so no longer."""


@dataclass(frozen=True, slots=True)
class People:
    """Knows the people of one handbook."""

    book: Handbook

    def decides(self, step: Step) -> tuple[str, ...]:
        """Who answers for a step: one role, or those of the bands of its authority."""
        if step.accountable:
            return (step.accountable,)
        return self.of_bands(step.authority)

    def of_bands(self, parameter: str | None) -> tuple[str, ...]:
        """The roles of the bands of a parameter."""
        found = self.book.authorities.get(parameter or "")
        return found.roles if found else ()

    def parts(self, step: Step) -> Iterator[tuple[str, str]]:
        """Every role's part in a step: (key, role)."""
        if step.responsible:
            yield "responsible", step.responsible
        for role in self.decides(step):
            yield "accountable", role
        for role in step.consulted:
            yield "consulted", role
        for role in step.informed:
            yield "informed", role

    def fillers(self, form: str, section: str | None = None) -> tuple[str, ...]:
        """Who fills a form, or one section of it."""
        return tuple(
            dict.fromkeys(
                use.step.responsible
                for use in self.book.uses_by_form.get(form, ())
                if use.use.kind in _WRITES
                and use.step.responsible
                and (section is None or use.use.section in (None, section))
            )
        )

    def section_of(self, form: str, name: str) -> str | None:
        """The section in which a field stands."""
        found = self.book.forms.get(form)
        for section in found.sections if found else ():
            if any(each.field == name for each in section.fields):
                return section.section
        return None

    def first_of(self, process: str | None) -> tuple[str, ...]:
        """Who does the first step of a process: a call or a hand-over reaches that role."""
        found = self.book.processes.get(process or "")
        role = found.steps[0].responsible if found else None
        return (role,) if role else ()

    def owners_around(self, process: str) -> tuple[str, ...]:
        """The owners of the processes that this one calls or is called from."""
        ways = (
            *(each.source for each in self.book.comes_from.get(process, ())),
            *(each.target for each in self.book.leads_to.get(process, ())),
        )
        return tuple(dict.fromkeys(each.owner for each in ways if each.id != process))

    def doing(self, process: Process, step: str) -> tuple[str, ...]:
        """Who does a step; for a bare decision who answers, else who did the step before."""
        found = next((each for each in process.steps if each.id == step), None)
        if found is None:
            return ()
        if found.responsible:
            return (found.responsible,)
        if found.accountable:
            return (found.accountable,)
        ways = self.book.flows[process.id].entries.get(found.id, ())
        before = [process.step(way.source) for way in ways]
        return tuple(
            dict.fromkeys(each.responsible for each in before if each and each.responsible)
        )

    def concerned(self, path: tuple[Element, ...]) -> tuple[str, ...]:
        """Who acts by what is written at a place: does the step, fills the field, keeps it."""
        top = path[0]
        second = path[1] if len(path) > 1 else Element("", "")
        if top.kind == "process":
            return self._of_process(top.id, second)
        if top.kind == "form":
            if second.kind == "section":
                return self.fillers(top.id, second.id)
            if second.kind == "field":
                return self.fillers(top.id, self.section_of(top.id, second.id))
            return self.fillers(top.id)
        return self._of_list(top, second)

    def _of_list(self, top: Element, inner: Element) -> tuple[str, ...]:
        if top.kind == "handbook" and inner.kind == "field":  # the header stands on every form
            fillers = (role for form in self.book.forms for role in self.fillers(form))
            return tuple(dict.fromkeys(fillers))
        if top.kind == "item" and top.id in self.book.items:
            return tuple(self.book.items[top.id].from_)
        return (top.id,) if top.kind == "role" else ()

    def _of_process(self, name: str, inner: Element) -> tuple[str, ...]:
        process = self.book.processes.get(name)
        if process is None:
            return ()
        if inner.kind == "step":
            return self.doing(process, inner.id)
        if inner.kind == "milestone":
            return self._waiting_for(process, inner.id)
        if inner.kind == "exception":
            cases = {str(spelt(each.when)): each.to for each in process.exceptions}
            return tuple(cases.get(inner.id, ()))
        return self.doing(process, process.steps[0].id) if not inner.kind else ()

    def _waiting_for(self, process: Process, milestone: str) -> tuple[str, ...]:
        """Who does the steps whose dues count from a milestone."""
        found: dict[str, None] = {}
        for step in process.steps:
            cases = step.due.cases if step.due else ()
            if any(each.id == milestone for case in cases if case.due for each in case.due.anchors):
                found |= dict.fromkeys(self.doing(process, step.id))
        return tuple(found)


def duties_of(aspect: str, before: Iterable[str], after: Iterable[str]) -> Iterator[Effect]:
    """What it is to roles that they are named at a key now, or no longer."""
    if aspect not in _DUTIES:
        return
    comes, goes = _DUTIES[aspect]
    old, new = tuple(before), tuple(after)
    yield from (Effect(role, comes) for role in new if role not in old)
    yield from (Effect(role, goes) for role in old if role not in new)


def turned(aspect: str, role: str, *, gone: bool) -> Iterator[Effect]:
    """What it is to a role that the whole thing that names it at a key came, or went."""
    yield from duties_of(aspect, *(((role,), ()) if gone else ((), (role,))))


def names_roles(aspect: str) -> bool:
    """Whether a key names roles."""
    return aspect in _DUTIES


def roles_in(value: Any) -> tuple[str, ...]:
    """The roles that the value of such a key names."""
    if value is None:
        return ()
    if isinstance(value, str):
        return (value,)
    if value and isinstance(value[0], Matter):
        return tuple(dict.fromkeys(role for each in value for role in each.level))
    return tuple(getattr(each, "role", each) for each in value)
