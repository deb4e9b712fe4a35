"""The register of law: which articles statements rest on, since when, and who checked them."""

from __future__ import annotations

from generator.document.blocks import (
    Inlines,
    Page,
    Paragraph,
    Plain,
    Row,
    Section,
    Table,
    joined,
    plain,
)
from generator.document.context import Context
from generator.document.reference_pages import documents
from generator.model.reference import Law


def laws_page(ctx: Context) -> Page:
    """Return every article that something rests on, and whether it was checked."""
    say = ctx.words.say
    laws = ctx.handbook.sources.laws
    unchecked = sum(each.checked is None for each in laws)
    lead = (
        say(
            "{count} of {all} articles have not yet been compared with the text in force.",
            count=unchecked,
            all=len(laws),
        )
        if unchecked
        else say("All articles have been compared with the text in force.")
    )
    columns = ctx.words.say_each(
        "Number", "Law", "What it asks", "In force since", "Compared with the text", "Cited in"
    )
    title = say("Register of law")
    table = Table(title, columns, tuple(_row(ctx, each) for each in laws), wide=True)
    empty = Paragraph(plain(say("Nothing is listed here yet.")))
    blocks = (Paragraph(plain(lead)), table) if laws else (empty,)
    return Page(path="laws", title=title, kind="list", blocks=(Section(title, "laws", blocks),))


def _row(ctx: Context, law: Law) -> Row:
    article = f" {ctx.words.translated(law.article.source)}" if law.article else ""
    mentions = ctx.handbook.mentions.get(("basis", law.law), ())
    says = ctx.phrases.inlines(law.says)
    note = ctx.phrases.inlines(law.note)
    return Row(
        (
            plain(law.law),
            plain(f"{ctx.words.translated(law.title.source)}{article}"),
            (*says, Plain(ctx.words.semicolon), *note) if note else says,
            plain(law.since.isoformat() if law.since else "—"),
            _checked(ctx, law),
            documents(ctx, (each.where.file for each in mentions)),
        ),
        anchor=law.law.lower(),
    )


def _checked(ctx: Context, law: Law) -> Inlines:
    if law.checked is None:
        return plain(ctx.words.say("not yet"))
    day = plain(law.checked.on.isoformat())
    return joined([ctx.links.role(law.checked.by), day], ctx.words.comma)
