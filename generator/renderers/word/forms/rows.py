"""Tables to fill in: typed columns, a repeated heading, blank rows or rows with their option."""

from __future__ import annotations

from collections.abc import Mapping

from generator.document.form_words import formula_words
from generator.model.form import Field
from generator.model.form_tags import column_tag, row_marks
from generator.renderers.word.forms.entries import control_for, narrow_prompt, options_of
from generator.renderers.word.forms.measure import CELL_MARGINS, ems, shared_out
from generator.renderers.word.forms.pen import SHADE, FormPen
from generator.renderers.word.forms.styles import TABLE_SIZE
from generator.renderers.word.ooxml.node import Nodes
from generator.renderers.word.ooxml.page import Sheet
from generator.renderers.word.ooxml.table import Cell, Grid, row, table, together
from generator.renderers.word.ooxml.text import paragraph, run

MOST_PRINTED_OPTIONS = 12
_DIGITS = {"integer": 800, "number": 850, "percent": 850, "money": 1150, "check": 800}
_LEAST: Mapping[str, int] = {
    **_DIGITS,
    "text": 1250,
    "long-text": 2100,
    "date": 1480,
    "date-time": 2200,
    "time": 1100,
    "person": 1150,
    "role": 1500,
    "unit": 1500,
    "choices": 1500,
}
_WEIGHTS: Mapping[str, int] = {"long-text": 40, "text": 20, "choices": 20}
_WEIGHT = 6  # of all other types
_CHOICE = (750, 1700)
_GIVE = 0.8  # columns may shrink by so much before the paper is turned


def least_widths(pen: FormPen, field: Field) -> tuple[int, ...]:
    """Return the widths below which the columns of a table are no use, in twips."""
    return tuple(_least(pen, each) for each in field.columns)


def _least(pen: FormPen, column: Field) -> int:
    size = TABLE_SIZE * 10  # a character of this size is so many twips wide
    label = pen.label(column)
    longest = max(map(ems, label.split())) if label.isascii() else 0.0
    heading = int((max(longest, ems(label) / 2) + 0.5) * size) + CELL_MARGINS
    if column.type == "choice":
        widest = max(ems(words) for _, words in options_of(pen, column))
        low, high = _CHOICE
        return max(heading, min(high, max(low, int(widest * size) + CELL_MARGINS + size // 2)))
    return max(heading, _LEAST.get(column.type, 1250))


def needs_landscape(pen: FormPen, field: Field) -> bool:
    """Tell whether a table is too wide for A4 in portrait."""
    return sum(least_widths(pen, field)) * _GIVE > Sheet().width


def table_field(pen: FormPen, field: Field) -> Nodes:
    """Return a table: its caption, the rows, and what paper cannot show in a cell."""
    least = least_widths(pen, field)
    weights = [_WEIGHTS.get(each.type, _WEIGHT) for each in field.columns]
    label = pen.words(field.label)
    grid = Grid(
        widths=shared_out(least, weights, pen.sheet.width),
        title=label,
        description=pen.say("A row for each entry; the first row names the columns."),
        heading=True,
    )
    if row_marks(field):
        rows = together(_printed(pen, field, grid))
    else:
        blank = together(_blank(pen, field, grid))
        rows = [pen.controls.repeated(pen.entry(field.field, label), label, blank)]
    caption = pen.caption(pen.marked_label(field), pen.words(field.help))
    return caption + table(grid, [_heading(pen, field, grid), *rows]) + _notes(pen, field)


def _heading(pen: FormPen, field: Field, grid: Grid) -> Nodes:
    cells = []
    for column in field.columns:
        content = paragraph(pen.marked_label(column), "FormColumn")
        cells.append(Cell(content=content, shade=pen.house.tint))
    return row(grid, cells, heading=True)


def _blank(pen: FormPen, field: Field, grid: Grid) -> list[Nodes]:
    columns = range(len(field.columns))
    return [
        row(grid, [_cell(pen, field, grid, at) for at in columns]) for _ in range(field.rows or 1)
    ]


def _printed(pen: FormPen, field: Field, grid: Grid) -> list[Nodes]:
    rows = []
    for option, mark in row_marks(field).items():
        name = paragraph(run(pen.ctx.words.translated(option)), "FormCell")
        cells = [Cell(content=name, shade=pen.house.tint)]
        cells += [_cell(pen, field, grid, at, mark) for at in range(1, len(field.columns))]
        rows.append(row(grid, cells))
    return rows


def _cell(pen: FormPen, field: Field, grid: Grid, at: int, mark: str = "") -> Cell:
    column = field.columns[at]
    tag = column_tag(field, column, mark)
    if column.type == "check" and mark:
        box = pen.controls.check(pen.entry(tag, pen.words(column.label)))
        return Cell(content=paragraph(box, "FormCell"))
    prompt = narrow_prompt(pen, column, grid.widths[at])
    control = control_for(pen, column, tag, prompt)
    return Cell(content=paragraph(control, "FormCell"), shade=SHADE if column.computed else "")


def _notes(pen: FormPen, field: Field) -> Nodes:
    printed = bool(row_marks(field))
    found = [
        pen.say("{label}: {value}", label=pen.words(each.label), value=text)
        for at, each in enumerate(field.columns)
        if (text := _note(pen, each, listed=not (printed and at == 0)))
    ]
    return paragraph(run(pen.say("; ").join(found)), "FormNote") if found else ()


def _note(pen: FormPen, column: Field, *, listed: bool) -> str:
    parts = [pen.words(column.help)]
    if column.computed:
        parts.append("= " + formula_words(pen.ctx, pen.form, column.computed))
    if column.type == "choice" and listed and len(column.options) <= MOST_PRINTED_OPTIONS:
        parts.append(" / ".join(words for _, words in options_of(pen, column)))
    return pen.ctx.words.comma.join(filter(None, parts))
