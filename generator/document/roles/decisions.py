"""What a role may decide by itself: each tier of each authority that names it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.document.blocks import Inlines, Plain, Row, Section, Table, joined, plain
from generator.document.context import Context
from generator.document.parameters import parameter_link
from generator.model.organization import Role
from generator.model.reference import Band, Parameter


def decisions_section(ctx: Context, role: Role) -> Section | None:
    """Return what a role decides and up to which amount, itself or through a collective role."""
    names: dict[str, Role | None] = {role.role: None}
    names |= {each.role: each for each in ctx.handbook.collectives_of.get(role.role, ())}
    found = [
        (parameter, said, names[band.role])
        for parameter in ctx.handbook.parameter_file.parameters
        for band, said in tiers(ctx, parameter)
        if band.role in names
    ]
    if not found:
        return None
    columns = ctx.words.say_each("Matter", "Amount", "Decided at")
    rows = tuple(
        Row((_matter(ctx, parameter, as_), plain(said), _where(ctx, parameter)))
        for parameter, said, as_ in found
    )
    title = ctx.words.say("What I may decide alone")
    return Section(title, "decides", (Table(title, columns, rows, wide=True, stacked=True),))


def tiers(ctx: Context, parameter: Parameter) -> Iterator[tuple[Band, str]]:
    """Yield each tier of an authority with the amounts for which it holds, in words."""
    say, below = ctx.words.say, ""
    for band in parameter.bands:
        limit = ctx.phrases.value(band.up_to) if band.up_to is not None else ""
        if below and limit:
            yield band, say("above {low}, up to {high}", low=below, high=limit)
        elif limit:
            yield band, say("up to {value}", value=limit)
        else:
            yield band, say("above {value}", value=below) if below else say("any amount")
        below = limit or below


def _matter(ctx: Context, parameter: Parameter, collective: Role | None) -> Inlines:
    title = parameter_link(ctx.words, parameter)
    if collective is None:
        return title
    name = ctx.words.translated(collective.title.source)
    return (*title, Plain(ctx.words.say(" (as {collective})", collective=name)))


def _where(ctx: Context, parameter: Parameter) -> Inlines:
    places = (
        part.place for part in ctx.handbook.assignments if part.authority == parameter.parameter
    )
    links = [ctx.links.step(*place) for place in dict.fromkeys(places)]
    return joined(links, ctx.words.semicolon)
