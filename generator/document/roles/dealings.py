"""What a role works with: its processes, its forms, from whom work comes and to whom it goes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.document.blocks import DownloadsByPage, Facts, Section, joined
from generator.document.context import Context
from generator.document.roles.work import form_with_word
from generator.document.tasks import parts_of_role
from generator.model.handbook import Handbook
from generator.model.organization import Role


def dealings_section(ctx: Context, role: Role, downloads: DownloadsByPage) -> Section | None:
    """Return what a role works with; None where it neither does nor answers for anything."""
    tasks = [each for each in parts_of_role(ctx.handbook, role) if each.ticked]
    processes = dict.fromkeys(each.process.id for each in tasks)
    forms = dict.fromkeys(use.form for each in tasks for use in each.step.forms)
    comma = ctx.words.semicolon
    rows = (
        (
            ctx.words.say("My processes"),
            joined([ctx.links.process(each, code=False) for each in processes], comma),
        ),
        (
            ctx.words.say("My forms"),
            joined([form_with_word(ctx, each, downloads) for each in forms], comma),
        ),
        (ctx.words.say("Waits for me"), ctx.links.roles(_after(ctx.handbook, role))),
        (ctx.words.say("I wait for"), ctx.links.roles(_before(ctx.handbook, role))),
    )
    facts = tuple((label, value) for label, value in rows if value)
    if not facts:
        return None
    folded = ctx.words.say(
        "{processes} {processes:process|processes}, {forms} {forms:form|forms}",
        processes=len(processes),
        forms=len(forms),
    )
    title = ctx.words.say("What I work with")
    return Section(title, "with", (Facts(facts),), folded=folded)


def _after(handbook: Handbook, role: Role) -> Iterable[str]:
    """Return who takes over where a role has done its step, each once."""
    mine = _names(handbook, role)
    return dict.fromkeys(to for by, to in _hand_overs(handbook) if by in mine and to not in mine)


def _before(handbook: Handbook, role: Role) -> Iterable[str]:
    """Return after whose steps a role takes over, each once."""
    mine = _names(handbook, role)
    return dict.fromkeys(by for by, to in _hand_overs(handbook) if to in mine and by not in mine)


def _names(handbook: Handbook, role: Role) -> frozenset[str]:
    return frozenset(
        {role.role, *(each.role for each in handbook.collectives_of.get(role.role, ()))}
    )


def _hand_overs(handbook: Handbook) -> Iterator[tuple[str, str]]:
    """Yield who does a step and who does one that follows it, within and between processes."""
    for process in handbook.process_list:
        doers = {step.id: step.responsible for step in process.steps}
        flow = handbook.flows[process.id]
        for step in process.steps:
            for after in flow.successors(step.id):
                by, to = doers[step.id], doers[after]
                if by and to:
                    yield by, to
    for each in handbook.neighbours:
        first = each.target.steps[0].responsible
        if each.step.responsible and first:
            yield each.step.responsible, first
