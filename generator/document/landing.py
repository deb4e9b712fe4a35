"""The landing page and the page for addresses that lead nowhere."""

from __future__ import annotations

from generator.base.diagnostics import N_
from generator.document.blocks import (
    Block,
    Card,
    Cards,
    Download,
    Downloads,
    Facts,
    Figure,
    Inlines,
    Link,
    Page,
    Paragraph,
    Plain,
    Row,
    Section,
    Table,
    Target,
    joined,
    plain,
)
from generator.document.context import Context
from generator.document.overview_pages import change_log
from generator.document.words import Words

LATEST = 8

_LISTS = (
    ("processes", N_("All processes")),
    ("roles", N_("All roles")),
    ("forms", N_("All forms")),
    ("matrix", N_("Responsibility matrix")),
    ("authority", N_("Authority")),
    ("parameters", N_("Parameters and authorities")),
    ("information", N_("Information catalogue")),
    ("indicators", N_("Indicators, risks, records, hand-overs")),
    ("glossary", N_("Glossary")),
    ("sources", N_("Sources and decisions")),
    ("laws", N_("Register of law")),
    ("reviews", N_("Reviews")),
    ("changes", N_("What changed")),
)


def landing_page(ctx: Context, content: dict[str, str], downloads: tuple[Download, ...]) -> Page:
    """Return the landing page; `content` are hand-written pages by id, with their titles."""
    blocks: list[Block] = [
        _my_role(ctx),
        _chapters(ctx),
        _map(ctx.words),
        _lists(ctx.words, content),
        _changed(ctx),
    ]
    if downloads:
        title = ctx.words.say("Downloads")
        blocks.append(Section(title, "downloads", (Downloads(downloads),)))
    settings = ctx.handbook.settings
    edition = settings.edition
    rows: list[tuple[str, Inlines]] = [
        (ctx.words.say("Company"), ctx.phrases.inlines(settings.company))
    ]
    if edition:
        rows += [
            (ctx.words.say("Edition"), ctx.phrases.inlines(edition.edition)),
            (ctx.words.say("Date"), plain(edition.date.isoformat())),
            (
                ctx.words.say("Approved by"),
                ctx.links.role(edition.approved_by) if edition.approved_by else (),
            ),
        ]
    facts = Facts(tuple((label, value) for label, value in rows if value))
    blocks.append(Section(ctx.words.say("This edition"), "edition", (facts,)))
    return Page(
        path="index",
        title=ctx.words.translated(settings.title.source),
        kind="index",
        summary=ctx.words.say("What must I do, by when, with which form, and who decides?"),
        file="processes/handbook.yml",
        blocks=tuple(blocks),
    )


def _chapters(ctx: Context) -> Section:
    cards = []
    for chapter in ctx.handbook.settings.chapters:
        names = [
            ctx.links.process(p.id, code=False)
            for p in ctx.handbook.processes_of_chapter(chapter.chapter)
        ]
        title = f"{chapter.code} {ctx.words.translated(chapter.title.source)}"
        cards.append(
            Card(title, Target("chapter", chapter.chapter), joined(names, ctx.words.comma))
        )
    return Section(ctx.words.say("Chapters"), "chapters", (Cards(tuple(cards)),))


def _map(words: Words) -> Section:
    title = words.say("Process map")
    description = words.say("Which process starts which; each process page lists them in words.")
    return Section(title, "map", (Figure("landscape", "all", title, description),))


def _my_role(ctx: Context) -> Section:
    rows = []
    for unit in ctx.handbook.organization.units:
        roles = ctx.handbook.roles_of_unit.get(unit.unit, ())
        if roles:
            rows.append(
                (
                    ctx.words.translated(unit.title.source),
                    ctx.links.roles(each.role for each in roles),
                )
            )
    homeless = ctx.handbook.homeless_roles
    if homeless:
        names = ctx.links.roles(each.role for each in homeless)
        rows.append((ctx.words.say("Roles without a unit"), names))
    collective = ctx.links.roles(
        each.role for each in ctx.handbook.organization.roles if each.members
    )
    if collective:
        rows.append((ctx.words.say("Collective roles"), collective))
    facts = (Facts(tuple(rows)),)
    return Section(
        ctx.words.say("My role"), "my-role", facts, folded=ctx.words.say("All roles by unit")
    )


def _lists(words: Words, content: dict[str, str]) -> Section:
    cards = [Card(words.say(title), Target("page", name)) for name, title in _LISTS]
    cards += [Card(title, Target("about", name)) for name, title in content.items()]
    return Section(words.say("Look things up"), "lists", (Cards(tuple(cards)),))


def _changed(ctx: Context) -> Section:
    rows = tuple(
        Row(
            (
                plain(day.isoformat()),
                link,
                plain(revision.version),
                ctx.phrases.inlines(revision.change),
            )
        )
        for day, link, revision in change_log(ctx)[:LATEST]
    )
    title = ctx.words.say("What changed last")
    columns = ctx.words.say_each("Date", "Document", "Version", "What changed")
    more = (Link(ctx.words.say("All changes"), Target("page", "changes")),)
    return Section(title, "changed", (Table(title, columns, rows),), note=more)


def not_found_page(words: Words) -> Page:
    """Return the page for addresses that lead nowhere."""
    text = words.say("This page does not exist, or bears another name now. ")
    link = Link(words.say("All processes"), Target("page", "processes"))
    other = Link(words.say("To the start"), Target("page", "index"))
    inlines = (Plain(text), other, Plain(words.comma), link)
    return Page(
        path="404",
        title=words.say("Page not found"),
        kind="notfound",
        blocks=(Paragraph(inlines),),
    )
