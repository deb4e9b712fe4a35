"""The page of a chapter: its introduction, its processes and forms, how they hang together."""

from __future__ import annotations

from generator.document.blocks import (
    Block,
    Card,
    Cards,
    Figure,
    Page,
    Prose,
    Row,
    Section,
    Table,
    Target,
    joined,
    plain,
)
from generator.document.context import Context
from generator.model.settings import Chapter


def chapter_page(ctx: Context, chapter: Chapter, content: frozenset[str]) -> Page:
    """Return the page of one chapter; `content` are the paths of hand-written pages."""
    handbook = ctx.handbook
    title = ctx.translated(chapter.title.source)
    path = f"chapters/{chapter.chapter}.md"
    blocks: list[Block] = [Prose(path)] if path in content else []
    processes = handbook.processes_of_chapter(chapter.chapter)
    cards = tuple(
        Card(
            f"{each.code} {ctx.translated(each.title.source)}",
            Target("process", each.id),
            ctx.inlines(each.purpose, each),
        )
        for each in processes
    )
    if cards:
        blocks.append(Section(ctx.say("Processes"), "processes", (Cards(cards),)))
    if len(processes) > 1 or any(handbook.leads_to.get(each.id) for each in processes):
        name = ctx.say("Map of {title}", title=title)
        description = ctx.say("Which process starts which; each process page lists them in words.")
        figure = Figure("landscape", chapter.chapter, name, description)
        blocks.append(Section(ctx.say("How they hang together"), "map", (figure,)))
    if len(processes) == 1:
        heading = ctx.say("Who passes what to whom")
        description = ctx.say("The steps of the one process of this chapter, by unit.")
        figure = Figure("interaction", processes[0].id, heading, description)
        blocks.append(Section(heading, "interaction", (figure,)))
    forms = handbook.forms_of_chapter(chapter.chapter)
    if forms:
        name = ctx.say("Forms")
        rows = tuple(
            Row(
                (
                    ctx.form(each.id),
                    plain(each.revision.version),
                    joined(
                        [
                            ctx.process(p)
                            for p in dict.fromkeys(
                                u.process.id for u in handbook.uses_by_form.get(each.id, ())
                            )
                        ],
                        ctx.say("; "),
                    ),
                )
            )
            for each in forms
        )
        columns = ctx.words.say_each("Form", "Version", "Used in")
        blocks.append(Section(name, "forms", (Table(name, columns, rows),)))
    return Page(
        path=f"chapters/{chapter.chapter}",
        title=f"{chapter.code} {title}",
        kind="chapter",
        code=chapter.code,
        summary=ctx.plain(chapter.summary),
        file=chapter.where.file,
        blocks=tuple(blocks),
    )
