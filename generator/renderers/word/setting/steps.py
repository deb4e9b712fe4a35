"""The steps of a process as one table: a row for each, which never breaks over two pages."""

from __future__ import annotations

from generator.document.blocks import Inlines, Plain, StepItem, Steps, Target
from generator.renderers.word.ooxml.node import Nodes, joined
from generator.renderers.word.ooxml.table import Cell, Grid, row, table
from generator.renderers.word.ooxml.text import paragraph, run
from generator.renderers.word.setting.pen import Pen
from generator.renderers.word.setting.styles import CELL
from generator.renderers.word.setting.tables import head

BOX = "☐ "
_NUMBER = 560


def steps(pen: Pen, block: Steps, process: str) -> Nodes:
    """Return the steps; each number is the place that links to the step lead to."""
    rest = pen.sheet.width - _NUMBER
    widths = (_NUMBER, int(rest * 0.56), rest - int(rest * 0.56))
    title = pen.say("Steps")
    described = pen.say("What is done in each step, by whom, by when, with which form.")
    grid = Grid(widths=widths, title=title, description=described, heading=True)
    titles = (pen.say("No."), pen.say("What to do"), pen.say("Who, when, with what"))
    rows = [head(pen, grid, titles)]
    rows += [row(grid, _cells(pen, each, process)) for each in block.items]
    return table(grid, rows)


def _cells(pen: Pen, step: StepItem, process: str) -> list[Cell]:
    number = pen.place(Target("process", process, step.anchor), run(step.number))
    title = pen.runs((Plain(step.title), Plain(" ") if step.badges else Plain("")), bold=True)
    left = [paragraph(title + pen.runs(step.badges), CELL)]
    left += [pen.cell(step.do)] if step.do else []
    left += [_line(pen, BOX, each) for each in step.checks]
    left += [_line(pen, "→ ", each) for each in step.onward]
    right = [
        paragraph(pen.runs((Plain(label + pen.say(": ")),), bold=True) + pen.runs(value), CELL)
        for label, value in step.facts
    ]
    return [
        Cell(content=paragraph(number, CELL), align="top"),
        Cell(content=joined(left), align="top"),
        Cell(content=joined(right), align="top"),
    ]


def _line(pen: Pen, mark: str, text: Inlines) -> Nodes:
    return paragraph(run(mark) + pen.runs(text), CELL)
