"""A workbook as tables: the cells in their order, then links, looks, widths and print settings."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from itertools import groupby

from openpyxl import load_workbook
from openpyxl.cell import Cell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet


def workbook_outline(raw: bytes) -> str:
    """Each sheet in its order, with all that a reader sees or prints."""
    book = load_workbook(BytesIO(raw))
    lines = [f"title {book.properties.title}, by {book.properties.creator}"]
    lines += [f"name {key} {each.value}" for key, each in book.defined_names.items()]
    for sheet in book.worksheets:
        lines += _sheet(sheet)
    return "".join(f"{line}\n" for line in lines)


def _sheet(sheet: Worksheet) -> Iterator[str]:
    yield f"== {sheet.title} {sheet.dimensions} {sheet.sheet_state}"
    for row in sheet.iter_rows():
        yield "\t".join(_value(cell) for cell in row)
    yield from _rows(sheet)
    yield from _columns(sheet)
    yield from _extras(sheet)
    for row in sheet.iter_rows():
        links = [f"{c.coordinate} {_target(c)}" for c in row if c.hyperlink]
        yield from (f"link {each}" for each in links)
    yield from _looks(sheet)


def _value(cell: Cell) -> str:
    value = cell.value
    text = "" if value is None else str(value)
    mark = "" if cell.data_type in "sn" else f"({cell.data_type})"
    number = f"#{text}" if isinstance(value, (int, float)) else text
    return mark + number.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t")


def _target(cell: Cell) -> str:
    link = cell.hyperlink
    place = f"#{link.location}" if link.location else ""
    return f"{link.target or ''}{place} {link.tooltip or ''}".rstrip()


def _rows(sheet: Worksheet) -> Iterator[str]:
    for number, each in sheet.row_dimensions.items():
        said = [f"height={each.height}"] if each.height else []
        said += [f"level={each.outlineLevel}"] if each.outlineLevel else []
        said += ["hidden"] if each.hidden else []
        if said:
            yield f"row {number} {' '.join(said)}"


def _columns(sheet: Worksheet) -> Iterator[str]:
    for each in sheet.column_dimensions.values():
        span = f"{get_column_letter(each.min)}:{get_column_letter(each.max)}"
        yield f"columns {span} {each.width}{' hidden' if each.hidden else ''}"


def _extras(sheet: Worksheet) -> Iterator[str]:
    setup, margins = sheet.page_setup, sheet.page_margins
    yield f"freeze {sheet.freeze_panes} filter {sheet.auto_filter.ref}"
    yield f"paper {setup.paperSize} {setup.orientation} fit {setup.fitToWidth}x{setup.fitToHeight}"
    yield f"margins {margins.left} {margins.right} {margins.top} {margins.bottom}"
    yield f"repeat {sheet.print_title_rows} {sheet.print_title_cols} area {sheet.print_area}"
    for name in ("oddHeader", "oddFooter"):
        part = getattr(sheet, name)
        yield f"{name} {part.left.text} | {part.center.text} | {part.right.text}"
    yield from (f"merged {each}" for each in sorted(map(str, sheet.merged_cells.ranges)))
    for each in sheet.data_validations.dataValidation:
        yield f"validation {each.sqref} {each.type} {each.formula1}"
    for area in sheet.conditional_formatting:
        for rule in area.rules:
            yield f"conditional {area.sqref} {rule.type} {rule.operator} {rule.formula}"


def _looks(sheet: Worksheet) -> Iterator[str]:
    """Yield each look with the blocks of cells that have it."""
    found: dict[str, list[list[int]]] = {}
    for number, row in enumerate(sheet.iter_rows(), start=1):
        for look, run in groupby(enumerate(row, start=1), key=lambda each: _look(each[1])):
            columns = [column for column, _ in run]
            blocks = found.setdefault(look, [])
            above = [columns[0], columns[-1], number - 1]
            grown = next((block for block in blocks if [*block[:2], block[3]] == above), None)
            if grown:
                grown[3] = number
            else:
                blocks.append([columns[0], columns[-1], number, number])
    for look, blocks in found.items():
        yield f"look {look}: {' '.join(_span(*block) for block in blocks)}"


def _span(left: int, right: int, top: int, bottom: int) -> str:
    first, last = f"{get_column_letter(left)}{top}", f"{get_column_letter(right)}{bottom}"
    return first if first == last else f"{first}:{last}"


def _look(cell: Cell) -> str:
    font, fill, align = cell.font, cell.fill, cell.alignment
    said = [f"{font.name} {font.sz:g}", "bold" * bool(font.b), "italic" * bool(font.i)]
    said += [f"u={font.u}" if font.u else "", f"colour={_colour(font.color)}"]
    said += [f"fill={_colour(fill.fgColor)}" if fill.fill_type else ""]
    said += [f"{align.horizontal}/{align.vertical}", "wrap" * bool(align.wrap_text)]
    said += [f"turned={align.text_rotation}" if align.text_rotation else ""]
    said += [f"indent={align.indent:g}" if align.indent else ""]
    said += [cell.number_format if cell.number_format != "General" else ""]
    sides = (cell.border.left, cell.border.right, cell.border.top, cell.border.bottom)
    said += ["border=" + ",".join(str(each.style) for each in sides) if any(
        each.style for each in sides) else ""]  # fmt: skip
    return " ".join(filter(None, said))


def _colour(colour: object) -> str:
    if colour is None:
        return "-"
    return str(getattr(colour, "rgb", None) if getattr(colour, "type", "") == "rgb"
               else f"theme{getattr(colour, 'theme', '')}")  # fmt: skip
