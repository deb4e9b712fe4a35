"""The checklist of a role: all that it does and answers for, process by process."""

from __future__ import annotations

from itertools import groupby

from generator.document.addresses import on_the_web
from generator.document.blocks import Target, joined, plain
from generator.document.context import Context
from generator.document.control import in_force
from generator.document.tasks import tasks_of_role
from generator.model.organization import Role
from generator.ooxml.house import House
from generator.ooxml.text import paragraph, run
from generator.renderers.checklists.paper import bytes_of, new_pen
from generator.renderers.checklists.rows import task_table
from generator.word.flow import Piece
from generator.word.frame import facts_of, frame, letterhead, signatures

_LETTERS = "R: I do it. A: I answer for it. A*: I decide by amount."


def role_checklist(ctx: Context, role: Role, house: House) -> bytes | None:
    """Return the checklist of a role as .docx; None where it has nothing to tick off."""
    tasks = tasks_of_role(ctx, role)
    if not tasks:
        return None
    title = ctx.translated(role.title.source)
    pen = new_pen(ctx, house, f"role/{role.role}")
    frame(pen, ctx.say("Checklist of the role"), title)
    lines = [ctx.superior(line.role) for line in role.reports_to]
    rows = (
        (ctx.say("Unit"), ctx.unit(role.unit) if role.unit else ()),
        (ctx.say("Reports to"), joined(lines, ctx.say("; "))),
        (ctx.say("One of"), ctx.roles(role.any_of)),
        (ctx.say("All of"), ctx.roles(role.all_of)),
        (ctx.say("Steps"), plain(str(len(tasks)))),
        (
            ctx.say("Letters"),
            plain(ctx.say("R: I do it. A: I answer for it. A*: I decide by amount.")),
        ),
    )
    address = on_the_web(ctx, Target("role", role.role))
    parts = [letterhead(pen, f"{title} · {ctx.say('Checklist')}", facts_of(rows), address)]
    for process, group in groupby(tasks, key=lambda task: task.process):
        name = f"{process.code} {ctx.translated(process.title.source)}"
        known = f"{name}  {process.revision.version}  {in_force(ctx, process.revision)}"
        parts += [paragraph(run(known), "Heading2"), task_table(pen, tuple(group), name)]
    titles = (ctx.say("Done by"), ctx.say("Date"), ctx.say("Checked by"))
    parts += [paragraph(""), signatures(pen, titles)]
    return bytes_of(pen, [Piece(tuple(parts))], ctx.say("Checklist of {title}", title=title))
