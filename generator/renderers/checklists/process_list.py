"""The checklists of a process: a page for each role that does or answers for a step."""

from __future__ import annotations

from generator.document.addresses import on_the_web
from generator.document.blocks import Target
from generator.document.context import Context
from generator.document.control import control_rows
from generator.document.tasks import Task, tasks_in_process
from generator.model.process import Process
from generator.ooxml.house import House
from generator.ooxml.text import paragraph, run
from generator.renderers.checklists.paper import bytes_of, new_pen
from generator.renderers.checklists.rows import task_table
from generator.word.flow import Piece
from generator.word.frame import frame, letterhead, signatures
from generator.word.pen import Pen


def process_checklist(ctx: Context, process: Process, house: House) -> bytes | None:
    """Return the checklists of a process as .docx; None where no step names a role."""
    tasks = tasks_in_process(ctx, process)
    if not tasks:
        return None
    title = ctx.translated(process.title.source)
    pen = new_pen(ctx, house, f"process/{process.id}")
    frame(pen, title, f"{process.code}  {process.revision.version}")
    address = on_the_web(ctx, Target("process", process.id))
    name = ctx.say("{title} · Checklist", title=title)
    parts = [letterhead(pen, name, control_rows(ctx, process), address)]
    for number, (role, each) in enumerate(tasks.items()):
        parts += _page(pen, role, each, new_page=number > 0)
    subject = ctx.say("Checklist of {title}", title=title)
    return bytes_of(pen, [Piece(tuple(parts))], subject, process)


def _page(pen: Pen, role: str, tasks: tuple[Task, ...], *, new_page: bool) -> list[str]:
    ctx = pen.ctx
    title = ctx.translated(ctx.handbook.roles[role].title.source)
    heading = paragraph(run(title), "Heading1")
    if new_page:
        style = '<w:pStyle w:val="Heading1"/>'
        heading = heading.replace(style, f"{style}<w:pageBreakBefore/>", 1)
    titles = (ctx.say("Done by"), ctx.say("Date"), ctx.say("Checked by"))
    return [heading, task_table(pen, tasks, title), paragraph(""), signatures(pen, titles)]
