"""What nobody has confirmed yet: statements of processes, forms, parameters and roles."""

from __future__ import annotations

from generator.base.diagnostics import N_
from generator.document.blocks import Inlines, joined, plain, text_of
from generator.document.context import Context
from generator.document.parameters import parameter_link, parameter_values
from generator.document.registers.register import Register, RegisterColumn, table_of
from generator.model.form import Form
from generator.model.grounds import Confirmable, seen_as
from generator.model.grounds import open_points as unconfirmed
from generator.model.organization import Role
from generator.model.process import Kpi, Process, Record, Risk, Step
from generator.model.reference import Parameter

_KINDS = {
    "step": N_("Step"),
    "kpi": N_("Indicator"),
    "risk": N_("Risk"),
    "record": N_("Record"),
    "form": N_("Form"),
    "parameter": N_("Parameter"),
    "role": N_("Role"),
}


def open_points(ctx: Context) -> Register:
    """Return every statement that the company has yet to confirm, with room to confirm it.

    The mark of a row is for `handbook import confirmations`: it names the statement, what it said
    when the sheet was made, and the sentences that stand beside it.
    """
    say = ctx.words.say
    columns: tuple[RegisterColumn[Confirmable], ...] = (
        (say("Kind"), lambda each: plain(say(_KINDS[each.kind]))),
        (say("Document"), lambda each: _document(ctx, each)),
        (say("What"), lambda each: _what(ctx, each)),
        (say("It says"), lambda each: _says(ctx, each)),
        (say("Owner"), lambda each: _owner(ctx, each)),
        (say("Mark (leave it as it is)"), lambda each: plain(_mark(ctx, each))),
    )
    to_fill: tuple[RegisterColumn[Confirmable], ...] = (
        (say("Confirmed by"), lambda _: ()),
        (say("On"), lambda _: ()),
        (say("Remark"), lambda _: ()),
    )
    caption = say("Statements that nobody has confirmed yet")
    hint = say(
        "Practice of the trade that the company has yet to confirm, row by row: a name or post and "
        "a day. `handbook import confirmations` writes them into the handbook."
    )
    table = table_of(caption, (*columns, *to_fill), unconfirmed(ctx.handbook))
    return Register(say("Open points"), table, hint, blank=len(to_fill))


def _mark(ctx: Context, point: Confirmable) -> str:
    seen = seen_as(text_of(_what(ctx, point)), text_of(_says(ctx, point)))
    return f"{point.mark}-{seen}"


def _document(ctx: Context, point: Confirmable) -> Inlines:
    match point.document:
        case Process():
            return ctx.links.process(point.document.id)
        case Form():
            return ctx.links.form(point.document.id)
        case Parameter():
            return plain(point.document.code or "")
        case Role():
            return ctx.links.unit(point.document.unit)


def _owner(ctx: Context, point: Confirmable) -> Inlines:
    if isinstance(point.document, Process | Form):
        return ctx.links.role(point.document.owner)
    return ()


def _what(ctx: Context, point: Confirmable) -> Inlines:
    process = point.document if isinstance(point.document, Process) else None
    match point.statement:
        case Step() as step:
            return ctx.links.step(process.id if process else "", step.id)
        case Kpi(kpi=text) | Risk(risk=text) | Record(record=text):
            return ctx.phrases.inlines(text, process)
        case Form() as form:
            return ctx.phrases.inlines(form.title)
        case Parameter() as parameter:
            return parameter_link(ctx.words, parameter)
        case Role() as role:
            return ctx.links.role(role.role)


def _says(ctx: Context, point: Confirmable) -> Inlines:
    process = point.document if isinstance(point.document, Process) else None
    match point.statement:
        case Step(do=text):
            return ctx.phrases.inlines(text, process)
        case Kpi(target=text) | Risk(control=text):
            return ctx.phrases.inlines(text, process)
        case Record(keep=keep):
            return ctx.phrases.keep(keep)
        case Form() as form:
            return ctx.phrases.inlines(form.instructions)
        case Parameter() as parameter:
            return parameter_values(ctx.phrases, parameter)
        case Role() as role:
            duties = [ctx.phrases.inlines(duty) for duty in role.duties]
            return joined(duties, ctx.words.semicolon)
