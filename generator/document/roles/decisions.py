"""What a role may decide by itself: each tier of each authority that names it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from generator.document.authority import decided_in
from generator.document.blocks import Inlines, Paragraph, Plain, Row, Section, Table, plain
from generator.document.context import Context
from generator.document.parameters import authority_link
from generator.document.tasks import parts_of_role
from generator.model.authority import Authority
from generator.model.organization import Role
from generator.model.reference import Band


def decisions_section(ctx: Context, role: Role) -> Section | None:
    """Return what a role decides and up to which amount, itself or through a collective role."""
    names: dict[str, Role | None] = {role.role: None}
    names |= {each.role: each for each in ctx.handbook.collectives_of.get(role.role, ())}
    found = [
        (authority, said, names[band.role])
        for authority in ctx.handbook.authorities.values()
        if authority.listed
        for band, said in tiers(ctx, authority)
        if band.role in names
    ]
    title = ctx.words.say("What I may decide alone")
    if not found:
        return _by_no_amount(ctx, role, title)
    columns = ctx.words.say_each("Matter", "Amount", "Decided at")
    rows = tuple(
        Row((_matter(ctx, authority, as_), plain(said), decided_in(ctx, authority)))
        for authority, said, as_ in found
    )
    return Section(title, "decides", (Table(title, columns, rows, wide=True, stacked=True),))


def _by_no_amount(ctx: Context, role: Role, title: str) -> Section | None:
    """Return that no authority names a role, where it answers for steps all the same."""
    answers = sum("A" in each.letters for each in parts_of_role(ctx.handbook, role))
    if not answers:
        return None
    said = ctx.words.say(
        "No amount is left to me alone; I answer for {count} {count:step|steps} (A below).",
        count=answers,
    )
    return Section(title, "decides", (Paragraph(plain(said)),))


def tiers(ctx: Context, authority: Authority) -> Iterator[tuple[Band, str]]:
    """Yield each tier of an authority with the amounts for which it holds, in words."""
    say, below = ctx.words.say, ""
    for up_to, same in groupby(authority.bands, lambda band: band.up_to):
        limit = ctx.phrases.value(up_to) if up_to is not None else ""
        if below and limit:
            said = say("above {low}, up to {high}", low=below, high=limit)
        elif limit:
            said = say("up to {value}", value=limit)
        else:
            said = say("above {value}", value=below) if below else say("any amount")
        yield from ((band, said) for band in same)
        below = limit or below


def _matter(ctx: Context, authority: Authority, collective: Role | None) -> Inlines:
    title: Inlines = (authority_link(ctx.words, authority),)
    if collective is None:
        return title
    name = ctx.words.translated(collective.title.source)
    return (*title, Plain(ctx.words.say(" (as {collective})", collective=name)))
