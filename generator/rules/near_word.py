"""HB235: free words that are one slip away from a word that is known there."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from generator.base.diagnostics import N_, Diagnostic, Fix, Rule, Severity
from generator.base.nearest import is_near, nearest
from generator.model.control import Keep
from generator.model.process import RHYTHMS, Process
from generator.model.text import Text
from generator.rules.book import Book
from generator.rules.examples import TAKE_ORDER

_KPI = (
    TAKE_ORDER + "kpis:\n  - {{kpi: Taken in time, formula: in time ÷ all, target: 98%, "
    "every: {every}, owner: manager}}\n"
)
_LONGEST, _LETTERS = 40, 2
RULE = Rule(
    code="HB237",
    name="near-word",
    message=N_("“{text}” is nearly “{close}”, which has a meaning here."),
    hint=N_("Write “{close}”, or say in more words what is meant."),
    why=N_("It would stand on the page as it is, misspelt and in no other language."),
    severity=Severity.WARNING,
    wrong=_KPI.format(every="moth"),
    right=_KPI.format(every="month"),
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Compare rhythms of indicators, and the events from which something is kept."""
    for process in book.handbook.process_list:
        for kpi in process.kpis:
            yield from _near(kpi.every, RHYTHMS)
        events = _events(process)
        for record in process.records:
            yield from _kept(record.keep, events)
    for form in book.handbook.form_list:
        uses = book.handbook.uses_by_form.get(form.id, ())
        if form.keep and form.keep.from_:
            yield from _kept(form.keep, {each for use in uses for each in _events(use.process)})


def _kept(keep: Keep | None, events: Collection[str]) -> Iterator[Diagnostic]:
    # In running words a capital is no slip.
    if keep and keep.from_ and keep.from_.source.casefold() not in map(str.casefold, events):
        yield from _near(keep.from_, events)


def _events(process: Process) -> set[str]:
    """The ids and titles of what happens in a process."""
    named: set[str] = {each.id for each in process.steps}
    named |= {each.milestone for each in process.milestones}
    named |= {each.title.source for each in process.steps}
    named |= {each.title.source for each in process.milestones}
    return named


def _near(text: Text, known: Collection[str]) -> Iterator[Diagnostic]:
    word = text.source
    if word in known or len(word) > _LONGEST:
        return
    close = nearest(word, known)
    if close and is_near(word, close) and abs(len(word) - len(close)) <= _LETTERS:
        yield RULE.at(text.where, fix=Fix.at(text.where, close), text=word, close=close)
