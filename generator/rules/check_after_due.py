"""HB342: checks that nobody can answer yet when the step is due."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Message, Rule, Severity
from generator.model.process import Process, Step
from generator.model.text import Text
from generator.notation.due_kinds import AtOnce, Due, Offset, Relative, SameDay, Within
from generator.notation.duration import Duration, TimeUnit
from generator.rules.book import Book
from generator.rules.due_places import DuePlace, DuePlaces, followed
from generator.rules.examples import step, steps
from generator.rules.spoken_time import Spoken, spoken
from generator.rules.timeline import Lengths, bounds, working_week

_STEP = steps(step("take", "checks: [Goods have rested for {days} days]", "end: done", due="5d"))
RULE = Rule(
    code="HB342",
    name="check-after-due",
    message=N_("Nobody can answer this when the step is due ({due}): {reason}"),
    hint=N_("Move the check to a later step, or give the step more time."),
    why=N_("Who ticks it all the same ticks what he does not know."),
    severity=Severity.WARNING,
    wrong=_STEP.format(days=15),
    right=_STEP.format(days=3),
)
_LASTS = N_("it takes {span}, and there {days:is|are} {days} {days:day|days} until then.")
_TOLD = re.compile(
    r"写明|约定|注明|载明|标明|规定|承诺|说明|合同|租约|\b(?:says?|states?|agreed|promised?|contract|lease)\b",
    re.IGNORECASE,
)
_EVENT = N_("“{title}” only comes after it.")


def check(book: Book) -> Iterator[Diagnostic]:
    """Find checks and ends whose time runs out after the due of their step."""
    known: Lengths = {}
    for process in followed(book.handbook):
        places = DuePlaces(book.handbook, process, known=known)
        for each in process.steps:
            yield from _spans(book, places, each)
            yield from _events(process, places, each)


def _spans(book: Book, places: DuePlaces, each: Step) -> Iterator[Diagnostic]:
    week = working_week(book.handbook.settings.calendar)
    for text in each.checks:
        if _TOLD.search(text.source):
            continue  # what stands on paper can be read off at once
        for found in spoken(book.handbook, text):
            least = bounds(found.duration, week)[0]
            if found.duration.unit is TimeUnit.YEAR:
                continue  # counts what happened in a year, or how long a lease runs
            window = _window(places, each, found, week)
            if window is not None and least > window + 1e-6:
                reason = Message(_LASTS, {"span": str(found.duration), "days": round(window)})
                yield RULE.at(text.where, due=_due(places, each), reason=reason)
                break


def _due(places: DuePlaces, each: Step) -> str:
    return ", ".join(str(due) for due in places.dues(each))


def _window(places: DuePlaces, each: Step, found: Spoken, week: frozenset[int]) -> float | None:
    """The days within which the answer must be there; None where that cannot be told."""
    dues = places.dues(each)
    if not dues or not (found.lasting or found.limit):
        return None
    windows = [_of(due, found, week) for due in dues]
    if None not in windows:
        return max(window for window in windows if window is not None)
    own = places.own(each)
    if own and own.scale.startswith("from ") and found.limit:
        return _since(places, each, own)
    before = [place.until(own) for place in places.carried[each.id]] if own else []
    known = [days for days in before if days is not None]
    return max(known) if known else None


def _since(places: DuePlaces, each: Step, own: DuePlace) -> float | None:
    """The days from the step before, or until the event; None where nothing lies before."""
    apart = [
        own.most - place.least
        for place in places.carried[each.id]
        if place.scale == own.scale and place.step != each.id
    ]
    return max(*apart, -own.least) if apart else None


def _of(due: Due, found: Spoken, week: frozenset[int]) -> float | None:
    match due:
        case Within(duration=duration):
            return bounds(duration, week)[1]
        case AtOnce() if found.lasting:
            return 0.0
        case SameDay():
            return 1.0
        case Offset(span=Duration() as span, relation="after"):
            return bounds(span, week)[1]
        case Offset(span=Duration() as span, relation="before") if found.lasting:
            return bounds(span, week)[1]  # what begins at the due has no more until the event
        case _:
            return None


def _events(process: Process, places: DuePlaces, each: Step) -> Iterator[Diagnostic]:
    """Find texts that say an event is over whose step is due before it."""
    titles = {name.milestone: name.title.source for name in process.milestones}
    for due in places.dues(each):
        anchor = _ahead(due)
        title = titles.get(anchor or "")
        if title is None:
            continue
        for text in _said(each):
            if title in text.source:
                yield RULE.at(text.where, due=str(due), reason=Message(_EVENT, {"title": title}))


def _ahead(due: Due) -> str | None:
    """The event before which a due lies."""
    match due:
        case Offset(relation="before", anchor=anchor) | Relative(relation="before", anchor=anchor):
            return anchor.id
        case _:
            return None


def _said(each: Step) -> Iterator[Text]:
    if each.end:
        yield each.end
    yield from (way.end for way in each.choose if way.end)
