"""What a role does and answers for, by how often it comes; where it is asked, what it is told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.base.diagnostics import N_
from generator.document.blocks import (
    Block,
    DownloadsByPage,
    Inlines,
    Link,
    Paragraph,
    Plain,
    Row,
    Section,
    Table,
    joined,
    plain,
)
from generator.document.context import Context
from generator.document.roles.rhythm import TITLES, Rhythm, rhythm_of
from generator.document.tasks import Task, parts_of_role
from generator.model.organization import Role

LETTERS = N_("R: I do it. A: I answer for it. A*: I decide by amount.")
_BESIDE = (
    (
        "C",
        N_("Where I am asked"),
        "asked",
        N_("I am asked before {count} {count:step|steps}"),
    ),
    ("I", N_("What I am told"), "told", N_("I am told of {count} {count:step|steps}")),
)


def by_rhythm(ctx: Context, tasks: Sequence[Task]) -> dict[Rhythm, list[Task]]:
    """Return tasks by how often they come, the most urgent first; what has none stays out."""
    found: dict[Rhythm, list[Task]] = {each: [] for each in Rhythm}
    for task in tasks:
        found[rhythm_of(ctx.handbook, task.process, task.step)].append(task)
    return {rhythm: each for rhythm, each in found.items() if each}


def by_collective(tasks: Sequence[Task]) -> list[tuple[Role | None, list[Task]]]:
    """Return the tasks of the role itself, then those through each of its collective roles."""
    found: dict[str, tuple[Role | None, list[Task]]] = {"": (None, [])}
    for task in tasks:
        name = task.collective.role if task.collective else ""
        found.setdefault(name, (task.collective, []))[1].append(task)
    return [each for each in found.values() if each[1]]


def shared_collective(tasks: Sequence[Task]) -> Role | None:
    """Return the collective role through which a role has every one of some tasks, if it is one."""
    groups = by_collective(tasks)
    return groups[0][0] if len(groups) == 1 else None


def as_collective(ctx: Context, collective: Role) -> str:
    """Return how a group of tasks that is had through a collective role is headed."""
    return ctx.words.say("As {role}", role=ctx.words.translated(collective.title.source))


def work_section(ctx: Context, role: Role, downloads: DownloadsByPage) -> Section | None:
    """Return what a role does and answers for, each step once; None where there is nothing."""
    tasks = [each for each in parts_of_role(ctx.handbook, role) if each.ticked]
    if not tasks:
        return None
    shared = shared_collective(tasks)
    parts = tuple(
        Section(
            ctx.words.say(TITLES[rhythm]),
            rhythm.value,
            tuple(_tables(ctx, found, downloads, shared)),
        )
        for rhythm, found in by_rhythm(ctx, tasks).items()
    )
    title = ctx.words.say("What I do and answer for")
    said = ctx.words.say(LETTERS)
    if shared:
        name = ctx.words.translated(shared.title.source)
        said += ctx.words.say(" All of it as {role}.", role=name)
    legend = Paragraph(plain(said))
    return Section(title, "work", (legend, *parts), former=("does", "answers"))


def _tables(
    ctx: Context, tasks: Sequence[Task], downloads: DownloadsByPage, shared: Role | None
) -> Iterator[Block]:
    columns = ctx.words.say_each("Step", "Part", "By when", "Forms", "Process")
    for collective, found in by_collective(tasks):
        caption = ctx.words.say("My steps")
        if collective:
            caption = as_collective(ctx, collective)
            if collective != shared:
                yield Paragraph(plain(caption + ctx.words.say(": ")))
        rows = tuple(_row(ctx, task, downloads) for task in found)
        yield Table(caption, columns, rows, wide=True, stacked=True)


def _row(ctx: Context, task: Task, downloads: DownloadsByPage) -> Row:
    process, step = task.process, task.step
    return Row(
        (
            _title(ctx, task),
            plain(task.letters),
            ctx.phrases.deadline(step.due, process),
            joined(
                [
                    form_with_word(ctx, form, downloads)
                    for form in dict.fromkeys(use.form for use in step.forms)
                ],
                ctx.words.semicolon,
            ),
            ctx.links.process(process.id, code=False),
        )
    )


def _title(ctx: Context, task: Task) -> Inlines:
    title = ctx.links.step(task.process.id, task.step.id)
    for each in task.also:
        name = ctx.words.translated(each.title.source)
        title = (*title, Plain(ctx.words.say(" (also as {collective})", collective=name)))
    return title


def form_with_word(ctx: Context, form: str, downloads: DownloadsByPage) -> Inlines:
    """Return a form as a link, and beside it the link that saves it as a Word document."""
    said = ctx.links.form(form, code=False)
    for each in downloads.get(f"forms/{form}", ())[:1]:
        said = (*said, Plain(" "), Link(ctx.words.say("Word"), each.target))
    return said


def beside_sections(ctx: Context, role: Role) -> Iterator[Section]:
    """Yield the steps before which a role is asked and those of which it is told, folded."""
    parts = parts_of_role(ctx.handbook, role)
    columns = ctx.words.say_each("Step", "By when", "Process")
    for letter, title, anchor, folded in _BESIDE:
        tasks = [each for each in parts if each.letters[0] == letter]
        if not tasks:
            continue
        blocks: list[Block] = []
        for collective, found in by_collective(tasks):
            caption = as_collective(ctx, collective) if collective else ctx.words.say(title)
            if collective:
                blocks.append(Paragraph(plain(caption + ctx.words.say(": "))))
            rows = tuple(
                Row(
                    (
                        _title(ctx, task),
                        ctx.phrases.deadline(task.step.due, task.process),
                        ctx.links.process(task.process.id, code=False),
                    )
                )
                for task in found
            )
            blocks.append(Table(caption, columns, rows, wide=True, stacked=True))
        said = ctx.words.say(folded, count=len(tasks))
        yield Section(ctx.words.say(title), anchor, tuple(blocks), folded=said)
