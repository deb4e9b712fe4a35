"""What stands below the steps of a process: records, indicators, risks, exceptions, neighbours."""

from __future__ import annotations

from generator.document.anchors import step_target
from generator.document.blocks import (
    Block,
    Bullets,
    Inlines,
    Link,
    Paragraph,
    Plain,
    Row,
    Section,
    Table,
    Target,
    joined,
    plain,
)
from generator.document.context import Context
from generator.document.parameters import parameter_values
from generator.model.form import Form
from generator.model.grounds import Ground, Part, ground, prevailing
from generator.model.process import Process, Step
from generator.model.reference import Parameter


def own_basis(ctx: Context, process: Process, part: Part) -> Inlines:
    """Return what a part rests on where that is not what is said once of the whole process."""
    own = ground(process, part)
    if own == prevailing(process) or _inherits(process, part, own):
        return ()
    if own.basis and own.confirmed is None:
        return (Plain(ctx.words.say("source: ")), *ctx.links.basis(own.basis))
    return ctx.links.basis(own.basis, own.confirmed)


def _inherits(process: Process, part: Part, own: Ground) -> bool:
    """Whether it rests on what the process as a whole rests on, which is named there."""
    whole = Ground(process.basis or (), process.confirmed)
    return own == whole and not isinstance(part, Step) and bool(whole.basis or whole.confirmed)


def _with_basis(ctx: Context, process: Process, said: Inlines, part: Part) -> Inlines:
    own = own_basis(ctx, process, part)
    return (*said, Plain(" "), *own) if own else said


def records_section(ctx: Context, process: Process) -> Section | None:
    """Return what is kept as evidence, how long, by whom; None where there is nothing."""
    if not process.records:
        return None
    rows = tuple(
        Row(
            (
                _with_basis(ctx, process, ctx.phrases.inlines(record.record, process), record),
                ctx.links.forms(record.forms),
                ctx.phrases.keep(record.keep),
                ctx.links.role(record.keeper) if record.keeper else (),
                ctx.phrases.inlines(record.note, process),
            )
        )
        for record in process.records
    )
    columns = ctx.words.say_each("Record", "Forms", "Kept", "Keeper", "Note")
    title = ctx.words.say("Records")
    return Section(title, "records", (Table(title, columns, rows),))


def kpis_section(ctx: Context, process: Process) -> Section | None:
    """Return what is measured, and how; None where there is nothing."""
    if not process.kpis:
        return None
    rows = tuple(
        Row(
            (
                _with_basis(ctx, process, ctx.phrases.inlines(kpi.kpi, process), kpi),
                ctx.phrases.inlines(kpi.formula, process),
                ctx.phrases.inlines(kpi.target, process),
                plain(ctx.words.rhythm(kpi.every.source)),
                ctx.links.role(kpi.owner),
            )
        )
        for kpi in process.kpis
    )
    columns = ctx.words.say_each("Indicator", "Formula", "Target", "How often", "Owner")
    title = ctx.words.say("Indicators")
    return Section(title, "indicators", (Table(title, columns, rows),))


def risks_section(ctx: Context, process: Process) -> Section | None:
    """Return what may go wrong, and what holds it; None where there is nothing."""
    if not process.risks:
        return None
    rows = tuple(
        Row(
            (
                _with_basis(ctx, process, ctx.phrases.inlines(risk.risk, process), risk),
                ctx.phrases.inlines(risk.control, process),
                joined([ctx.links.step(process.id, step) for step in risk.at], ctx.words.comma),
            )
        )
        for risk in process.risks
    )
    columns = ctx.words.say_each("Risk", "Control", "At step")
    title = ctx.words.say("Risks and controls")
    return Section(title, "risks", (Table(title, columns, rows),))


def exceptions_section(ctx: Context, process: Process) -> Section | None:
    """Return what to do when the process cannot run as written; None where there is nothing."""
    if not process.exceptions:
        return None
    rows = tuple(
        Row(
            (
                ctx.phrases.inlines(e.when, process),
                ctx.phrases.inlines(e.do, process),
                ctx.links.roles(e.to),
            )
        )
        for e in process.exceptions
    )
    columns = ctx.words.say_each("When", "What to do", "Turn to")
    title = ctx.words.say("Exceptions")
    return Section(title, "exceptions", (Table(title, columns, rows),))


def neighbours_section(ctx: Context, process: Process) -> Section | None:
    """Return the processes before and after this one; None where there are none."""
    before = [
        (
            *ctx.links.process(each.source.id),
            Plain(ctx.words.say(", step ")),
            *ctx.links.step(each.source.id, each.step.id),
        )
        for each in ctx.handbook.comes_from.get(process.id, ())
    ]
    after = [
        (
            *ctx.links.process(each.target.id),
            Plain(
                ctx.words.say(" (called at step ")
                if each.kind == "call"
                else ctx.words.say(" (handed over at step ")
            ),
            Link(
                ctx.words.translated(each.step.title.source), step_target(process.id, each.step.id)
            ),
            Plain(ctx.words.say(")")),
        )
        for each in ctx.handbook.leads_to.get(process.id, ())
    ]
    blocks: list[Block] = []
    if before:
        blocks += [Paragraph(plain(ctx.words.say("It is started by:"))), Bullets(tuple(before))]
    if after:
        blocks += [Paragraph(plain(ctx.words.say("It leads to:"))), Bullets(tuple(after))]
    if not blocks:
        return None
    return Section(ctx.words.say("Neighbouring processes"), "neighbours", tuple(blocks))


def parameters_section(ctx: Context, document: Process | Form) -> Section | None:
    """Return the values of the parameters that are cited here; None where there is nothing."""
    used = ctx.handbook.parameters_of_file.get(document.where.file, ())
    parameters = [ctx.handbook.parameters[name] for name in used]
    if not parameters:
        return None
    rows = tuple(
        Row(
            (
                (Link(_titled(ctx, parameter), Target("parameter", parameter.parameter)),),
                parameter_values(ctx.phrases, parameter),
                ctx.phrases.inlines(parameter.note),
            )
        )
        for parameter in parameters
    )
    columns = ctx.words.say_each("Parameter", "Value", "Note")
    title = ctx.words.say("Parameters that apply here")
    return Section(title, "parameters", (Table(title, columns, rows),))


def _titled(ctx: Context, parameter: Parameter) -> str:
    return f"{parameter.code or ''} {ctx.words.translated(parameter.title.source)}".strip()
