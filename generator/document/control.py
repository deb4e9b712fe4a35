"""Document control as every controlled document shows it: state, versions, approval, review."""

from __future__ import annotations

from generator.document.blocks import Badge, Inlines, Note, Plain, Row, Section, Table, plain
from generator.document.context import Context
from generator.document.words import Words
from generator.model.control import Revision, Status
from generator.model.form import Form
from generator.model.process import Process
from generator.model.reviews import next_review


def badges(words: Words, revision: Revision) -> Inlines:
    """Return the version, and the state where it is not simply in force."""
    found: list[Badge] = [Badge(revision.version, "info")]
    if revision.status is Status.DRAFT:
        found.append(Badge(words.say("draft"), "draft"))
    if revision.status is Status.RETIRED:
        found.append(Badge(words.say("retired"), "retired"))
    return tuple(found)


def notices(ctx: Context, document: Process | Form) -> tuple[Note, ...]:
    """Return what the reader must know first: a draft, not yet in force, or withdrawn."""
    revision = document.revision
    if revision.status is Status.DRAFT:
        text = ctx.words.say("This is a draft. It has not been approved and is not in force.")
        return (Note("draft", ctx.words.say("Draft"), plain(text)),)
    if revision.retired:
        text = ctx.words.say("Withdrawn on {date}.", date=revision.retired.isoformat())
        successor = _successor(ctx, revision)
        return (Note("retired", ctx.words.say("Withdrawn"), (Plain(text), *successor)),)
    return ()


def _successor(ctx: Context, revision: Revision) -> Inlines:
    if revision.successor is None:
        return ()
    name = revision.successor
    link = ctx.links.process(name) if name in ctx.handbook.processes else ctx.links.form(name)
    return (Plain(ctx.words.say(" It is replaced by ")), *link)


def control_rows(ctx: Context, document: Process | Form) -> tuple[tuple[str, Inlines], ...]:
    """Return the facts of document control as pairs of label and value."""
    revision = document.revision
    rows: list[tuple[str, Inlines]] = [
        (ctx.words.say("Code"), plain(document.code)),
        (ctx.words.say("Version"), (Plain(revision.version),)),
        (ctx.words.say("In force from"), plain(in_force(ctx.words, revision))),
        (ctx.words.say("Owner"), ctx.links.role(document.owner)),
        (ctx.words.say("Prepared by"), ctx.links.role(revision.prepared_by)),
        (ctx.words.say("Reviewed by"), ctx.links.roles(revision.reviewed_by)),
        (
            ctx.words.say("Approved by")
            if revision.approved
            else ctx.words.say("To be approved by"),
            ctx.links.role(revision.approved_by or document.approver),
        ),
    ]
    edition = ctx.handbook.settings.edition
    if edition:
        rows.append((ctx.words.say("Edition"), ctx.phrases.inlines(edition.edition)))
    if isinstance(document, Process) and document.review:
        due = next_review(document)
        said = ctx.words.duration(document.review)
        text = ctx.words.say("every {interval}, next {date}", interval=said, date=due.isoformat())
        rows.append((ctx.words.say("Review"), plain(text)))
    rows.append((ctx.words.say("Distributed to"), ctx.links.roles(document.distribution)))
    return tuple((label, value) for label, value in rows if value)


def in_force(words: Words, revision: Revision) -> str:
    """Return from when a version is in force, in words."""
    if revision.status is Status.DRAFT:
        return words.say("not in force (draft)")
    return (revision.effective or revision.approved or revision.date).isoformat()


def revision_section(
    ctx: Context, revisions: tuple[Revision, ...], anchor: str = "revisions"
) -> Section:
    """Return the history as a table, newest first."""
    rows = tuple(
        Row(
            (
                plain(revision.version),
                plain(revision.date.isoformat()),
                plain(revision.approved.isoformat() if revision.approved else "—"),
                plain(revision.effective.isoformat() if revision.effective else "—"),
                ctx.phrases.inlines(revision.change),
            )
        )
        for revision in revisions
    )
    columns = ctx.words.say_each("Version", "Written", "Approved", "In force from", "What changed")
    table = Table(ctx.words.say("Revisions"), columns, rows)
    return Section(ctx.words.say("Revisions"), anchor, (table,))
