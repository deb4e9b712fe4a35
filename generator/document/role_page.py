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
from generator.model.handbook import Assignment, Handbook
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
    files = (
        Section(ctx.words.say("Downloads"), "downloads", (Downloads(offered),)) if offered else None
    )
    sections = (
        _summary(ctx, role),
        *_parts(ctx, role),
        _owned(ctx, role),
        _information(ctx, role),
        files,
    )
    return Page(
        path=f"roles/{role.role}",
        title=ctx.words.translated(role.title.source),
        kind="role",
        summary=ctx.phrases.plain(role.duties[0]) if role.duties else "",
        file=role.where.file,
        badges=(Badge(ctx.words.say("outside the company")),) if role.external else (),
        blocks=tuple(each for each in sections if each),
    )


def assignments_of(handbook: Handbook, role: Role) -> tuple[tuple[Assignment, Role | None], ...]:
    """Return the parts of a role, each with the collective role through which it has it."""
    own = [(part, None) for part in handbook.assignments_by_role.get(role.role, ())]
    through = [
        (part, collective)
        for collective in handbook.collectives_of.get(role.role, ())
        for part in handbook.assignments_by_role.get(collective.role, ())
    ]
    order = handbook.step_order
    return tuple(sorted([*own, *through], key=lambda each: order[each[0].place]))


def _summary(ctx: Context, role: Role) -> Section:
    lines = [
        (
            *ctx.links.superior(line.role),
            *((Plain(f" ({ctx.phrases.plain(line.for_)})"),) if line.for_ else ()),
        )
        for line in role.reports_to
    ]
    below = [ctx.links.role(each.role) for each in ctx.handbook.reports.get(role.role, ())]
    standing_for = [
        ctx.links.role(each.role) for each in ctx.handbook.collectives_of.get(role.role, ())
    ]
    rows: list[tuple[str, Inlines]] = [
        (ctx.words.say("Unit"), ctx.links.unit(role.unit) if role.unit else ()),
        (ctx.words.say("Reports to"), joined(lines, ctx.words.semicolon)),
        (ctx.words.say("Holders"), plain(str(role.holders)) if role.holders is not None else ()),
        (ctx.words.say("Reporting to it"), joined(below, ctx.words.comma)),
        (ctx.words.say("One of"), ctx.links.roles(role.any_of)),
        (ctx.words.say("All of"), ctx.links.roles(role.all_of)),
        (ctx.words.say("Also meant by"), joined(standing_for, ctx.words.comma)),
        *(
            (ctx.words.translated(key), ctx.phrases.inlines(value))
            for key, value in role.attributes.items()
        ),
        (ctx.words.say("Note"), ctx.phrases.inlines(role.note)),
        (ctx.words.say("Rests on"), ctx.links.basis(role.basis)),
    ]
    blocks: list[Block] = [Facts(tuple((label, value) for label, value in rows if value))]
    if role.duties:
        blocks.append(Bullets(tuple(ctx.phrases.inlines(each) for each in role.duties)))
    return Section(ctx.words.say("At a glance"), "summary", tuple(blocks))


def _parts(ctx: Context, role: Role) -> Iterator[Section]:
    """The steps in which a role has a part, by the letter of its part."""
    assignments = assignments_of(ctx.handbook, role)
    columns = ctx.words.say_each("Step", "By when", "Forms", "Process")
    for letter, title, anchor, says in _PARTS:
        found = [each for each in assignments if each[0].letter == letter]
        if found:
            rows = tuple(_row(ctx, part, collective) for part, collective in found)
            table = Table(ctx.words.say(title), columns, rows, wide=True)
            yield Section(
                ctx.words.say(title), anchor, (Paragraph(plain(ctx.words.say(says))), table)
            )


def _row(ctx: Context, part: Assignment, collective: Role | None) -> Row:
    process, step = part.process, part.step
    forms = form_uses(ctx, process, step)
    title = ctx.links.step(process.id, step.id)
    if collective is not None:
        name = ctx.words.translated(collective.title.source)
        title = (*title, Plain(ctx.words.say(" (as {collective})", collective=name)))
    if part.authority:
        title = (*title, Plain(ctx.words.say(" (by amount)")))
    return Row(
        (title, ctx.phrases.deadline(step.due, process), forms, ctx.links.process(process.id)),
        group=process.id,
    )


def _owned(ctx: Context, role: Role) -> Section | None:
    handbook = ctx.handbook
    rows = [
        (
            ctx.words.say("Owns the process"),
            [ctx.links.process(each.id) for each in handbook.processes_by_owner.get(role.role, ())],
        ),
        (
            ctx.words.say("Owns the form"),
            [ctx.links.form(each.id) for each in handbook.forms_by_owner.get(role.role, ())],
        ),
        (ctx.words.say("Keeps the record"), _kept(ctx, role)),
        (ctx.words.say("Answers for the indicator"), _measured(ctx, role)),
    ]
    facts = tuple((label, joined(values, ctx.words.semicolon)) for label, values in rows if values)
    if not facts:
        return None
    return Section(ctx.words.say("What I am in charge of"), "owned", (Facts(facts),))


def _kept(ctx: Context, role: Role) -> list[Inlines]:
    return [
        (
            *ctx.phrases.inlines(record.record, process),
            Plain(ctx.words.say(" in ")),
            *ctx.links.process(process.id, code=False),
        )
        for process, record in ctx.handbook.records_by_keeper.get(role.role, ())
    ]


def _measured(ctx: Context, role: Role) -> list[Inlines]:
    return [
        (
            *ctx.phrases.inlines(kpi.kpi, process),
            Plain(ctx.words.say(" in ")),
            *ctx.links.process(process.id, code=False),
        )
        for process, kpi in ctx.handbook.kpis_by_owner.get(role.role, ())
    ]


def _information(ctx: Context, role: Role) -> Section | None:
    given = [
        ctx.links.item(item.item)
        for item in ctx.handbook.information.items
        if role.role in item.from_
    ]
    taken = [
        ctx.links.item(each.item) for each in ctx.handbook.information.items if role.role in each.to
    ]
    rows = (
        (ctx.words.say("It provides"), joined(given, ctx.words.comma)),
        (ctx.words.say("It receives"), joined(taken, ctx.words.comma)),
    )
    facts = tuple((label, value) for label, value in rows if value)
    return Section(ctx.words.say("Information"), "information", (Facts(facts),)) if facts else None
