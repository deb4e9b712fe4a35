"""The fields of a section as a grid of labels and values, two in a row where both are short."""

from __future__ import annotations

from collections.abc import Iterable

from generator.model.form import Field
from generator.renderers.word.forms.entries import needs_whole_row, value_cell
from generator.renderers.word.forms.pen import SHADE, FormPen
from generator.renderers.word.ooxml.node import Nodes
from generator.renderers.word.ooxml.table import Cell, Grid, row, table
from generator.renderers.word.ooxml.text import FLOWING, ParagraphFormat, paragraph

TALL = ParagraphFormat(before=230, after=230)  # the label of a field of several lines


def field_grid(pen: FormPen, fields: Iterable[Field], title: str) -> Nodes:
    """Return the table of some fields that are neither tables nor signatures."""
    grid = Grid(
        widths=pen.grid_widths,
        title=title,
        description=pen.say("Labels on a tinted ground; the fields to fill in beside them."),
    )
    return table(grid, [_row(pen, grid, pair) for pair in _pairs(pen, fields, grid.widths[1])])


def _pairs(pen: FormPen, fields: Iterable[Field], width: int) -> Iterable[tuple[Field, ...]]:
    waiting: Field | None = None
    for field in fields:
        if needs_whole_row(pen, field, width):
            if waiting:
                yield (waiting,)
            waiting = None
            yield (field,)
        elif waiting:
            yield (waiting, field)
            waiting = None
        else:
            waiting = field
    if waiting:
        yield (waiting,)


def _row(pen: FormPen, grid: Grid, pair: tuple[Field, ...]) -> Nodes:
    whole = len(pair) == 1
    cells: list[Cell] = []
    for number, each in enumerate(pair):
        room = TALL if each.type == "long-text" else FLOWING
        label = paragraph(pen.marked_label(each), "FormLabel", room)
        width = sum(grid.widths[1:]) if whole else grid.widths[2 * number + 1]
        cells.append(Cell(content=label, shade=pen.house.tint))
        cells.append(
            Cell(
                content=value_cell(pen, each, width),
                span=3 if whole else 1,
                shade=SHADE if each.computed else "",
            )
        )
    return row(grid, cells)
