"""What the checklists and the confirmation of a role or process say, line by line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from generator.base.diagnostics import N_
from generator.document.addresses import on_the_web
from generator.document.blocks import Inlines, Link, Plain, Target, joined, plain, text_of
from generator.document.context import Context
from generator.document.control import badges, control_rows, in_force
from generator.document.process_page import decider, form_uses
from generator.document.roles.rhythm import TITLES
from generator.document.roles.work import (
    LETTERS,
    as_collective,
    by_collective,
    by_rhythm,
    shared_collective,
)
from generator.document.tasks import Task, documents_of_role, tasks_in_process, tasks_of_role
from generator.document.words import Words
from generator.model.form import Form
from generator.model.organization import Role
from generator.model.process import Process

FactPairs = tuple[tuple[str, Inlines], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A box to tick and what stands beside it; `checks` have boxes of their own.

    `tag` names the box for programs. A line of a confirmation has its texts in `cells`.
    """

    tag: str
    title: str
    letters: str = ""
    what: tuple[Inlines, ...] = ()
    due: Inlines = ()
    forms: Inlines = ()
    checks: tuple[Inlines, ...] = ()
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistGroup:
    """The lines below a heading; `new_page` begins a page, `signed` ends with places to sign."""

    title: str
    lines: tuple[Line, ...]
    new_page: bool = False
    signed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Checksheet:
    """A document of boxes: its name, what stands in header and letterhead, its groups."""

    name: str
    title: str
    running: str
    mark: str
    subject: str
    facts: FactPairs
    address: str
    groups: tuple[ChecklistGroup, ...]
    signers: tuple[str, ...]
    statement: str = ""
    version: str = ""
    dated: date | None = None


def role_checksheet(ctx: Context, role: Role) -> Checksheet | None:
    """Return all that a role does and answers for; None where it has nothing to tick off."""
    tasks = tasks_of_role(ctx.handbook, role)
    if not tasks:
        return None
    title = ctx.words.translated(role.title.source)
    shared = shared_collective(tasks)
    superiors = joined(
        [ctx.links.superior(line.role) for line in role.reports_to], ctx.words.semicolon
    )
    duties = [ctx.phrases.inlines(each) for each in role.duties]
    rows = (
        (ctx.words.say("What it is there for"), joined(duties, ctx.words.semicolon)),
        (ctx.words.say("Unit"), ctx.links.unit(role.unit) if role.unit else ()),
        (ctx.words.say("Reports to"), superiors),
        (ctx.words.say("One of"), ctx.links.roles(role.any_of)),
        (ctx.words.say("All of"), ctx.links.roles(role.all_of)),
        (ctx.words.say("As"), ctx.links.role(shared.role) if shared else ()),
        (ctx.words.say("Steps"), plain(str(len(tasks)))),
        (ctx.words.say("Letters"), plain(ctx.words.say(LETTERS))),
    )
    return Checksheet(
        name=f"role/{role.role}",
        title=ctx.words.say("{title} · Checklist", title=title),
        running=ctx.words.say("Checklist of the role"),
        mark=title,
        subject=ctx.words.say("Checklist of {title}", title=title),
        facts=_said(rows),
        address=on_the_web(ctx, Target("role", role.role)),
        groups=tuple(_by_rhythm(ctx, tasks)),
        signers=_signers(ctx.words),
    )


def _by_rhythm(ctx: Context, tasks: Sequence[Task]) -> Iterator[ChecklistGroup]:
    """Yield the tasks by how often they come; through whom somebody has them is said once each."""
    shared = shared_collective(tasks)
    for rhythm, often in by_rhythm(ctx, tasks).items():
        for collective, found in by_collective(often):
            title = ctx.words.say(TITLES[rhythm])
            if collective and collective != shared:
                title += ctx.words.say(": ") + as_collective(ctx, collective)
            lines = tuple(
                replace(line, what=(_of_process(ctx.words, task.process), *line.what))
                for task, line in zip(found, _lines(ctx, found), strict=True)
            )
            yield ChecklistGroup(title=title, lines=lines)


def _of_process(words: Words, process: Process) -> Inlines:
    """Return the process of a line, in the version that it is taken from."""
    name = f"{process.code} {words.translated(process.title.source)}"
    version = f"{process.revision.version}  {in_force(words, process.revision)}"
    return (Link(name, Target("process", process.id)), Plain(f"  {version}"))


