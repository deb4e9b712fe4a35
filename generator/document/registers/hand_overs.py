"""Where the work goes on with another role, or in another process."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.base.diagnostics import N_
from generator.document.blocks import Inlines, Link, plain
from generator.document.context import Context
from generator.document.links import Links
from generator.document.onward import either
from generator.document.registers.register import Register, RegisterColumn, table_of
from generator.model.handbook import Handbook
from generator.model.process import Process, Step
from generator.model.text import Text


@dataclass(frozen=True, slots=True)
class _Place:
    """A step of a process."""

    process: Process
    step: Step


@dataclass(frozen=True, slots=True)
class _HandOver:
    """Work that goes on elsewhere: from where, under which conditions, how, and where to."""

    here: _Place
    when: tuple[Text, ...]
    how: str
    there: _Place


def hand_overs(ctx: Context) -> Register:
    """Return who passes what to whom."""
    say, links = ctx.words.say, ctx.links

    def when(each: _HandOver) -> Inlines:
        inlines = ctx.phrases.inlines
        return either(ctx.words, [inlines(text, each.here.process) for text in each.when])

    columns: tuple[RegisterColumn[_HandOver], ...] = (
        (say("From"), lambda each: _doer(links, each.here)),
        (say("Step"), lambda each: _step(links, each.here)),
        (say("What"), lambda each: links.forms(_forms(each.here.step))),
        (say("When"), when),
        (say("How"), lambda each: plain(say(each.how))),
        (say("To"), lambda each: _doer(links, each.there)),
        (say("Next step"), lambda each: _step(links, each.there)),
    )
    entries = (
        each
        for process in ctx.handbook.process_list
        for step in process.steps
        for each in _from(ctx.handbook, _Place(process, step))
    )
    caption = say("Who passes what to whom")
    table = table_of(caption, columns, entries, lambda each: each.here.process.id)
    return Register(say("Hand-overs"), table)


def _from(handbook: Handbook, here: _Place) -> Iterator[_HandOver]:
    process, step = here.process, here.step
    for way in handbook.flows[process.id].exits[step.id]:
        for target in way.targets:
            following = process.step(target)
            if following and following.responsible != step.responsible:
                there = _Place(process, following)
                yield _HandOver(here, way.when, N_("passes on to"), there)
        for name, how in ((way.call, N_("calls")), (way.hand_over, N_("hands over to"))):
            called = handbook.processes.get(name or "")
            if called:
                yield _HandOver(here, way.when, how, _Place(called, called.steps[0]))


def _doer(links: Links, place: _Place) -> Inlines:
    return links.role(place.step.responsible or place.step.accountable) or plain("—")


def _step(links: Links, place: _Place) -> Inlines:
    """Return a step with the code of its process, as one link."""
    found = links.step(place.process.id, place.step.id)
    return tuple(
        replace(e, text=f"{place.process.code} {e.text}") if isinstance(e, Link) else e
        for e in found
    )


def _forms(step: Step) -> dict[str, None]:
    """Return the forms of a step, each once."""
    return dict.fromkeys(use.form for use in step.forms)
