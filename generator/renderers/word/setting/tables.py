"""Tables of facts and rows, never clipped: wide ones get a landscape page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.document.blocks import Facts, Inlines, Link, Row, Table, Target, text_of
from generator.renderers.word.ooxml.node import Nodes
from generator.renderers.word.ooxml.table import Cell, Grid, row, table
from generator.renderers.word.ooxml.text import paragraph, run
from generator.renderers.word.setting.pen import Pen
from generator.renderers.word.setting.styles import CELL, HEAD
from generator.renderers.word.setting.widths import shared

MOST_IN_PORTRAIT = 6
"""A wide table with more columns than this is set in landscape."""
_LABELS = 1750


def facts(pen: Pen, block: Facts, title: str) -> Nodes:
    """Return pairs of label and value as a table of two columns."""
    if not block.rows:
        return ()
    grid = Grid(widths=(_LABELS, pen.sheet.width - _LABELS), title=title, description=title)
    rows = [
        row(
            grid,
            [
                Cell(content=paragraph(run(label), HEAD), shade=pen.house.tint),
                Cell(content=pen.cell(value)),
            ],
        )
        for label, value in block.rows
    ]
    return table(grid, rows)


def needs_landscape(block: Table) -> bool:
    """Whether a table needs a landscape page."""
    return block.wide and len(said(block).columns) > MOST_IN_PORTRAIT


def listed(pen: Pen, block: Table, *, kind: str = "") -> Nodes:
    """Return rows under repeated column titles; `kind` names the targets of the rows' anchors."""
    block = said(block)
    texts = [
        [title, *(text_of(each.cells[at]) for each in block.rows)]
        for at, title in enumerate(block.columns)
    ]
    grid = Grid(
        widths=shared(texts, pen.sheet.width),
        title=block.caption,
        description=pen.say("Table: {columns}", columns=", ".join(block.columns)),
        heading=True,
    )
    rows = [head(pen, grid, block.columns)]
    rows += [row(grid, _cells(pen, each, kind)) for each in block.rows]
    return table(grid, rows)


def said(block: Table) -> Table:
    """Return a table without the columns that say nothing on paper: empty ones, and downloads."""
    kept = [
        at
        for at in range(len(block.columns))
        if any(not _leads_to_files(each.cells[at]) for each in block.rows)
    ]
    if len(kept) == len(block.columns):
        return block
    rows = tuple(replace(each, cells=tuple(each.cells[at] for at in kept)) for each in block.rows)
    return replace(block, columns=tuple(block.columns[at] for at in kept), rows=rows)


def _leads_to_files(inlines: Inlines) -> bool:
    shown = [each for each in inlines if each.text.strip()]
    return all(isinstance(each, Link) and each.target.kind == "download" for each in shown)


def head(pen: Pen, grid: Grid, titles: Sequence[str]) -> Nodes:
    """Return the row of column titles, repeated on each page."""
    cells = [Cell(content=paragraph(run(each), HEAD), shade=pen.house.tint) for each in titles]
    return row(grid, cells, heading=True)


def _cells(pen: Pen, each: Row, kind: str) -> list[Cell]:
    found = []
    for number, inlines in enumerate(each.cells):
        runs = pen.runs(inlines)
        if number == 0 and each.anchor and kind:
            runs = pen.place(Target(kind, each.anchor), runs)
        found.append(Cell(content=paragraph(runs, CELL), align="top"))
    return found
