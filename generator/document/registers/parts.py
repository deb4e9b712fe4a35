"""Who has a part in which step: by role, and by unit."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.document.blocks import Inlines, plain
from generator.document.context import Context
from generator.document.process_page import form_uses
from generator.document.registers.register import Register, RegisterColumn, table_of
from generator.document.tasks import assignments_of
from generator.model.handbook import Assignment, Handbook
from generator.model.organization import Role
from generator.model.process import Process

LETTERS = ("R", "A", "C", "I")


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a role, itself or through a collective role."""

    role: Role
    part: Assignment
    collective: Role | None


@dataclass(frozen=True, slots=True)
class _Share:
    """The numbers of the steps of a process in which a role has a part, by letter."""

    role: Role
    process: Process
    collective: Role | None
    steps: dict[str, list[int]]


def by_role(ctx: Context) -> Register:
    """Return every part of every role."""
    say, links, phrases = ctx.words.say, ctx.links, ctx.phrases
    columns: tuple[RegisterColumn[_Part], ...] = (
        (say("Role"), lambda each: links.role(each.role.role)),
        (say("Unit"), lambda each: links.unit(each.role.unit)),
        (say("Part"), lambda each: plain(each.part.mark)),
        (say("Process"), lambda each: links.process(each.part.process.id)),
        (say("Step"), lambda each: links.step(*each.part.place)),
        (say("By when"), lambda each: phrases.deadline(each.part.step.due, each.part.process)),
        (say("Forms"), lambda each: form_uses(ctx, each.part.process, each.part.step)),
        (say("As"), lambda each: links.role(each.collective.role if each.collective else None)),
    )
    entries = (
        _Part(role, part, collective)
        for role in ctx.handbook.organization.roles
        for part, collective in assignments_of(ctx.handbook, role)
    )
    table = table_of(say("Parts by role"), columns, entries, lambda each: each.role.role)
    hint = say("“As” names the collective role through which somebody has a part.")
    return Register(say("By role"), table, hint)


def by_unit(ctx: Context) -> Register:
    """Return the steps of each role in each process, unit by unit."""
    say, links = ctx.words.say, ctx.links

    def unit(each: _Share) -> Inlines:
        return links.unit(each.role.unit) if each.role.unit else plain(say("Collective roles"))

    def numbers(letter: str) -> Callable[[_Share], Inlines]:
        return lambda each: plain(ctx.words.comma.join(map(str, each.steps[letter])))

    columns: tuple[RegisterColumn[_Share], ...] = (
        (say("Unit"), unit),
        (say("Role"), lambda each: links.role(each.role.role)),
        (say("As"), lambda each: links.role(each.collective.role if each.collective else None)),
        (say("Process"), lambda each: links.process(each.process.id)),
        *((letter, numbers(letter)) for letter in LETTERS),
    )
    entries = _shares(ctx.handbook)
    table = table_of(say("Parts by unit"), columns, entries, lambda each: each.role.unit or "")
    return Register(say("By unit"), table, say("The figures are the numbers of the steps."))


def _shares(handbook: Handbook) -> Iterator[_Share]:
    units = [each.unit for each in handbook.organization.units]
    for unit in (*units, None):
        for role in handbook.organization.roles:
            if role.unit == unit:
                yield from _shares_of(handbook, role)


def _shares_of(handbook: Handbook, role: Role) -> Iterator[_Share]:
    shares: dict[tuple[str, str], _Share] = {}
    for part, collective in assignments_of(handbook, role):
        key = (part.process.id, collective.role if collective else "")
        if key not in shares:
            shares[key] = _Share(role, part.process, collective, {each: [] for each in LETTERS})
        shares[key].steps[part.letter].append(part.process.steps.index(part.step) + 1)
    yield from shares.values()
