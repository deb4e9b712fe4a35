"""Document control as every controlled document shows it: state, versions, approval, review."""

from __future__ import annotations

from generator.document.blocks import (
    Badge,
    Inlines,
    Link,
    Note,
    Plain,
    Row,
    Section,
    Table,
    Target,
    plain,
)
from generator.document.context import Context
from generator.document.words import Words
from generator.model.control import Revision, Status
from generator.model.form import Form
from generator.model.grounds import for_trial, open_in
from generator.model.process import Process
from generator.model.reviews import next_review


def badges(words: Words, document: Process | Form) -> Inlines:
    """Return the version, and the state where it is not simply in force."""
    revision = document.revision
    found: list[Badge] = [Badge(revision.version, "info")]
    if for_trial(document):
        found.append(Badge(words.say("for trial"), "trial"))
    if revision.status is Status.DRAFT:
        found.append(Badge(words.say("draft"), "draft"))
    if revision.status is Status.RETIRED:
        found.append(Badge(words.say("retired"), "retired"))
    return tuple(found)


def notices(ctx: Context, document: Process | Form) -> tuple[Note, ...]:
    """Return what the reader must know first: draft, for trial, not yet in force, withdrawn."""
    revision = document.revision
    if revision.status is Status.DRAFT:
        text = ctx.words.say("This is a draft. It has not been approved and is not in force.")
        return (Note("draft", ctx.words.say("Draft"), plain(text)),)
    if revision.retired:
        text = ctx.words.say("Withdrawn on {date}.", date=revision.retired.isoformat())
        successor = _successor(ctx, revision)
        return (Note("retired", ctx.words.say("Withdrawn"), (Plain(text), *successor)),)
    return (*_early(ctx, revision), *_trial(ctx, document))


def _early(ctx: Context, revision: Revision) -> tuple[Note, ...]:
    """Return the notice that shows in a browser before the version is in force."""
    day = revision.effective
    if day is None:
        return ()
    text = ctx.words.say(
        "It comes into force on {date}. Until then what holds so far goes on.", date=day.isoformat()
    )
    return (Note("warning", ctx.words.say("Not in force yet"), plain(text), until=day),)


def _trial(ctx: Context, document: Process | Form) -> tuple[Note, ...]:
    """Return that a document is for trial, and how much of it nobody has confirmed."""
    if not for_trial(document):
        return ()
    title = ctx.words.say("For trial")
    if isinstance(document, Form):
        text = ctx.words.say("It rests on practice; the company has yet to confirm it.")
    else:
        text = ctx.words.say(
            "{count} {count:statement rests|statements rest} on practice; the company has yet to "
            "confirm {count:it|them}.",
            count=open_in(document),
        )
    return (Note("trial", title, (*plain(text), Plain(" "), *_to_open_points(ctx))),)


def _to_open_points(ctx: Context) -> Inlines:
    said = ctx.words.say("What this rests on")
    return (Link(said, Target("page", "sources", "practice")),)


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
        (ctx.words.say("Reviewed by"), ctx.links.roles(reviewers(ctx, revision))),
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


def reviewers(ctx: Context, revision: Revision) -> tuple[str, ...]:
    """Return who reviewed a version: whom it names, else who reviewed the edition it came with."""
    edition = ctx.handbook.settings.edition
    together = edition is not None and edition.date == (revision.effective or revision.approved)
    return revision.reviewed_by or (edition.reviewed_by if edition and together else ())


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
