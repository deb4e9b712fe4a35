"""What nobody has confirmed yet: statements of processes, forms, parameters and roles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.base.diagnostics import N_
from generator.document.blocks import Inlines, joined, plain
from generator.document.context import Context
from generator.document.parameters import parameter_link, parameter_values
from generator.document.registers.register import Register, RegisterColumn, table_of
from generator.model.process import Process


@dataclass(frozen=True, slots=True)
class _OpenPoint:
    """A statement that rests on practice alone: its kind, where it stands, its name, its words."""

    kind: str
    document: Inlines
    what: Inlines
    says: Inlines
    owner: Inlines = ()


def open_points(ctx: Context) -> Register:
    """Return every statement that the company has yet to confirm, with room to confirm it."""
    say = ctx.words.say
    columns: tuple[RegisterColumn[_OpenPoint], ...] = (
        (say("Kind"), lambda each: plain(say(each.kind))),
        (say("Document"), lambda each: each.document),
        (say("What"), lambda each: each.what),
        (say("It says"), lambda each: each.says),
        (say("Owner"), lambda each: each.owner),
    )
    to_fill: tuple[RegisterColumn[_OpenPoint], ...] = (
        (say("Confirmed by"), lambda _: ()),
        (say("On"), lambda _: ()),
        (say("Remark"), lambda _: ()),
    )
    caption = say("Statements that nobody has confirmed yet")
    hint = say("Practice of the trade that the company has yet to confirm, row by row.")
    table = table_of(caption, (*columns, *to_fill), _unconfirmed(ctx))
    return Register(say("Open points"), table, hint, blank=len(to_fill))


def _unconfirmed(ctx: Context) -> Iterator[_OpenPoint]:
    links, inlines = ctx.links, ctx.phrases.inlines
    for process in ctx.handbook.process_list:
        yield from _of_process(ctx, process)
    for form in ctx.handbook.form_list:
        if not form.basis:
            says, owner = inlines(form.instructions), links.role(form.owner)
            yield _OpenPoint(N_("Form"), links.form(form.id), inlines(form.title), says, owner)
    for parameter in ctx.handbook.parameter_file.parameters:
        if not parameter.basis:
            name, says = (
                parameter_link(ctx.words, parameter),
                parameter_values(ctx.phrases, parameter),
            )
            yield _OpenPoint(N_("Parameter"), plain(parameter.code or ""), name, says)
    for role in ctx.handbook.organization.roles:
        if not role.basis:
            duties = joined([inlines(duty) for duty in role.duties], ctx.words.semicolon)
            yield _OpenPoint(N_("Role"), links.unit(role.unit), links.role(role.role), duties)


def _of_process(ctx: Context, process: Process) -> Iterator[_OpenPoint]:
    """Yield what a process states; where a statement names no basis, that of the process holds."""
    document, owner = ctx.links.process(process.id), ctx.links.role(process.owner)

    def open_(
        kind: str, basis: tuple[str, ...] | None, what: Inlines, says: Inlines
    ) -> Iterator[_OpenPoint]:
        if not (process.basis if basis is None else basis):
            yield _OpenPoint(kind, document, what, says, owner)

    links, phrases = ctx.links, ctx.phrases
    for step in process.steps:
        does = phrases.inlines(step.do, process)
        yield from open_(N_("Step"), step.basis, links.step(process.id, step.id), does)
    for kpi in process.kpis:
        target = phrases.inlines(kpi.target, process)
        yield from open_(N_("Indicator"), kpi.basis, phrases.inlines(kpi.kpi, process), target)
    for risk in process.risks:
        control = phrases.inlines(risk.control, process)
        yield from open_(N_("Risk"), risk.basis, phrases.inlines(risk.risk, process), control)
    for record in process.records:
        kept = phrases.keep(record.keep)
        yield from open_(N_("Record"), record.basis, phrases.inlines(record.record, process), kept)
