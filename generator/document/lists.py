"""The lists of everything: processes, roles, forms, with what one looks for in them."""

from __future__ import annotations

from collections.abc import Iterable
from types import MappingProxyType

from generator.document.blocks import (
    Badge,
    Block,
    DownloadsByPage,
    Inlines,
    Link,
    Page,
    Row,
    Section,
    Table,
    Target,
    joined,
    plain,
)
from generator.document.context import Context
from generator.document.control import badges, in_force
from generator.document.words import Words
from generator.model.form import Form
from generator.model.handbook import Handbook
from generator.model.process import Process


def processes_page(ctx: Context) -> Page:
    """Return the list of all processes, chapter by chapter."""
    columns = ctx.words.say_each("Process", "Owner", "Version", "In force from", "What for")
    blocks = []
    for chapter in ctx.handbook.settings.chapters:
        rows = tuple(
            Row(
                (
                    ctx.links.process(process.id),
                    ctx.links.role(process.owner),
                    version(ctx.words, process),
                    plain(in_force(ctx.words, process.revision)),
                    ctx.phrases.inlines(process.purpose, process),
                )
            )
            for process in ctx.handbook.processes_of_chapter(chapter.chapter)
        )
        if rows:
            title = ctx.words.translated(chapter.title.source)
            blocks.append(
                Section(title, chapter.chapter, (Table(title, columns, rows, wide=True),))
            )
    title = ctx.words.say("All processes")
    return Page(path="processes", title=title, kind="list", blocks=tuple(blocks))


def forms_page(ctx: Context, downloads: DownloadsByPage = MappingProxyType({})) -> Page:
    """Return the list of all forms, chapter by chapter; `downloads` is what each page offers."""
    columns = ctx.words.say_each("Form", "Version", "Filled by", "Used in", "Word form")
    blocks: list[Block] = []
    for chapter in ctx.handbook.settings.chapters:
        rows = []
        for form in ctx.handbook.forms_of_chapter(chapter.chapter):
            word: Inlines = tuple(
                Link(each.target.id.rpartition("/")[2], each.target)
                for each in downloads.get(f"forms/{form.id}", ())[:1]
            )
            rows.append(
                Row(
                    (
                        ctx.links.form(form.id),
                        version(ctx.words, form),
                        ctx.links.roles(fillers(ctx.handbook, form)),
                        ctx.links.processes(used_in(ctx.handbook, form)),
                        word,
                    )
                )
            )
        if rows:
            title = ctx.words.translated(chapter.title.source)
            table = Table(title, columns, tuple(rows), wide=True)
            blocks.append(Section(title, chapter.chapter, (table,)))
    return Page(path="forms", title=ctx.words.say("All forms"), kind="list", blocks=tuple(blocks))


def fillers(handbook: Handbook, form: Form) -> Iterable[str]:
    """Return the roles that fill a form or add to it, each once."""
    return dict.fromkeys(
        use.step.responsible
        for use in handbook.uses_by_form.get(form.id, ())
        if use.use.kind in {"fill", "add"} and use.step.responsible
    )


def used_in(handbook: Handbook, form: Form) -> Iterable[str]:
    """Return the processes that use a form, each once."""
    return dict.fromkeys(use.process.id for use in handbook.uses_by_form.get(form.id, ()))


def roles_page(ctx: Context) -> Page:
    """Return the list of all roles, unit by unit."""
    columns = ctx.words.say_each("Role", "What it is there for", "Steps it does", "Reports to")
    blocks: list[Block] = []
    for unit in ctx.handbook.organization.units:
        rows = tuple(
            _role_row(ctx, each.role) for each in ctx.handbook.roles_of_unit.get(unit.unit, ())
        )
        if rows:
            title = ctx.words.translated(unit.title.source)
            link = (Link(ctx.words.say("page of the unit"), Target("unit", unit.unit)),)
            blocks.append(Section(title, unit.unit, (Table(title, columns, rows),), note=link))
    homeless = tuple(_role_row(ctx, each.role) for each in ctx.handbook.homeless_roles)
    if homeless:
        title = ctx.words.say("Roles without a unit")
        blocks.append(Section(title, "roles_without_unit", (Table(title, columns, homeless),)))
    collective = tuple(
        Row((ctx.links.role(role.role), _members(ctx, role.role)))
        for role in ctx.handbook.organization.roles
        if role.members
    )
    if collective:
        title = ctx.words.say("Collective roles")
        names = ctx.words.say_each("Role", "Stands for")
        blocks.append(Section(title, "collective_roles", (Table(title, names, collective),)))
    return Page(path="roles", title=ctx.words.say("All roles"), kind="list", blocks=tuple(blocks))


def _role_row(ctx: Context, name: str) -> Row:
    role = ctx.handbook.roles[name]
    parts = ctx.handbook.assignments_by_role.get(name, ())
    done = sum(part.letter == "R" for part in parts)
    return Row(
        (
            ctx.links.role(name),
            ctx.phrases.inlines(role.duties[0]) if role.duties else (),
            plain(str(done)),
            joined([ctx.links.superior(line.role) for line in role.reports_to], ctx.words.comma),
        )
    )


def _members(ctx: Context, name: str) -> Inlines:
    role = ctx.handbook.roles[name]
    word = ctx.words.say("one of: ") if role.any_of else ctx.words.say("all of: ")
    return (*plain(word), *ctx.links.roles(role.members))


def version(words: Words, document: Process | Form) -> Inlines:
    """Return the version as text, with a badge for its state where it is not simply in force."""
    said = [
        plain(each.text) if isinstance(each, Badge) and each.tone == "info" else (each,)
        for each in badges(words, document)
    ]
    return joined(said, " ")
