"""The page of a unit: where it stands, who belongs to it, what it owns."""

from __future__ import annotations

from generator.document.blocks import Block, Facts, Page, Row, Section, Table, joined
from generator.document.context import Context
from generator.model.organization import Unit


def unit_page(ctx: Context, unit: Unit) -> Page:
    """Return the page of one unit."""
    handbook = ctx.handbook
    below = [ctx.unit(each.unit) for each in handbook.units_below.get(unit.unit, ())]
    rows = (
        (ctx.say("Part of"), ctx.unit(unit.parent) if unit.parent else ()),
        (ctx.say("Kind"), ctx.inlines(unit.kind)),
        (ctx.say("How to reach it"), ctx.inlines(unit.contact)),
        (ctx.say("Units below"), joined(below, ctx.comma)),
        (ctx.say("Note"), ctx.inlines(unit.note)),
        (ctx.say("Rests on"), ctx.basis(unit.basis)),
    )
    facts = Facts(tuple((label, value) for label, value in rows if value))
    blocks: list[Block] = [Section(ctx.say("At a glance"), "summary", (facts,))]
    roles = handbook.roles_of_unit.get(unit.unit, ())
    if roles:
        title = ctx.say("Roles")
        table = Table(
            title,
            ctx.words.say_each("Role", "What it is there for", "Reports to"),
            tuple(
                Row(
                    (
                        ctx.role(each.role),
                        ctx.inlines(each.duties[0]) if each.duties else (),
                        joined([ctx.superior(line.role) for line in each.reports_to], ctx.comma),
                    )
                )
                for each in roles
            ),
        )
        blocks.append(Section(title, "roles", (table,)))
    names = {each.role for each in roles}
    owned = [ctx.process(each.id) for each in handbook.process_list if each.owner in names]
    part = dict.fromkeys(
        each.process.id
        for each in handbook.assignments
        if each.role in names and each.letter in "RA"
    )
    taken = [ctx.process(each) for each in part]
    work = (
        (ctx.say("Owns"), joined(owned, ctx.say("; "))),
        (ctx.say("Works in"), joined(taken, ctx.say("; "))),
    )
    found = tuple((label, value) for label, value in work if value)
    if found:
        blocks.append(Section(ctx.say("Processes"), "processes", (Facts(found),)))
    return Page(
        path=f"units/{unit.unit}",
        title=ctx.translated(unit.title.source),
        kind="unit",
        summary=ctx.plain(unit.note),
        file=unit.where.file,
        blocks=tuple(blocks),
    )
