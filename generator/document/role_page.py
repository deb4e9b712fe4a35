"""The page of a role: everything that it does, answers for, is asked about and hears of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.base.diagnostics import N_
from generator.document.blocks import (
    Badge,
    Block,
    Bullets,
    Download,
    Downloads,
    Facts,
    Inlines,
    Page,
    Paragraph,
    Plain,
    Row,
    Section,
    Table,
    joined,
    plain,
)
from generator.document.context import Context
from generator.document.process_page import form_uses
from generator.model.handbook import Assignment
from generator.model.organization import Role

_PARTS = (
    ("R", N_("What I do"), "does", N_("It does these steps itself.")),
    (
        "A",
        N_("What I answer for"),
        "answers",
        N_("It answers for these steps and decides in them."),
    ),
    ("C", N_("Where I am asked"), "asked", N_("It is asked before the step is done.")),
    ("I", N_("What I am told"), "told", N_("It is told when the step is done.")),
)


def role_page(ctx: Context, role: Role, downloads: Iterable[Download] = ()) -> Page:
    """Return the page of one role."""
    offered = tuple(downloads)
    files = Section(ctx.say("Downloads"), "downloads", (Downloads(offered),)) if offered else None
    sections = (
        _summary(ctx, role),
        *_parts(ctx, role),
        _owned(ctx, role),
        _information(ctx, role),
        files,
    )
    return Page(
        path=f"roles/{role.role}",
        title=ctx.translated(role.title.source),
        kind="role",
        summary=ctx.plain(role.duties[0]) if role.duties else "",
        file=role.where.file,
        badges=(Badge(ctx.say("outside the company")),) if role.external else (),
        blocks=tuple(each for each in sections if each),
    )


def assignments_of(ctx: Context, role: Role) -> tuple[tuple[Assignment, Role | None], ...]:
    """Return the parts of a role, each with the collective role through which it has it."""
    own = [(part, None) for part in ctx.handbook.assignments_by_role.get(role.role, ())]
    through = [
        (part, collective)
        for collective in ctx.handbook.collectives_of.get(role.role, ())
        for part in ctx.handbook.assignments_by_role.get(collective.role, ())
    ]
    order = ctx.handbook.step_order
    return tuple(sorted([*own, *through], key=lambda each: order[each[0].place]))


def _summary(ctx: Context, role: Role) -> Section:
    lines = [
        (*ctx.superior(line.role), *((Plain(f" ({ctx.plain(line.for_)})"),) if line.for_ else ()))
        for line in role.reports_to
    ]
    below = [ctx.role(each.role) for each in ctx.handbook.reports.get(role.role, ())]
    standing_for = [ctx.role(each.role) for each in ctx.handbook.collectives_of.get(role.role, ())]
    rows: list[tuple[str, Inlines]] = [
        (ctx.say("Unit"), ctx.unit(role.unit) if role.unit else ()),
        (ctx.say("Reports to"), joined(lines, ctx.say("; "))),
        (ctx.say("Holders"), plain(str(role.holders)) if role.holders is not None else ()),
        (ctx.say("Reporting to it"), joined(below, ctx.comma)),
        (ctx.say("One of"), ctx.roles(role.any_of)),
        (ctx.say("All of"), ctx.roles(role.all_of)),
        (ctx.say("Also meant by"), joined(standing_for, ctx.comma)),
        *((ctx.translated(key), ctx.inlines(value)) for key, value in role.attributes.items()),
        (ctx.say("Note"), ctx.inlines(role.note)),
        (ctx.say("Rests on"), ctx.basis(role.basis)),
    ]
    blocks: list[Block] = [Facts(tuple((label, value) for label, value in rows if value))]
    if role.duties:
        blocks.append(Bullets(tuple(ctx.inlines(each) for each in role.duties)))
    return Section(ctx.say("At a glance"), "summary", tuple(blocks))


def _parts(ctx: Context, role: Role) -> Iterator[Section]:
    """The steps in which a role has a part, by the letter of its part."""
    assignments = assignments_of(ctx, role)
    columns = ctx.words.say_each("Step", "By when", "Forms", "Process")
    for letter, title, anchor, says in _PARTS:
        found = [each for each in assignments if each[0].letter == letter]
        if found:
            rows = tuple(_row(ctx, part, collective) for part, collective in found)
            table = Table(ctx.say(title), columns, rows, wide=True)
            yield Section(ctx.say(title), anchor, (Paragraph(plain(ctx.say(says))), table))


def _row(ctx: Context, part: Assignment, collective: Role | None) -> Row:
    process, step = part.process, part.step
    forms = form_uses(ctx, step.forms)
    title = ctx.step(process, step.id)
    if collective is not None:
        name = ctx.translated(collective.title.source)
        title = (*title, Plain(ctx.say(" (as {collective})", collective=name)))
    if part.authority:
        title = (*title, Plain(ctx.say(" (by amount)")))
    return Row(
        (title, ctx.deadline(step.due, process), forms, ctx.process(process.id)),
        group=process.id,
    )


def _owned(ctx: Context, role: Role) -> Section | None:
    handbook = ctx.handbook
    rows = [
        (
            ctx.say("Owns the process"),
            [ctx.process(each.id) for each in handbook.processes_by_owner.get(role.role, ())],
        ),
        (
            ctx.say("Owns the form"),
            [ctx.form(each.id) for each in handbook.forms_by_owner.get(role.role, ())],
        ),
        (ctx.say("Keeps the record"), _kept(ctx, role)),
        (ctx.say("Answers for the indicator"), _measured(ctx, role)),
    ]
    facts = tuple((label, joined(values, ctx.say("; "))) for label, values in rows if values)
    if not facts:
        return None
    return Section(ctx.say("What I am in charge of"), "owned", (Facts(facts),))


def _kept(ctx: Context, role: Role) -> list[Inlines]:
    return [
        (
            *ctx.inlines(record.record, process),
            Plain(ctx.say(" in ")),
            *ctx.process(process.id, code=False),
        )
        for process, record in ctx.handbook.records_by_keeper.get(role.role, ())
    ]


def _measured(ctx: Context, role: Role) -> list[Inlines]:
    return [
        (
            *ctx.inlines(kpi.kpi, process),
            Plain(ctx.say(" in ")),
            *ctx.process(process.id, code=False),
        )
        for process, kpi in ctx.handbook.kpis_by_owner.get(role.role, ())
    ]


def _information(ctx: Context, role: Role) -> Section | None:
    given = [
        ctx.item(each.item) for each in ctx.handbook.information.items if role.role in each.from_
    ]
    taken = [ctx.item(each.item) for each in ctx.handbook.information.items if role.role in each.to]
    rows = (
        (ctx.say("It provides"), joined(given, ctx.comma)),
        (ctx.say("It receives"), joined(taken, ctx.comma)),
    )
    facts = tuple((label, value) for label, value in rows if value)
    return Section(ctx.say("Information"), "information", (Facts(facts),)) if facts else None
