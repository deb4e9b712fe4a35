"""The responsibility matrix on paper: role titles written downwards, split when too wide."""

from __future__ import annotations

from generator.document.blocks import Matrix, MatrixRow, text_of
from generator.document.matrix import matrix_legend
from generator.renderers.word.ooxml.node import Nodes, joined
from generator.renderers.word.ooxml.table import Cell, Grid, row, table
from generator.renderers.word.ooxml.text import ParagraphFormat, paragraph, run
from generator.renderers.word.setting.pen import Pen
from generator.renderers.word.setting.styles import CELL, HEAD
from generator.renderers.word.setting.widths import units

MOST_IN_PORTRAIT = 15
"""A matrix with more roles than this is set in landscape."""
_STEP = 3000
_ROLE = 460
_WIDEST_ROLE = 900
_HALF_EM = 105  # twips along a title that is written downwards
_CENTRED = ParagraphFormat(align="center")
_TINTS = {"R": "CFE2F3", "A": "FCE0C0", "C": "DDEFD5", "I": "ECECEC"}


def matrix_needs_landscape(block: Matrix) -> bool:
    """Whether a matrix needs a landscape page."""
    return len(block.columns) > MOST_IN_PORTRAIT


def matrix(pen: Pen, block: Matrix) -> Nodes:
    """Return the matrix; roles that do not fit beside the others stand in a table below."""
    most = max(1, (pen.sheet.width - _STEP) // _ROLE)
    count = len(block.columns)
    ranges = [range(start, min(start + most, count)) for start in range(0, count, most)]
    parts = [_part(pen, block, columns) for columns in ranges]
    legend = matrix_legend(pen.ctx.words)
    return joined(parts, paragraph((), CELL)) + paragraph(run(legend), "Small")


def _part(pen: Pen, block: Matrix, columns: range) -> Nodes:
    role = min(_WIDEST_ROLE, (pen.sheet.width - _STEP) // len(columns))
    widths = (pen.sheet.width - role * len(columns), *(role for _ in columns))
    described = pen.say("A row for each step, a column for each role.")
    grid = Grid(widths=widths, title=block.caption, description=described, heading=True)
    rows = [_head(pen, block, grid, columns)]
    rows += [row(grid, _cells(pen, each, columns)) for each in block.rows]
    return table(grid, rows)


def _head(pen: Pen, block: Matrix, grid: Grid, columns: range) -> Nodes:
    longest = max(units(text_of(block.columns[at].title)) for at in columns)
    height = min(4200, longest * _HALF_EM + 240)
    first = Cell(content=paragraph(run(pen.say("Step")), HEAD), shade=pen.house.tint)
    cells = [
        Cell(
            content=paragraph(pen.runs(block.columns[at].title), HEAD),
            shade=pen.house.tint,
            downwards=True,
        )
        for at in columns
    ]
    return row(grid, [first, *cells], height=height, heading=True)


def _cells(pen: Pen, each: MatrixRow, columns: range) -> list[Cell]:
    letters = [
        Cell(
            content=paragraph(run(each.letters[at]), CELL, _CENTRED),
            shade=_TINTS.get(each.letters[at][:1], ""),
            tight=True,
        )
        for at in columns
    ]
    return [Cell(content=pen.cell(each.title)), *letters]