def process_checksheet(ctx: Context, process: Process) -> Checksheet | None:
    """Return a page for each role that does or answers for a step; None where there is none."""
    tasks = tasks_in_process(ctx.handbook, process)
    if not tasks:
        return None
    title = ctx.words.translated(process.title.source)
    groups = [
        ChecklistGroup(
            title=ctx.words.translated(ctx.handbook.roles[role].title.source),
            lines=_lines(ctx, found),
            new_page=number > 0,
            signed=True,
        )
        for number, (role, found) in enumerate(tasks.items())
    ]
    return Checksheet(
        name=f"process/{process.id}",
        title=ctx.words.say("{title} · Checklist", title=title),
        running=title,
        mark="  ".join((process.code, *(each.text for each in badges(ctx.words, process)))),
        subject=ctx.words.say("Checklist of {title}", title=title),
        facts=control_rows(ctx, process),
        address=on_the_web(ctx, Target("process", process.id)),
        groups=tuple(groups),
        signers=_signers(ctx.words),
        version=process.revision.version,
        dated=process.revision.date,
    )


def confirmation_sheet(ctx: Context, role: Role) -> Checksheet | None:
    """Return the documents that a role confirms to have read; None where none concerns it."""
    documents = documents_of_role(ctx.handbook, role)
    if not documents:
        return None
    title = ctx.words.translated(role.title.source)
    edition = ctx.handbook.settings.edition
    rows = (
        (ctx.words.say("Role"), plain(title)),
        (ctx.words.say("Unit"), ctx.links.unit(role.unit) if role.unit else ()),
        (ctx.words.say("Edition"), ctx.phrases.inlines(edition.edition) if edition else ()),
    )
    said = N_("I have read the following documents in the versions named and work by them.")
    lines = tuple(_read(ctx.words, each) for each in documents)
    return Checksheet(
        name=f"confirmation/{role.role}",
        title=ctx.words.say("Confirmation of reading"),
        running=ctx.words.say("Confirmation of reading"),
        mark=title,
        subject=ctx.words.say("Confirmation of reading: {title}", title=title),
        facts=_said(rows),
        address=on_the_web(ctx, Target("role", role.role)),
        groups=(ChecklistGroup(title="", lines=lines),),
        signers=(ctx.words.say("Name"), ctx.words.say("Signature"), ctx.words.say("Date")),
        statement=ctx.words.say(said),
    )


def _read(words: Words, document: Process | Form) -> Line:
    name = words.translated(document.title.source)
    revision = document.revision
    return Line(
        tag=f"read.{document.code.lower()}",
        title=name,
        cells=(document.code, name, revision.version, in_force(words, revision)),
    )


def _signers(words: Words) -> tuple[str, ...]:
    return (words.say("Done by"), words.say("Date"), words.say("Checked by"))


def _said(rows: FactPairs) -> FactPairs:
    return tuple((label, value) for label, value in rows if text_of(value))


def _lines(ctx: Context, tasks: Sequence[Task]) -> tuple[Line, ...]:
    return tuple(_line(ctx, each) for each in tasks)


def _line(ctx: Context, task: Task) -> Line:
    process, step = task.process, task.step
    does = "R" in task.letters
    uses = form_uses(ctx, process, step)
    do = (ctx.phrases.inlines(step.do, process),) if step.do and does else ()
    beside = tuple(
        (*plain(label + ctx.words.say(": ")), *value)
        for label, value in _others(ctx, task)
        if value
    )
    return Line(
        tag=tag_of(task),
        title=f"{task.number} {ctx.words.translated(step.title.source)}",
        letters=task.letters,
        what=(*do, *beside),
        due=ctx.phrases.deadline(step.due, process),
        forms=uses if does else (),
        checks=tuple(ctx.phrases.inlines(each, process) for each in step.checks) if does else (),
    )


def tag_of(task: Task) -> str:
    """Return the tag of a task's box: its letters, the code, the step's number, the role."""
    letters = task.letters.lower().replace("/", "").replace("*", "")
    return f"{letters}.{task.process.code.lower()}.{task.number}.{task.role}"


def _others(ctx: Context, task: Task) -> FactPairs:
    """Return who else has to do with the step."""
    step, does = task.step, "R" in task.letters
    by_itself = task.letters in {"R/A", "A"}
    return (
        (ctx.words.say("Also as"), ctx.links.roles(each.role for each in task.also)),
        (ctx.words.say("Who does it"), () if does else ctx.links.role(step.responsible)),
        (ctx.words.say("Who decides"), () if by_itself else decider(ctx, step)),
        (ctx.words.say("Ask first"), ctx.links.roles(step.consulted)),
        (ctx.words.say("Tell afterwards"), ctx.links.roles(step.informed)),
    )
