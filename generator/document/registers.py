"""The registers of the responsibility workbook: lists across all processes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.base.diagnostics import N_
from generator.document.blocks import (
    Block,
    Inlines,
    Link,
    Matrix,
    Page,
    Row,
    Section,
    Table,
    Target,
    joined,
    plain,
)
from generator.document.context import Context
from generator.document.links import Links
from generator.document.lists import forms_page
from generator.document.onward import either
from generator.document.overview_pages import indicators_page, matrix_legend, whole_matrix
from generator.document.parameters import parameter_values
from generator.document.process_page import form_uses
from generator.document.reference_pages import parameters_page
from generator.document.role_page import assignments_of
from generator.document.words import Words
from generator.model.handbook import Assignment
from generator.model.organization import Role
from generator.model.process import Process, Step
from generator.model.reference import Parameter

LETTERS = ("R", "A", "C", "I")
_TO_FILL: tuple[Inlines, ...] = ((), (), ())


@dataclass(frozen=True, slots=True)
class Register:
    """A list, its short name, how to read it, and how many last columns are there to fill in."""

    name: str
    table: Table
    hint: str = ""
    blank: int = 0


def matrix_of_all(ctx: Context) -> tuple[Matrix, str]:
    """Return the matrix of the whole handbook and its legend."""
    return whole_matrix(ctx), matrix_legend(ctx.words)


def registers(ctx: Context) -> tuple[Register, ...]:
    """Return all lists in the order of the sheets; a list without rows is left out."""
    found = (
        _by_role(ctx),
        _by_unit(ctx),
        _hand_overs(ctx),
        _forms(ctx),
        _parameters(ctx),
        *(
            Register(table.caption, table)
            for table in tables(indicators_page(ctx).blocks, ("indicators", "risks", "records"))
        ),
        _open_points(ctx),
    )
    return tuple(each for each in found if each.table.rows)


def _table(title: str, columns: tuple[str, ...], rows: Iterator[Row]) -> Table:
    return Table(title, columns, tuple(rows), wide=True)


def _by_role(ctx: Context) -> Register:
    columns = ctx.words.say_each(
        "Role", "Unit", "Part", "Process", "Step", "By when", "Forms", "As"
    )
    rows = (
        _role_row(ctx, role, part, collective)
        for role in ctx.handbook.organization.roles
        for part, collective in assignments_of(ctx.handbook, role)
    )
    hint = ctx.words.say("“As” names the collective role through which somebody has a part.")
    return Register(
        ctx.words.say("By role"), _table(ctx.words.say("Parts by role"), columns, rows), hint
    )


def letter_of(part: Assignment) -> str:
    """Return the letter of a part; `A*` where it decides by amount."""
    return f"{part.letter}*" if part.authority else part.letter


def _role_row(ctx: Context, role: Role, part: Assignment, collective: Role | None) -> Row:
    uses = form_uses(ctx, part.step.forms)
    return Row(
        (
            ctx.links.role(role.role),
            ctx.links.unit(role.unit) if role.unit else (),
            plain(letter_of(part)),
            ctx.links.process(part.process.id),
            ctx.links.step(part.process.id, part.step.id),
            ctx.phrases.deadline(part.step.due, part.process),
            uses,
            ctx.links.role(collective.role) if collective else (),
        ),
        group=role.role,
    )


def _by_unit(ctx: Context) -> Register:
    columns = (*ctx.words.say_each("Unit", "Role", "As", "Process"), *LETTERS)
    hint = ctx.words.say("The figures are the numbers of the steps.")
    return Register(
        ctx.words.say("By unit"),
        _table(ctx.words.say("Parts by unit"), columns, _unit_rows(ctx)),
        hint,
    )


def _unit_rows(ctx: Context) -> Iterator[Row]:
    units = [each.unit for each in ctx.handbook.organization.units]
    for unit in (*units, None):
        for role in ctx.handbook.organization.roles:
            if role.unit == unit:
                yield from _steps_of_role(ctx, role)


def _steps_of_role(ctx: Context, role: Role) -> Iterator[Row]:
    found: dict[tuple[str, str], dict[str, list[int]]] = {}
    for part, collective in assignments_of(ctx.handbook, role):
        key = (part.process.id, collective.role if collective else "")
        steps = found.setdefault(key, {letter: [] for letter in LETTERS})
        steps[part.letter].append(part.process.steps.index(part.step) + 1)
    for (process, collective_role), steps in found.items():
        numbers = (plain(ctx.words.comma.join(map(str, steps[letter]))) for letter in LETTERS)
        yield Row(
            (
                ctx.links.unit(role.unit)
                if role.unit
                else plain(ctx.words.say("Collective roles")),
                ctx.links.role(role.role),
                ctx.links.role(collective_role) if collective_role else (),
                ctx.links.process(process),
                *numbers,
            ),
            group=role.unit or "",
        )


def _hand_overs(ctx: Context) -> Register:
    columns = ctx.words.say_each("From", "Step", "What", "When", "How", "To", "Next step")
    rows = (
        row
        for process in ctx.handbook.process_list
        for step in process.steps
        for row in _passed_on(ctx, process, step)
    )
    return Register(
        ctx.words.say("Hand-overs"), _table(ctx.words.say("Who passes what to whom"), columns, rows)
    )


def _passed_on(ctx: Context, process: Process, step: Step) -> Iterator[Row]:
    """Yield where the work goes on with another role, or in another process."""
    for way in ctx.handbook.flows[process.id].exits[step.id]:
        when = either(ctx.words, [ctx.phrases.inlines(each, process) for each in way.when])
        for target in way.targets:
            following = process.step(target)
            if following and following.responsible != step.responsible:
                yield _passed(ctx, (process, step), when, N_("passes on to"), (process, following))
        for name, how in ((way.call, N_("calls")), (way.hand_over, N_("hands over to"))):
            called = ctx.handbook.processes.get(name or "")
            if called:
                yield _passed(ctx, (process, step), when, how, (called, called.steps[0]))


def _passed(
    ctx: Context,
    here: tuple[Process, Step],
    when: Inlines,
    how: str,
    there: tuple[Process, Step],
) -> Row:
    uses = dict.fromkeys(use.form for use in here[1].forms)
    return Row(
        (
            _doer(ctx.links, here[1]),
            _place(ctx.links, *here),
            ctx.links.forms(uses),
            when,
            plain(ctx.words.say(how)),
            _doer(ctx.links, there[1]),
            _place(ctx.links, *there),
        ),
        group=here[0].id,
    )


def _doer(links: Links, step: Step) -> Inlines:
    name = step.responsible or step.accountable
    return links.role(name) if name else plain("—")


def _place(links: Links, process: Process, step: Step) -> Inlines:
    """Return a step with the code of its process, as one link."""
    found = links.step(process.id, step.id)
    return tuple(
        replace(e, text=f"{process.code} {e.text}") if isinstance(e, Link) else e for e in found
    )


def _forms(ctx: Context) -> Register:
    columns = ctx.words.say_each(
        "Chapter", "Form", "Version", "Filled by", "Used in", "Kept", "Owner"
    )
    rows = (
        Row((plain(section.title), *row.cells[:4], *_of_form(ctx, row)), group=section.title)
        for section in forms_page(ctx).blocks
        if isinstance(section, Section)
        for table in tables(section.blocks)
        for row in table.rows
    )
    return Register(ctx.words.say("Forms"), _table(ctx.words.say("All forms"), columns, rows))


def _of_form(ctx: Context, row: Row) -> tuple[Inlines, Inlines]:
    link = row.cells[0][0]
    form = ctx.handbook.forms[link.target.id] if isinstance(link, Link) else None
    return (ctx.phrases.keep(form.keep), ctx.links.role(form.owner)) if form else ((), ())


def tables(blocks: tuple[Block, ...], anchors: tuple[str, ...] = ()) -> Iterator[Table]:
    """Yield the tables among blocks, those in sections too; with `anchors` only in these."""
    for block in blocks:
        if isinstance(block, Table):
            yield block
        elif isinstance(block, Section) and (not anchors or block.anchor in anchors):
            yield from tables(block.blocks)


def _parameters(ctx: Context) -> Register:
    columns = ctx.words.say_each(
        "Code", "Parameter", "Which", "Value", "Decided by", "Note", "Rests on", "Cited in"
    )
    page: Page = parameters_page(ctx)
    listed = {row.anchor: row for table in tables(page.blocks) for row in table.rows}
    rows = (
        Row(
            (
                plain(each.code or ""),
                _parameter(ctx.words, each),
                *values,
                ctx.phrases.inlines(each.note),
                listed[each.parameter].cells[4],
                listed[each.parameter].cells[3],
            ),
            group=each.parameter,
        )
        for each in ctx.handbook.parameter_file.parameters
        for values in _values(ctx, each)
    )
    table = _table(ctx.words.say("Parameters and authorities"), columns, rows)
    return Register(ctx.words.say("Parameters"), table)


def _parameter(words: Words, parameter: Parameter) -> Inlines:
    title = words.translated(parameter.title.source)
    return (Link(title, Target("parameter", parameter.parameter)),)


def _values(ctx: Context, parameter: Parameter) -> Iterator[tuple[Inlines, Inlines, Inlines]]:
    """Yield for each value or band: which, what, who decides."""
    if parameter.is_ is not None:
        yield ((), parameter_values(ctx.phrases, parameter), ())
    for each in parameter.values:
        alone = replace(parameter, values=(), is_=each.is_, bands=())
        yield (ctx.phrases.inlines(each.label), parameter_values(ctx.phrases, alone), ())
    below = ""
    for band in parameter.bands:
        if band.up_to is not None:
            below = ctx.phrases.value(band.up_to)
            limit = ctx.words.say("up to {value}", value=below)
        else:
            limit = ctx.words.say("above {value}", value=below)
        yield ((), plain(limit), ctx.links.role(band.role))


def _open_points(ctx: Context) -> Register:
    columns = ctx.words.say_each(
        "Kind", "Document", "What", "It says", "Owner", "Confirmed by", "On", "Remark"
    )
    hint = ctx.words.say("Practice of the trade that the company has yet to confirm, row by row.")
    table = _table(
        ctx.words.say("Statements that nobody has confirmed yet"), columns, _unconfirmed(ctx)
    )
    return Register(ctx.words.say("Open points"), table, hint, blank=3)


def _unconfirmed(ctx: Context) -> Iterator[Row]:
    for process in ctx.handbook.process_list:
        for kind, basis, what, says in _statements(ctx, process):
            if not (process.basis if basis is None else basis):
                document, owner = ctx.links.process(process.id), ctx.links.role(process.owner)
                yield Row((plain(ctx.words.get(kind)), document, what, says, owner, *_TO_FILL))
    for form in ctx.handbook.form_list:
        if not form.basis:
            says, owner = ctx.phrases.inlines(form.instructions), ctx.links.role(form.owner)
            cells = (ctx.links.form(form.id), ctx.phrases.inlines(form.title), says, owner)
            yield Row((plain(ctx.words.say("Form")), *cells, *_TO_FILL))
    for each in ctx.handbook.parameter_file.parameters:
        if not each.basis:
            cells = (
                plain(each.code or ""),
                _parameter(ctx.words, each),
                parameter_values(ctx.phrases, each),
                (),
            )
            yield Row((plain(ctx.words.say("Parameter")), *cells, *_TO_FILL))
    for role in ctx.handbook.organization.roles:
        if not role.basis:
            duties = joined(
                [ctx.phrases.inlines(duty) for duty in role.duties], ctx.words.semicolon
            )
            cells = (
                ctx.links.unit(role.unit) if role.unit else (),
                ctx.links.role(role.role),
                duties,
                (),
            )
            yield Row((plain(ctx.words.say("Role")), *cells, *_TO_FILL))


def _statements(
    ctx: Context, process: Process
) -> Iterator[tuple[str, tuple[str, ...] | None, Inlines, Inlines]]:
    """Yield what a process states: its kind, what it rests on itself, its name, its words."""
    for step in process.steps:
        yield (
            "Step",
            step.basis,
            ctx.links.step(process.id, step.id),
            ctx.phrases.inlines(step.do, process),
        )
    for kpi in process.kpis:
        target = ctx.phrases.inlines(kpi.target, process)
        yield "Indicator", kpi.basis, ctx.phrases.inlines(kpi.kpi, process), target
    for risk in process.risks:
        control = ctx.phrases.inlines(risk.control, process)
        yield "Risk", risk.basis, ctx.phrases.inlines(risk.risk, process), control
    for record in process.records:
        yield (
            "Record",
            record.basis,
            ctx.phrases.inlines(record.record, process),
            ctx.phrases.keep(record.keep),
        )
