"""Tables with a fixed grid, so that Word, WPS and LibreOffice draw the same columns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.renderers.word.ooxml.text import Setting, kept, paragraph
from generator.renderers.word.ooxml.xml import attribute

_EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")
_THIN = Setting(line=120)
_FEW = 3  # rows
_TIGHT = '<w:tcMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tcMar>'


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A cell: whole paragraphs, how many columns it spans, its shade (six hex digits).

    `downwards` writes its text from top to bottom, as narrow columns want it; `tight` takes away
    the margins beside its text.
    """

    content: str
    span: int = 1
    shade: str = ""
    align: str = "center"
    downwards: bool = False
    tight: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """The columns of a table in twips, its alternative text, its style."""

    widths: tuple[int, ...]
    title: str
    description: str
    style: str = "TableGrid"
    heading: bool = False

    @property
    def width(self) -> int:
        """The width of the whole table."""
        return sum(self.widths)


def row(grid: Grid, cells: Sequence[Cell], *, height: int = 0, heading: bool = False) -> str:
    """Return a row that stays on one page; a heading row is repeated on each page.

    The spans of the cells must add up to the columns of the grid.
    """
    at, parts = 0, []
    for each in cells:
        width = sum(grid.widths[at : at + each.span])
        at += each.span
        parts.append(_cell(each, width))
    if at != len(grid.widths):
        raise ValueError(f"{at} of {len(grid.widths)} columns are filled")
    tall = f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>' if height else ""
    again = "<w:tblHeader/>" if heading else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{tall}{again}</w:trPr>{''.join(parts)}</w:tr>"


def _cell(cell: Cell, width: int) -> str:
    span = f'<w:gridSpan w:val="{cell.span}"/>' if cell.span > 1 else ""
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{cell.shade}"/>' if cell.shade else ""
    turned = '<w:textDirection w:val="tbRl"/>' if cell.downwards else ""
    place = f'{turned}<w:vAlign w:val="{cell.align}"/>'
    close = _TIGHT if cell.tight else ""
    properties = f'<w:tcW w:w="{width}" w:type="dxa"/>{span}{shade}{close}{place}'
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{cell.content or paragraph('')}</w:tc>"


def table(grid: Grid, rows: Iterable[str]) -> str:
    """Return a table of rows (or of controls around rows)."""
    look = f'<w:tblLook w:val="04A0" w:firstRow="{int(grid.heading)}" w:lastRow="0" '
    properties = (
        f'<w:tblStyle w:val="{grid.style}"/><w:tblW w:w="{grid.width}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/>'
        f'{look}w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{attribute(grid.title)}"/>'
        f'<w:tblDescription w:val="{attribute(grid.description)}"/>'
    )
    columns = "".join(f'<w:gridCol w:w="{each}"/>' for each in grid.widths)
    return (
        f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>"
        f"{''.join(rows)}</w:tbl>"
    )


def together(rows: Sequence[str]) -> list[str]:
    """Return rows: a few stay on one page, of many neither the first nor the last is alone."""
    last = len(rows) - 1
    held = {0, last - 1} if len(rows) > _FEW else set(range(last))
    return [kept(each) if at in held else each for at, each in enumerate(rows)]


def end_kept(block: str) -> str:
    """Return a block whose last row stays on the page of what follows; of a few rows, all do."""
    start = max(block.rfind("<w:tbl>"), 0)
    if block.count("<w:tr>", start) > _FEW + 1:  # the heading
        start = block.rfind("<w:tr>")
    return block[:start] + kept(block[start:])


def borders(kind: str, size: int, colour: str, edges: Iterable[str] = _EDGES) -> str:
    """Return the borders of a table style; `size` in eighths of a point."""
    lines = "".join(
        f'<w:{edge} w:val="{kind}" w:sz="{size}" w:space="0" w:color="{colour}"/>' for edge in edges
    )
    return f"<w:tblBorders>{lines}</w:tblBorders>"


def stacked(blocks: Iterable[str]) -> str:
    """Join blocks; tables that touch would become one in Word, so a thin line keeps them apart."""
    found: list[str] = []
    for each in filter(None, blocks):
        if found and found[-1].endswith("</w:tbl>") and each.startswith("<w:tbl>"):
            found.append(paragraph("", "", _THIN))
        found.append(each)
    return "".join(found)
