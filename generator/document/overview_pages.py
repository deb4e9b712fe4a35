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
    Matrix,
    MatrixRow,
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
from generator.document.control import next_review
from generator.document.onward import either
from generator.document.process_page import matrix_column
from generator.document.words import Words
from generator.model.control import Revision

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


def matrix_legend(words: Words) -> str:
    """Return what the letters of the matrix say; pages have a list of them below each matrix."""
    return words.say(
        "R does it, A answers for it, C is asked first, I is told afterwards; A* decides by amount."
    )


def whole_matrix(ctx: Context) -> Matrix:
    """Return who has which part in every step of the handbook."""
    handbook = ctx.handbook
    busy = handbook.assignments_by_role
    roles = [name for name in handbook.roles if name in busy]
    cells: dict[tuple[str, str, str], str] = {}
    for part in handbook.assignments:
        key = (part.process.id, part.step.id, part.role)
        letter = f"{part.letter}*" if part.authority else part.letter
        cells[key] = f"{cells[key]}/{letter}" if key in cells else letter
    rows = tuple(
        MatrixRow(
            str(number),
            ctx.links.step(process.id, step.id),
            tuple(cells.get((process.id, step.id, name), "") for name in roles),
            group=process.id,
            chapter=process.chapter,
        )
        for process in handbook.process_list
        for number, step in enumerate(process.steps, start=1)
    )
    columns = tuple(matrix_column(ctx, name) for name in roles)
    return Matrix(ctx.words.say("Responsibility matrix"), columns, rows, filters=True)


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


def indicators_page(ctx: Context) -> Page:
    """Return the indicators, risks, records and hand-overs of all processes."""
    sections = (_kpis(ctx), _risks(ctx), _records(ctx), _hand_overs(ctx))
    title = ctx.words.say("Indicators, risks, records, hand-overs")
    return Page(path="indicators", title=title, kind="list", blocks=tuple(s for s in sections if s))


def _kpis(ctx: Context) -> Section | None:
    rows = tuple(
        Row(
            (
                ctx.phrases.inlines(kpi.kpi, process),
                ctx.phrases.inlines(kpi.formula, process),
                ctx.phrases.inlines(kpi.target, process),
                plain(ctx.words.rhythm(kpi.every.source)),
                ctx.links.role(kpi.owner),
                ctx.links.process(process.id),
            )
        )
        for process in ctx.handbook.process_list
        for kpi in process.kpis
    )
    columns = ctx.words.say_each("Indicator", "Formula", "Target", "How often", "Owner", "Process")
    return _table(ctx.words.say("Indicators"), "indicators", columns, rows)


def _risks(ctx: Context) -> Section | None:
    rows = tuple(
        Row(
            (
                ctx.phrases.inlines(risk.risk, process),
                ctx.phrases.inlines(risk.control, process),
                joined([ctx.links.step(process.id, step) for step in risk.at], ctx.words.comma),
                ctx.links.process(process.id),
            )
        )
        for process in ctx.handbook.process_list
        for risk in process.risks
    )
    columns = ctx.words.say_each("Risk", "Control", "At step", "Process")
    return _table(ctx.words.say("Risks and controls"), "risks", columns, rows)


def _records(ctx: Context) -> Section | None:
    rows = tuple(
        Row(
            (
                ctx.phrases.inlines(record.record, process),
                ctx.links.forms(record.forms),
                ctx.phrases.keep(record.keep),
                ctx.links.role(record.keeper) if record.keeper else (),
                ctx.links.process(process.id),
            )
        )
        for process in ctx.handbook.process_list
        for record in process.records
    )
    columns = ctx.words.say_each("Record", "Forms", "Kept", "Keeper", "Process")
    return _table(ctx.words.say("Records"), "records", columns, rows)


def _hand_overs(ctx: Context) -> Section | None:
    rows = tuple(
        Row(
            (
                ctx.links.process(each.source.id),
                ctx.links.step(each.source.id, each.step.id),
                plain(
                    ctx.words.say("calls")
                    if each.kind == "call"
                    else ctx.words.say("hands over to")
                ),
                ctx.links.process(each.target.id),
                either(
                    ctx.words, [ctx.phrases.inlines(when, each.source) for when in each.exit.when]
                ),
            )
        )
        for each in ctx.handbook.neighbours
    )
    columns = ctx.words.say_each("From process", "At step", "How", "To process", "When")
    return _table(ctx.words.say("Hand-overs"), "hand-overs", columns, rows)


def _table(
    title: str, anchor: str, columns: tuple[str, ...], rows: tuple[Row, ...]
) -> Section | None:
    if not rows:
        return None
    table = Table(title, columns, rows, wide=True)
    return Section(title, anchor, (table,))


def reviews_page(ctx: Context) -> Page:
    """Return when each process is to be reviewed; the browser marks what is due today."""
    reviewed = [
        (next_review(each), each)
        for each in ctx.handbook.process_list
        if each.review and not each.revision.retired
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
    editions = tuple(
        Row(
            (
                ctx.phrases.inlines(each.edition),
                plain(each.date.isoformat()),
                ctx.phrases.inlines(each.change),
            )
        )
        for each in ctx.handbook.settings.editions
    )
    if editions:
        title = ctx.words.say("Editions")
        columns = ctx.words.say_each("Edition", "Date", "What changed")
        blocks.append(Section(title, "editions", (Table(title, columns, editions),)))
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
