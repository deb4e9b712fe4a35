"""The pages that look across all processes: the matrix, indicators, reviews, changes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.base.diagnostics import N_
from generator.document.blocks import (
    Block,
    Bullets,
    Inlines,
    Link,
    Page,
    Paragraph,
    Plain,
    Row,
    Section,
    Table,
    Target,
    plain,
)
from generator.document.context import Context
from generator.document.matrix import whole_matrix
from generator.model.control import Revision
from generator.model.reviews import next_review

MOST_CELLS = 50_000
"""How many cells a matrix may have that browsers and readers still cope with."""


def matrix_page(ctx: Context) -> Page:
    """Return the responsibility matrix of the whole handbook, or where its parts stand."""
    handbook = ctx.handbook
    title = ctx.words.say("Responsibility matrix")
    steps = sum(len(each.steps) for each in handbook.process_list)
    blocks: tuple[Block, ...]
    if steps * len(handbook.assignments_by_role) > MOST_CELLS:
        blocks = tuple(_matrices(ctx, steps))
    else:
        blocks = (whole_matrix(ctx),)
    return Page(path="matrix", title=title, kind="list", blocks=blocks)


def _matrices(ctx: Context, steps: int) -> Iterator[Block]:
    """Yield links to the matrix of each process, where that of all would be too large to read."""
    says = N_(
        "With {count} steps the matrix of all is too large for a page; each process has its own."
    )
    yield Paragraph(plain(ctx.words.say(says, count=steps)))
    for chapter in ctx.handbook.settings.chapters:
        links = tuple(
            (Link(f"{each.code} {ctx.words.translated(each.title.source)}", _own_matrix(each.id)),)
            for each in ctx.handbook.processes_of_chapter(chapter.chapter)
        )
        if links:
            title = f"{chapter.code} {ctx.words.translated(chapter.title.source)}"
            yield Section(title, chapter.chapter, (Bullets(links),))


def _own_matrix(process: str) -> Target:
    return Target("process", process, "responsibilities")


def reviews_page(ctx: Context) -> Page:
    """Return when each process is to be reviewed; the browser marks what is due today."""
    reviewed = [
        (next_review(process), process)
        for process in ctx.handbook.process_list
        if process.review and not process.revision.retired
    ]
    rows = tuple(
        Row(
            (
                plain(day.isoformat()),
                ctx.links.process(each.id),
                ctx.links.role(each.owner),
                ctx.links.role(each.approver),
            )
        )
        for day, each in sorted(reviewed, key=lambda found: (found[0], found[1].code))
    )
    title = ctx.words.say("Reviews")
    columns = ctx.words.say_each("Next review", "Process", "Owner", "Approved by")
    intro = ctx.words.say("Counted from the date on which the current version came into force.")
    empty = Paragraph(plain(ctx.words.say("Nothing is listed here yet.")))
    listed = Table(title, columns, rows) if rows else empty
    section = Section(ctx.words.say("Next reviews"), "list", (listed,))
    return Page(path="reviews", title=title, kind="list", blocks=(Paragraph(plain(intro)), section))


def changes_page(ctx: Context) -> Page:
    """Return the editions and all revisions, newest first."""
    blocks: list[Block] = []
    editions = editions_table(ctx)
    if editions.rows:
        blocks.append(Section(editions.caption, "editions", (editions,)))
    rows = tuple(
        Row(
            (
                plain(day.isoformat()),
                link,
                plain(revision.version),
                ctx.phrases.inlines(revision.change),
            )
        )
        for day, link, revision in change_log(ctx)
    )
    title = ctx.words.say("Revisions")
    columns = ctx.words.say_each("Date", "Document", "Version", "What changed")
    blocks.append(Section(title, "revisions", (Table(title, columns, rows, wide=True),)))
    return Page(
        path="changes", title=ctx.words.say("What changed"), kind="list", blocks=tuple(blocks)
    )


def editions_table(ctx: Context) -> Table:
    """Return the editions of the handbook and what changed in each."""
    rows = tuple(
        Row(
            (
                ctx.phrases.inlines(edition.edition),
                plain(edition.date.isoformat()),
                ctx.phrases.inlines(edition.change),
            )
        )
        for edition in ctx.handbook.settings.editions
    )
    columns = ctx.words.say_each("Edition", "Date", "What changed")
    return Table(ctx.words.say("Editions"), columns, rows)


def change_log(ctx: Context) -> list[tuple[date, Inlines, Revision]]:
    """Return every revision of every document with its date in force, newest first."""
    handbook = ctx.handbook
    found: list[tuple[date, Inlines, Revision]] = []
    for process in handbook.process_list:
        found += [(_day(each), ctx.links.process(process.id), each) for each in process.revisions]
    for form in handbook.form_list:
        found += [(_day(each), ctx.links.form(form.id), each) for each in form.revisions]
    named = (
        (handbook.organization.revisions, ctx.words.say("Units and roles")),
        (handbook.parameter_file.revisions, ctx.words.say("Parameters and authorities")),
    )
    for revisions, name in named:
        found += [(_day(each), (Plain(name),), each) for each in revisions]
    return sorted(found, key=lambda each: each[0], reverse=True)


def _day(revision: Revision) -> date:
    return revision.effective or revision.approved or revision.date
