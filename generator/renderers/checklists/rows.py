"""The table of a checklist: a row for each step, with a box for it and one for each check."""

from __future__ import annotations

from collections.abc import Sequence

from generator.document.blocks import Inlines, joined, plain
from generator.document.context import Context
from generator.document.process_page import decider, form_use
from generator.document.tasks import Task
from generator.ooxml.controls import LONGEST_TAG, Entry
from generator.ooxml.table import Cell, Grid, row, table
from generator.ooxml.text import Setting, paragraph, run
from generator.word.pen import Pen
from generator.word.styles import CELL
from generator.word.tables import head

_TITLES = ("Done", "Step", "By when", "Forms", "Checks")
_PARTS = (620, 3400, 1450, 1900)
_LONGEST_NAME = 64  # what Word takes
_CENTRED = Setting(align="center")


def task_table(pen: Pen, tasks: Sequence[Task], title: str) -> str:
    """Return the table of some tasks."""
    widths = (*_PARTS, pen.sheet.width - sum(_PARTS))
    described = pen.say("A row for each step, with a box to tick.")
    grid = Grid(widths=widths, title=title, description=described, heading=True)
    rows = [head(pen, grid, [pen.ctx.words.get(each) for each in _TITLES])]
    rows += [row(grid, _cells(pen, each)) for each in tasks]
    return table(grid, rows)


def tag_of(task: Task) -> str:
    """Return the tag of a task's box: its letters, the code, the step's number, the role."""
    letters = task.letters.lower().replace("/", "").replace("*", "")
    return f"{letters}.{task.process.code.lower()}.{task.number}.{task.role}"[:LONGEST_TAG]


def _cells(pen: Pen, task: Task) -> list[Cell]:
    ctx, step = pen.ctx, task.step
    does = "R" in task.letters
    uses = joined([form_use(ctx, each) for each in step.forms], ctx.say("; ")) if does else ()
    checks = step.checks if does else ()
    title = ctx.translated(step.title.source)
    boxes = [
        _ticked(pen, task, title, number, ctx.inlines(each, task.process))
        for number, each in enumerate(checks, start=1)
    ]
    box = pen.controls.check(Entry(tag=tag_of(task), name=title[:_LONGEST_NAME]))
    return [
        Cell(content=paragraph(box, CELL, _CENTRED) + paragraph(run(task.letters), CELL, _CENTRED)),
        Cell(content=_what(pen, task), align="top"),
        Cell(content=pen.cell(ctx.deadline(step.due, task.process)), align="top"),
        Cell(content=pen.cell(uses), align="top"),
        Cell(content="".join(boxes), align="top"),
    ]


def _ticked(pen: Pen, task: Task, title: str, number: int, text: Inlines) -> str:
    tag = f"c{number}.{tag_of(task)}"[:LONGEST_TAG]
    box = pen.controls.check(Entry(tag=tag, name=f"{title[: _LONGEST_NAME - 4]} {number}"))
    return paragraph(box + run(" ") + pen.runs(text), CELL)


def _what(pen: Pen, task: Task) -> str:
    """Return what is to be done: by oneself, or by whom one answers for."""
    ctx, step = pen.ctx, task.step
    lines = [pen.cell(plain(f"{task.number} {ctx.translated(step.title.source)}"), bold=True)]
    if step.do and "R" in task.letters:
        lines.append(pen.cell(ctx.inlines(step.do, task.process)))
    lines += [
        pen.cell((*plain(label + ctx.say(": ")), *value))
        for label, value in _others(ctx, task)
        if value
    ]
    return "".join(lines)


def _others(ctx: Context, task: Task) -> tuple[tuple[str, Inlines], ...]:
    step, does = task.step, "R" in task.letters
    return (
        (ctx.say("As"), ctx.role(task.collective.role) if task.collective else ()),
        (ctx.say("Who does it"), ctx.role(step.responsible) if not does else ()),
        (ctx.say("Who decides"), decider(ctx, step) if task.letters in {"R", "A*"} else ()),
        (ctx.say("Ask first"), ctx.roles(step.consulted)),
        (ctx.say("Tell afterwards"), ctx.roles(step.informed)),
    )
