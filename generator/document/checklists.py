"""What the checklists and the confirmation of a role or process say, line by line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from generator.base.diagnostics import N_
from generator.document.addresses import on_the_web
from generator.document.blocks import Inlines, Target, joined, plain, text_of
from generator.document.context import Context
from generator.document.control import badges, control_rows, in_force
from generator.document.process_page import decider, form_uses
from generator.document.tasks import Task, documents_of_role, tasks_in_process, tasks_of_role
from generator.model.form import Form
from generator.model.organization import Role
from generator.model.process import Process

LETTERS = N_("R: I do it. A: I answer for it. A*: I decide by amount.")
Facts = tuple[tuple[str, Inlines], ...]


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
class Group:
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
    facts: Facts
    address: str
    groups: tuple[Group, ...]
    signers: tuple[str, ...]
    statement: str = ""
    version: str = ""
    dated: date | None = None


def role_checksheet(ctx: Context, role: Role) -> Checksheet | None:
    """Return all that a role does and answers for; None where it has nothing to tick off."""
    tasks = tasks_of_role(ctx, role)
    if not tasks:
        return None
    title = ctx.translated(role.title.source)
    superiors = joined([ctx.superior(line.role) for line in role.reports_to], ctx.say("; "))
    rows = (
        (ctx.say("Unit"), ctx.unit(role.unit) if role.unit else ()),
        (ctx.say("Reports to"), superiors),
        (ctx.say("One of"), ctx.roles(role.any_of)),
        (ctx.say("All of"), ctx.roles(role.all_of)),
        (ctx.say("Steps"), plain(str(len(tasks)))),
        (ctx.say("Letters"), plain(ctx.say(LETTERS))),
    )
    groups = [
        Group(title=_heading(ctx, process), lines=_lines(ctx, tuple(found)))
        for process, found in groupby(tasks, key=lambda task: task.process)
    ]
    return Checksheet(
        name=f"role/{role.role}",
        title=ctx.say("{title} · Checklist", title=title),
        running=ctx.say("Checklist of the role"),
        mark=title,
        subject=ctx.say("Checklist of {title}", title=title),
        facts=_said(rows),
        address=on_the_web(ctx, Target("role", role.role)),
        groups=tuple(groups),
        signers=_signers(ctx),
    )


def _heading(ctx: Context, process: Process) -> str:
    name = f"{process.code} {ctx.translated(process.title.source)}"
    return f"{name}  {process.revision.version}  {in_force(ctx, process.revision)}"


def process_checksheet(ctx: Context, process: Process) -> Checksheet | None:
    """Return a page for each role that does or answers for a step; None where there is none."""
    tasks = tasks_in_process(ctx, process)
    if not tasks:
        return None
    title = ctx.translated(process.title.source)
    groups = [
        Group(
            title=ctx.translated(ctx.handbook.roles[role].title.source),
            lines=_lines(ctx, found),
            new_page=number > 0,
            signed=True,
        )
        for number, (role, found) in enumerate(tasks.items())
    ]
    return Checksheet(
        name=f"process/{process.id}",
        title=ctx.say("{title} · Checklist", title=title),
        running=title,
        mark="  ".join((process.code, *(each.text for each in badges(ctx, process.revision)))),
        subject=ctx.say("Checklist of {title}", title=title),
        facts=control_rows(ctx, process),
        address=on_the_web(ctx, Target("process", process.id)),
        groups=tuple(groups),
        signers=_signers(ctx),
        version=process.revision.version,
        dated=process.revision.date,
    )


def confirmation_sheet(ctx: Context, role: Role) -> Checksheet | None:
    """Return the documents that a role confirms to have read; None where none concerns it."""
    documents = documents_of_role(ctx, role)
    if not documents:
        return None
    title = ctx.translated(role.title.source)
    edition = ctx.handbook.settings.edition
    rows = (
        (ctx.say("Role"), plain(title)),
        (ctx.say("Unit"), ctx.unit(role.unit) if role.unit else ()),
        (ctx.say("Edition"), ctx.inlines(edition.edition) if edition else ()),
    )
    said = N_("I have read the following documents in the versions named and work by them.")
    lines = tuple(_read(ctx, each) for each in documents)
    return Checksheet(
        name=f"confirmation/{role.role}",
        title=ctx.say("Confirmation of reading"),
        running=ctx.say("Confirmation of reading"),
        mark=title,
        subject=ctx.say("Confirmation of reading: {title}", title=title),
        facts=_said(rows),
        address=on_the_web(ctx, Target("role", role.role)),
        groups=(Group(title="", lines=lines),),
        signers=(ctx.say("Name"), ctx.say("Signature"), ctx.say("Date")),
        statement=ctx.say(said),
    )


def _read(ctx: Context, document: Process | Form) -> Line:
    name = ctx.translated(document.title.source)
    revision = document.revision
    return Line(
        tag=f"read.{document.code.lower()}",
        title=name,
        cells=(document.code, name, revision.version, in_force(ctx, revision)),
    )


def _signers(ctx: Context) -> tuple[str, ...]:
    return (ctx.say("Done by"), ctx.say("Date"), ctx.say("Checked by"))


def _said(rows: Facts) -> Facts:
    return tuple((label, value) for label, value in rows if text_of(value))


def _lines(ctx: Context, tasks: Sequence[Task]) -> tuple[Line, ...]:
    return tuple(_line(ctx, each) for each in tasks)


def _line(ctx: Context, task: Task) -> Line:
    process, step = task.process, task.step
    does = "R" in task.letters
    uses = form_uses(ctx, step.forms)
    do = (ctx.inlines(step.do, process),) if step.do and does else ()
    beside = tuple(
        (*plain(label + ctx.say(": ")), *value) for label, value in _others(ctx, task) if value
    )
    return Line(
        tag=tag_of(task),
        title=f"{task.number} {ctx.translated(step.title.source)}",
        letters=task.letters,
        what=(*do, *beside),
        due=ctx.deadline(step.due, process),
        forms=uses if does else (),
        checks=tuple(ctx.inlines(each, process) for each in step.checks) if does else (),
    )


def tag_of(task: Task) -> str:
    """Return the tag of a task's box: its letters, the code, the step's number, the role."""
    letters = task.letters.lower().replace("/", "").replace("*", "")
    return f"{letters}.{task.process.code.lower()}.{task.number}.{task.role}"


def _others(ctx: Context, task: Task) -> Facts:
    """Return who else has to do with the step."""
    step, does = task.step, "R" in task.letters
    by_itself = task.letters in {"R/A", "A"}
    return (
        (ctx.say("As"), ctx.role(task.collective.role) if task.collective else ()),
        (ctx.say("Who does it"), () if does else ctx.role(step.responsible)),
        (ctx.say("Who decides"), () if by_itself else decider(ctx, step)),
        (ctx.say("Ask first"), ctx.roles(step.consulted)),
        (ctx.say("Tell afterwards"), ctx.roles(step.informed)),
    )
