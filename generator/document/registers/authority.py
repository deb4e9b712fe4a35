"""The table of authority as a register: a row for each level of each matter."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from generator.document.authority import (
    basis_of,
    decided_in,
    group_of,
    limit_words,
    note_of,
)
from generator.document.blocks import Inlines, joined, plain
from generator.document.context import Context
from generator.document.registers.register import Register, RegisterColumn, table_of
from generator.model.authority import Authority


@dataclass(frozen=True, slots=True)
class _Level:
    """One level of a matter: its number, up to which amount, and who decides."""

    entry: Authority
    number: int
    limit: str
    roles: Inlines


def authority(ctx: Context) -> Register:
    """Return every level of every matter, with who decides and where."""
    say = ctx.words.say
    columns: tuple[RegisterColumn[_Level], ...] = (
        (say("Code"), lambda each: plain(each.entry.parameter.code or "")),
        (say("Matter"), lambda each: plain(ctx.words.translated(each.entry.title.source))),
        (say("Level"), lambda each: plain(str(each.number))),
        (say("Limit"), lambda each: plain(each.limit)),
        (say("Who decides"), lambda each: each.roles),
        (say("Note"), lambda each: note_of(ctx, each.entry)),
        (say("Decided in"), lambda each: decided_in(ctx, each.entry, coded=True)),
        (say("Rests on"), lambda each: basis_of(ctx, each.entry)),
    )
    entries = [level for each in ctx.handbook.authorities.values() for level in _levels(ctx, each)]
    table = table_of(say("Table of authority"), columns, entries, lambda each: group_of(each.entry))
    hint = say("Of several roles at one level one is enough; a higher level may always decide.")
    return Register(say("Authority"), table, hint)


def _levels(ctx: Context, entry: Authority) -> list[_Level]:
    found: list[_Level] = []
    below = ""
    for limit, same in groupby(entry.bands if entry.listed else (), lambda band: band.up_to):
        amount = ctx.phrases.value(limit) if limit else ""
        roles = joined([ctx.links.role(band.role) for band in same], ctx.words.say(" or "))
        found.append(_Level(entry, len(found) + 1, limit_words(ctx, amount, below), roles))
        below = amount or below
    return found
