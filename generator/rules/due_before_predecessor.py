"""HB340: steps that are due before the work that comes before them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.base.diagnostics import N_, Diagnostic, Message, Rule, Severity
from generator.model.process import Step
from generator.rules.book import Book
from generator.rules.due_places import DuePlace, DuePlaces, cyclic, followed
from generator.rules.examples import step, steps
from generator.rules.timeline import Lengths, settled

_STEPS = steps(step("count", due="monthly {day}"), step("report", "end: sent", due="monthly 5"))
RULE = Rule(
    code="HB340",
    name="due-before-predecessor",
    message=N_("This is due {due}, but what comes before it {reason}: {way}."),
    hint=N_("Move this day back, or the ones before it forwards."),
    why=N_("Whoever keeps this day works with what is not there yet."),
    severity=Severity.WARNING,
    wrong=_STEPS.format(day=8),
    right=_STEPS.format(day=3),
)
_LATER = N_("may only be there later")
_SAME = N_("arrives in the very same minute")


def check(book: Book) -> Iterator[Diagnostic]:
    """Compare each due that names a day with those before it, in the process and in callers."""
    known: Lengths = {}
    found = {
        process.id: DuePlaces(book.handbook, process, known=known)
        for process in followed(book.handbook)
    }
    for places in found.values():
        for each in places.process.steps:
            before = places.carried[each.id]
            yield from _step(places, each, before, inside=True)
    for way in book.handbook.neighbours:
        source, target = found.get(way.source.id), found.get(way.target.id)
        if source and target:
            before = tuple(source.after(way.step, source.carried[way.step.id]))
            outside = tuple(each for each in before if not each.scale.startswith("from "))
            yield from _entered(target, outside)
            if way.kind == "call" and _rhythm(target):
                yield from _back(source, target, way.step, way.exit.targets)


def _entered(target: DuePlaces, outside: tuple[DuePlace, ...]) -> Iterator[Diagnostic]:
    """Compare the days with which a process is entered with those of its steps."""
    carried = replace(target, before=outside).carried
    ways = {each.way for each in outside}
    for each in target.process.steps:
        entered = tuple(
            place for place in carried[each.id] if any(place.way[: len(way)] == way for way in ways)
        )
        yield from _step(target, each, entered, inside=False)


def _rhythm(places: DuePlaces) -> bool:
    """Whether a process begins by the calendar; elsewhere “weekly fri” means until it is done."""
    cases = places.process.every.cases if places.process.every else ()
    return any(cyclic(settled(places.book, case.due)) for case in cases)


def _back(
    source: DuePlaces, target: DuePlaces, caller: Step, onward: tuple[str, ...]
) -> Iterator[Diagnostic]:
    """Compare the last days of a called process with the step that goes on after it."""
    exits = target.book.flows[target.process.id].exits
    ends = [each for each in target.process.steps if any(way.end for way in exits[each.id])]
    before = tuple(
        place
        for end in ends
        for place in target.after(end, target.carried[end.id])
        if not place.scale.startswith("from ")
    )
    for each in source.process.steps:
        if each.id in onward and each.id != caller.id:
            yield from _step(source, each, before, inside=False)


def _step(
    places: DuePlaces, each: Step, before: tuple[DuePlace, ...], *, inside: bool
) -> Iterator[Diagnostic]:
    own = places.own(each)
    if own is None or each.due is None:
        return
    for place in before:
        late = place.behind(own)
        same = inside and place.step is not None and place.same_minute(own)
        if late or same:
            yield RULE.at(
                each.due.cases[0].where,
                due=str(places.dues(each)[0]),
                reason=Message(_LATER if late else _SAME),
                way=" → ".join(place.way),
            )
            return
