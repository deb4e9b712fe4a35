"""What a role is in charge of: processes, forms, records, indicators, information."""

from __future__ import annotations

from generator.document.blocks import Facts, Inlines, Plain, Section, joined
from generator.document.context import Context
from generator.model.organization import Role


def owned_section(ctx: Context, role: Role) -> Section | None:
    """Return what a role owns, keeps and answers for; None where there is nothing."""
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


def information_section(ctx: Context, role: Role) -> Section | None:
    """Return the information that a role gives and takes; None where there is none."""
    items = ctx.handbook.information.items
    given = [ctx.links.item(each.item) for each in items if role.role in each.from_]
    taken = [ctx.links.item(each.item) for each in items if role.role in each.to]
    rows = (
        (ctx.words.say("It provides"), joined(given, ctx.words.comma)),
        (ctx.words.say("It receives"), joined(taken, ctx.words.comma)),
    )
    facts = tuple((label, value) for label, value in rows if value)
    return Section(ctx.words.say("Information"), "information", (Facts(facts),)) if facts else None
