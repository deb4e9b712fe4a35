"""Whom a change reaches beside those who work at its place: superiors, owners, other processes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass

from generator.model.changes.change import Action, Change, Effect, Element, Stake
from generator.model.changes.people import People, duties_of, turned
from generator.model.changes.spelling import spelt
from generator.model.changes.ways import Way, onwards_of
from generator.model.control import Deadline, Status
from generator.model.form import Form
from generator.model.handbook import Handbook
from generator.model.organization import Reporting
from generator.model.process import Kpi, Process, Risk
from generator.notation.due_kinds import Daily, Due
from generator.notation.duration import Duration, TimeUnit

_OF_THE_CALENDAR = frozenset({TimeUnit.WORKING_DAY, TimeUnit.HOUR})


def reached_beside(change: Change, before: Handbook, after: Handbook) -> Iterator[Effect]:
    """Yield what a change is to roles that do not work at its place."""
    kind = change.element.kind
    book = before if change.action is Action.REMOVED else after
    if kind == "revision":
        yield from _of_ending(change, before, after)
    elif kind == "reporting-line":
        yield from _of_superiors(change, book)
    elif kind == "kpi" and change.aspect in {"formula", "target", "every"}:
        yield from _relearn(_owners(book, change))
    elif kind == "risk" and change.aspect in {"", "at", "control"}:
        if change.aspect == "at":  # who held it no longer does
            yield from _relearn(_holding(before, change))
        yield from _relearn(_holding(book, change))
    elif kind == "handbook" and change.aspect.partition(".")[0] == "calendar":
        yield from _relearn(_bound_by_calendar(after))
    elif _goes_elsewhere(change):
        yield from _relearn(People(after).concerned(change.path))


def ends(change: Change, before: Handbook, after: Handbook) -> bool | None:
    """Whether a document ends with this change of its history (True), or comes back (False)."""
    if change.element.kind != "revision" or change.aspect not in {"", "retired"}:
        return None
    old, new = (_document(book, change.document) for book in (before, after))
    if old is None or new is None:
        return None
    retired = [each.revision.status is Status.RETIRED for each in (old, new)]
    newest = {old.revision.version, new.revision.version}
    return retired[1] if retired[0] != retired[1] and change.element.id in newest else None


def _document(book: Handbook, top: Element) -> Process | Form | None:
    if top.kind == "process":
        return book.processes.get(top.id)
    return book.forms.get(top.id) if top.kind == "form" else None


def _of_ending(change: Change, before: Handbook, after: Handbook) -> Iterator[Effect]:
    """A document that ends is one that nobody has to follow any more; callers wait in vain."""
    gone = ends(change, before, after)
    if gone is None:
        return
    book = before if gone else after
    people, document = People(book), _document(book, change.document)
    if isinstance(document, Form):
        yield from _relearn(people.fillers(document.id))
    elif document is not None:
        for step in document.steps:
            for key, role in people.parts(step):
                yield from turned(key, role, gone=gone)
        around = (*people.owners_around(document.id), *_leading_to(book, document.id))
        for role in dict.fromkeys(around):
            yield Effect(role, Stake.NEIGHBOUR)


def _leading_to(book: Handbook, name: str) -> Iterator[str]:
    """Who does a step from which a process is called, or handed over to."""
    for process in book.process_list:
        for step in process.steps:
            if any(name in {each.call, each.hand_over} for each in onwards_of(step)):
                yield from People(book).doing(process, step.id)


def _of_superiors(change: Change, book: Handbook) -> Iterator[Effect]:
    """Who leads somebody now, or no longer; a unit stands for its head, who is not named."""
    if change.aspect == "role":
        pair = {str(change.before)}, {str(change.after)}
    elif not change.aspect:
        lines = (change.before, change.after)
        pair = tuple({each.role} if isinstance(each, Reporting) else set() for each in lines)  # type: ignore[assignment]
    else:
        yield from _relearn({change.element.id} & set(book.roles))
        return
    yield from duties_of("owner", *(sorted(each & set(book.roles)) for each in pair))


def _owners(book: Handbook, change: Change) -> Iterator[str]:
    process = book.processes.get(change.document.id)
    for each in process.kpis if process else ():
        if _known_as(each, change):
            yield each.owner


def _holding(book: Handbook, change: Change) -> Iterator[str]:
    """Who does the steps at which a risk is held; without any who owns the process."""
    process = book.processes.get(change.document.id)
    for each in process.risks if process else ():
        if process and (_known_as(each, change) or each in (change.before, change.after)):
            yield from (role for step in each.at for role in People(book).doing(process, step))
            if not each.at:
                yield process.owner


def _known_as(thing: Kpi | Risk, change: Change) -> bool:
    words = thing.kpi if isinstance(thing, Kpi) else thing.risk
    return str(spelt(words)) == change.element.id


def _goes_elsewhere(change: Change) -> bool:
    """Whether another process is called, or handed over to, than before."""
    old, new = change.before, change.after
    if not isinstance(old, Way) or not isinstance(new, Way):
        return False
    return (old.call, old.hand_over) != (new.call, new.hand_over)


def _bound_by_calendar(book: Handbook) -> Iterator[str]:
    """Who has a due that days off move or lengthen."""
    people = People(book)
    for process in book.process_list:
        top = Element("process", process.id)
        if _by_calendar(book, process.every):
            yield from people.concerned((top,))
        for step in process.steps:
            if _by_calendar(book, step.due):
                yield from people.doing(process, step.id)
        for each in process.milestones:
            if _by_calendar(book, each.due):
                yield from people.concerned((top, Element("milestone", each.milestone)))
    for item in book.information.items:
        if _by_calendar(book, item.due):
            yield from item.from_


def _by_calendar(book: Handbook, deadline: Deadline | None) -> bool:
    """Whether a due counts working days or hours, or names a day that may be one off."""
    dues = [case.due for case in deadline.cases if case.due] if deadline else []
    return any(
        (each.recurring and not isinstance(each, Daily))
        or any(one.unit in _OF_THE_CALENDAR for one in _durations(book, each))
        for each in dues
    )


def _durations(book: Handbook, due: Due) -> Iterator[Duration]:
    yield from _inside(due)
    for insert in due.parameters:
        yield from _inside(book.value_of(insert))


def _inside(value: object) -> Iterator[Duration]:
    if isinstance(value, Duration):
        yield value
    elif is_dataclass(value):
        for each in fields(value):
            yield from _inside(getattr(value, each.name))


def _relearn(roles: Iterable[str]) -> Iterator[Effect]:
    return (Effect(role, Stake.RELEARNS) for role in dict.fromkeys(roles))
