"""The table of a checklist: a row for each line, with a box for it and one for each check."""

from __future__ import annotations

from collections.abc import Sequence

from generator.base.diagnostics import N_
from generator.document.blocks import plain
from generator.document.checklists import Line
from generator.renderers.word.ooxml.controls import LONGEST_TAG, ControlProperties
from generator.renderers.word.ooxml.node import Nodes, joined
from generator.renderers.word.ooxml.table import Cell, Grid, row, table
from generator.renderers.word.ooxml.text import ParagraphFormat, paragraph, run
from generator.renderers.word.setting.pen import Pen
from generator.renderers.word.setting.styles import CELL
from generator.renderers.word.setting.tables import head

_TASKS = (N_("Done"), N_("Step"), N_("By when"), N_("Forms"), N_("Checks"))
_DOCUMENTS = (N_("Read"), N_("Code"), N_("Title"), N_("Version"), N_("In force from"))
_TASK_WIDTHS = (620, 3400, 1450, 1900)  # the checks take what is left
_DOCUMENT_WIDTHS = (800, 1600, 0, 1300, 1800)  # the title takes what is left
_LONGEST_NAME = 64  # what Word takes
_CENTRED = ParagraphFormat(align="center")


def line_table(pen: Pen, lines: Sequence[Line], title: str) -> Nodes:
    """Return the table of some lines."""
    documents = any(each.cells for each in lines)
    titles = _DOCUMENTS if documents else _TASKS
    described = pen.say("A row for each line, with a box to tick.")
    widths = _widths(pen.sheet.width, documents=documents)
    grid = Grid(widths=widths, title=title, description=described, heading=True)
    rows = [head(pen, grid, [pen.ctx.words.get(each) for each in titles])]
    rows += [row(grid, _cells(pen, each)) for each in lines]
    return table(grid, rows)


def _widths(width: int, *, documents: bool) -> tuple[int, ...]:
    if not documents:
        return (*_TASK_WIDTHS, width - sum(_TASK_WIDTHS))
    return tuple(each or width - sum(_DOCUMENT_WIDTHS) for each in _DOCUMENT_WIDTHS)


def _cells(pen: Pen, line: Line) -> list[Cell]:
    box = paragraph(_box(pen, line.tag, line.title), CELL, _CENTRED)
    if line.cells:
        return [Cell(content=box), *(Cell(content=pen.cell(plain(each))) for each in line.cells)]
    what = pen.cell(plain(line.title), bold=True) + joined(map(pen.cell, line.what))
    checks = [
        _box(pen, f"c{number}.{line.tag}", f"{line.title[:60]} {number}")
        + run(" ")
        + pen.runs(text)
        for number, text in enumerate(line.checks, start=1)
    ]
    return [
        Cell(content=box + paragraph(run(line.letters), CELL, _CENTRED)),
        Cell(content=what, align="top"),
        Cell(content=pen.cell(line.due), align="top"),
        Cell(content=pen.cell(line.forms), align="top"),
        Cell(content=joined(paragraph(each, CELL) for each in checks), align="top"),
    ]


def _box(pen: Pen, tag: str, name: str) -> Nodes:
    return pen.controls.check(ControlProperties(tag=tag[:LONGEST_TAG], name=name[:_LONGEST_NAME]))
