"""The page of a chapter: its introduction, its processes and forms, how they hang together."""

from __future__ import annotations

from generator.document.blocks import (
    Block,
    Card,
    Cards,
    Download,
    Downloads,
    Figure,
    Page,
    Prose,
    Row,
    Section,
    Table,
    Target,
    plain,
)
from generator.document.context import Context
from generator.document.lists import used_in
from generator.model.form import Form
from generator.model.settings import Chapter


def chapter_page(
    ctx: Context,
    chapter: Chapter,
    content: frozenset[str],
    downloads: tuple[Download, ...] = (),
) -> Page:
    """Return the page of one chapter; `content` are the paths of hand-written pages."""
    handbook = ctx.handbook
    title = ctx.words.translated(chapter.title.source)
    path = f"chapters/{chapter.chapter}.md"
    blocks: list[Block] = [Prose(path)] if path in content else []
    processes = handbook.processes_of_chapter(chapter.chapter)
    cards = tuple(
        Card(
            f"{process.code} {ctx.words.translated(process.title.source)}",
            Target("process", process.id),
            ctx.phrases.inlines(process.purpose, process),
        )
        for process in processes
    )
    if cards:
        blocks.append(Section(ctx.words.say("Processes"), "processes", (Cards(cards),)))
    if len(processes) > 1 or any(handbook.leads_to.get(each.id) for each in processes):
        name = ctx.words.say("Map of {title}", title=title)
        description = ctx.words.say(
            "Which process starts which; each process page lists them in words."
        )
        figure = Figure("landscape", chapter.chapter, name, description)
        blocks.append(Section(ctx.words.say("How they hang together"), "map", (figure,)))
    if len(processes) == 1:
        heading = ctx.words.say("Who passes what to whom")
        description = ctx.words.say("The steps of the one process of this chapter, by unit.")
        figure = Figure("interaction", processes[0].id, heading, description)
        blocks.append(Section(heading, "interaction", (figure,)))
    forms = handbook.forms_of_chapter(chapter.chapter)
    if forms:
        blocks.append(_forms(ctx, forms))
    if downloads:
        blocks.append(Section(ctx.words.say("Downloads"), "downloads", (Downloads(downloads),)))
    return Page(
        path=f"chapters/{chapter.chapter}",
        title=f"{chapter.code} {title}",
        kind="chapter",
        code=chapter.code,
        summary=ctx.phrases.plain(chapter.summary),
        file=chapter.where.file,
        blocks=tuple(blocks),
    )


def _forms(ctx: Context, forms: tuple[Form, ...]) -> Section:
    """Return the forms of a chapter with the processes that use them."""
    rows = []
    for form in forms:
        processes = ctx.links.processes(used_in(ctx.handbook, form))
        rows.append(Row((ctx.links.form(form.id), plain(form.revision.version), processes)))
    title = ctx.words.say("Forms")
    columns = ctx.words.say_each("Form", "Version", "Used in")
    return Section(title, "forms", (Table(title, columns, tuple(rows)),))
