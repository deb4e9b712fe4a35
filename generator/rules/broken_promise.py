"""HB349: steps whose limits add up to more than the process promises."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.base.diagnostics import N_, Diagnostic, Rule, Severity
from generator.model.control import DueCase
from generator.model.process import Process, Promise
from generator.notation.due_kinds import Within
from generator.rules.book import Book
from generator.rules.due_places import DuePlaces
from generator.rules.examples import step, steps
from generator.rules.timeline import LatestEnd, Lengths, Race, later, settled, working_week

_STEPS = steps(step("take", due="2wd"), step("send", "end: sent", due="{due}"))
RULE = Rule(
    code="HB349",
    name="broken-promise",
    message=N_("{promise} are promised, but the steps up to “{last}” may take {sum}: {way}."),
    hint=N_("Shorten limits of the steps until they fit, or promise what they add up to."),
    why=N_("Everybody may be in time at his own step and the promise is broken all the same."),
    severity=Severity.WARNING,
    wrong=_STEPS.format(due="2wd") + "promises:\n  - {promise: 3wd}\n",
    right=_STEPS.format(due="1wd") + "promises:\n  - {promise: 3wd}\n",
)
_SLACK = 1e-6


def check(book: Book) -> Iterator[Diagnostic]:
    """Find promises that the longest way cannot keep, weekends counted, holidays not."""
    known: Lengths = {}
    for process in book.handbook.process_list:
        if book.handbook.flows[process.id].astray:
            continue
        for promise in process.promises:
            for case in promise.promise.cases:
                yield from _promise(book, process, promise, case, known)


def _days(
    book: Book, process: Process, promise: Promise, week: frozenset[int], known: Lengths
) -> list[int]:
    """Return the days of the week on which what is promised may begin."""
    places = DuePlaces(book.handbook, process, known=known)
    first = promise.from_ or process.steps[0].id
    begun = {int(place.least - 1) % 7 for place in places.carried[first] if place.scale == "weekly"}
    return sorted(begun) or sorted(week)


def _promise(
    book: Book, process: Process, promise: Promise, case: DueCase, known: Lengths
) -> Iterator[Diagnostic]:
    due = settled(book.handbook, case.due)
    if not isinstance(due, Within):
        return
    named = {str(each.id) for each in process.steps}
    if not {each for each in (promise.from_, promise.to) if each} <= named:
        return
    week = working_week(book.handbook.settings.calendar)
    days = _days(book, process, promise, week, known)
    late: list[LatestEnd] = []
    for day in days:
        start = promise.from_
        race = Race(book.handbook, process, case.case, start, week, float(day), known=known)
        arrival = race.latest(promise.to)
        if arrival and arrival.moment > later(float(day), due.duration, week) + _SLACK:
            late.append(arrival)
    if not late:
        return
    way = late[0].way
    limits = [f"{leg.step.title.source} {leg.limit}" for leg in way if leg.limit]
    found = RULE.at(
        case.where,
        promise=str(due.duration),
        last=way[-1].step.title.source,
        sum=" + ".join(str(leg.limit) for leg in way if leg.limit),
        way=" → ".join(limits),
    )
    # Only where a weekend lies between: it may be meant to.
    yield found if len(late) == len(days) else replace(found, severity=Severity.INFO)
