"""The page of a unit: where it stands, who belongs to it, what it owns."""

from __future__ import annotations

from generator.document.blocks import Block, Facts, Page, Row, Section, Table, joined
from generator.document.context import Context
from generator.model.organization import Unit


def unit_page(ctx: Context, unit: Unit) -> Page:
    """Return the page of one unit."""
    handbook = ctx.handbook
    below = [ctx.links.unit(each.unit) for each in handbook.units_below.get(unit.unit, ())]
    rows = (
        (ctx.words.say("Part of"), ctx.links.unit(unit.parent) if unit.parent else ()),
        (ctx.words.say("Kind"), ctx.phrases.inlines(unit.kind)),
        (ctx.words.say("How to reach it"), ctx.phrases.inlines(unit.contact)),
        (ctx.words.say("Units below"), joined(below, ctx.words.comma)),
        (ctx.words.say("Note"), ctx.phrases.inlines(unit.note)),
        (ctx.words.say("Rests on"), ctx.links.basis(unit.basis, unit.confirmed)),
    )
    facts = Facts(tuple((label, value) for label, value in rows if value))
    blocks: list[Block] = [Section(ctx.words.say("At a glance"), "summary", (facts,))]
    roles = handbook.roles_of_unit.get(unit.unit, ())
    if roles:
        title = ctx.words.say("Roles")
        table = Table(
            title,
            ctx.words.say_each("Role", "What it is there for", "Reports to"),
            tuple(
                Row(
                    (
                        ctx.links.role(role.role),
                        ctx.phrases.inlines(role.duties[0]) if role.duties else (),
                        joined(
                            [ctx.links.superior(line.role) for line in role.reports_to],
                            ctx.words.comma,
                        ),
                    )
                )
                for role in roles
            ),
        )
        blocks.append(Section(title, "roles", (table,)))
    names = {each.role for each in roles}
    owned = [ctx.links.process(each.id) for each in handbook.process_list if each.owner in names]
    part = dict.fromkeys(
        assignment.process.id
        for assignment in handbook.assignments
        if assignment.role in names and assignment.letter in "RA"
    )
    taken = [ctx.links.process(each) for each in part]
    work = (
        (ctx.words.say("Owns"), joined(owned, ctx.words.semicolon)),
        (ctx.words.say("Works in"), joined(taken, ctx.words.semicolon)),
    )
    found = tuple((label, value) for label, value in work if value)
    if found:
        blocks.append(Section(ctx.words.say("Processes"), "processes", (Facts(found),)))
    return Page(
        path=f"units/{unit.unit}",
        title=ctx.words.translated(unit.title.source),
        kind="unit",
        summary=ctx.phrases.plain(unit.note),
        file=unit.where.file,
        blocks=tuple(blocks),
    )
