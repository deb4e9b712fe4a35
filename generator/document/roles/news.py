"""What changed for a role: the newest entries of the documents that it works by."""

from __future__ import annotations

from generator.base.diagnostics import N_
from generator.document.blocks import (
    Block,
    Inlines,
    Link,
    Paragraph,
    Row,
    Section,
    Table,
    Target,
    plain,
)
from generator.document.context import Context
from generator.document.tasks import documents_of_role
from generator.model.control import Revision
from generator.model.organization import Role
from generator.model.process import Process

LATEST = 5


def news_section(ctx: Context, role: Role) -> Section | None:
    """Return what changed in the documents of a role; that they were issued is said once."""
    documents = documents_of_role(ctx.handbook, role)
    if not documents:
        return None
    changed = [
        (_day(revision), document, revision)
        for document in documents
        for revision in document.revisions[:-1]
    ]
    changed.sort(key=lambda each: each[0], reverse=True)
    blocks: list[Block] = []
    title = ctx.words.say("What changed for me")
    if changed:
        columns = ctx.words.say_each("Date", "Document", "Version", "What changed")
        rows = tuple(
            Row(
                (
                    plain(day),
                    _link(ctx, document.id, is_process=isinstance(document, Process)),
                    plain(revision.version),
                    ctx.phrases.inlines(revision.change),
                )
            )
            for day, document, revision in changed[:LATEST]
        )
        blocks.append(Table(title, columns, rows, wide=True, stacked=True))
    said = N_(
        "{count} {count:document|documents} of mine, issued from {first} to {last}; "
        "{changes} {changes:change|changes} since then."
    )
    days = sorted(_day(document.revisions[-1]) for document in documents)
    text = ctx.words.say(
        said, count=len(documents), first=days[0], last=days[-1], changes=len(changed)
    )
    blocks.append(Paragraph(plain(text)))
    more = (Link(ctx.words.say("All changes"), Target("page", "changes")),)
    return Section(title, "changed", tuple(blocks), note=more)


def _link(ctx: Context, name: str, *, is_process: bool) -> Inlines:
    return ctx.links.process(name) if is_process else ctx.links.form(name)


def _day(revision: Revision) -> str:
    return (revision.effective or revision.approved or revision.date).isoformat()
