"""The page of a role: what is due, what it decides, what it does how often, whom it deals with."""

from __future__ import annotations

from types import MappingProxyType

from generator.document.blocks import (
    Badge,
    Bullets,
    Downloads,
    DownloadsByPage,
    Facts,
    Inlines,
    Page,
    Plain,
    Section,
    joined,
    plain,
)
from generator.document.context import Context
from generator.document.roles.charge import information_section, owned_section
from generator.document.roles.dates import dates_section
from generator.document.roles.dealings import dealings_section
from generator.document.roles.decisions import decisions_section
from generator.document.roles.news import news_section
from generator.document.roles.work import beside_sections, work_section
from generator.model.organization import Role


def role_page(ctx: Context, role: Role, downloads: DownloadsByPage = MappingProxyType({})) -> Page:
    """Return the page of one role; `downloads` are the files that each page offers."""
    duties = tuple(ctx.phrases.inlines(each) for each in role.duties)
    blocks = (
        Bullets(duties) if duties else None,
        dates_section(ctx, role),
        decisions_section(ctx, role),
        work_section(ctx, role, downloads),
        dealings_section(ctx, role, downloads),
        owned_section(ctx, role),
        information_section(ctx, role),
        _files(ctx, role, downloads),
        news_section(ctx, role),
        *beside_sections(ctx, role),
        _about(ctx, role),
    )
    return Page(
        path=f"roles/{role.role}",
        title=ctx.words.translated(role.title.source),
        kind="role",
        summary=ctx.phrases.plain(role.duties[0]) if role.duties else "",
        file=role.where.file,
        badges=(Badge(ctx.words.say("outside the company")),) if role.external else (),
        blocks=tuple(each for each in blocks if each),
    )


def _files(ctx: Context, role: Role, downloads: DownloadsByPage) -> Section | None:
    offered = downloads.get(f"roles/{role.role}", ())
    if not offered:
        return None
    return Section(ctx.words.say("Downloads"), "downloads", (Downloads(offered),))


def _about(ctx: Context, role: Role) -> Section | None:
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
        (ctx.words.say("Reports to"), joined(lines, ctx.words.semicolon)),
        (ctx.words.say("Reporting to it"), joined(below, ctx.words.comma)),
        (ctx.words.say("Unit"), ctx.links.unit(role.unit) if role.unit else ()),
        (ctx.words.say("Holders"), plain(str(role.holders)) if role.holders is not None else ()),
        (ctx.words.say("One of"), ctx.links.roles(role.any_of)),
        (ctx.words.say("All of"), ctx.links.roles(role.all_of)),
        (ctx.words.say("Also meant by"), joined(standing_for, ctx.words.comma)),
        *(
            (ctx.words.translated(key), ctx.phrases.inlines(value))
            for key, value in role.attributes.items()
        ),
        (ctx.words.say("Note"), ctx.phrases.inlines(role.note)),
        (ctx.words.say("Rests on"), ctx.links.basis(role.basis, role.confirmed)),
    ]
    facts = Facts(tuple((label, value) for label, value in rows if value))
    return Section(ctx.words.say("About the role"), "summary", (facts,))
