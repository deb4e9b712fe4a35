"""Tables with a fixed grid, so that Word, WPS and LibreOffice draw the same columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from generator.renderers.word.ooxml.node import Nodes, XmlNode, joined, valued, within
from generator.renderers.word.ooxml.order import ordered
from generator.renderers.word.ooxml.text import ParagraphFormat, kept, paragraph

_EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")
_THIN = ParagraphFormat(line=120)
_FEW = 3  # rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A cell: whole paragraphs, how many columns it spans, its shade (six hex digits).

    `downwards` writes its text from top to bottom, as narrow columns want it; `tight` takes away
    the margins beside its text.
    """

    content: Nodes
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


def row(grid: Grid, cells: Sequence[Cell], *, height: int = 0, heading: bool = False) -> Nodes:
    """Return a row that stays on one page; a heading row is repeated on each page.

    Raises:
        ValueError: the spans of the cells do not add up to the columns of the grid.
    """
    at, parts = 0, []
    for cell in cells:
        width = sum(grid.widths[at : at + cell.span])
        at += cell.span
        parts.append(_cell(cell, width))
    if at != len(grid.widths):
        raise ValueError(f"{at} of {len(grid.widths)} columns are filled")
    asked = [XmlNode("w:cantSplit")]
    if height:
        asked.append(XmlNode("w:trHeight", {"w:val": str(height), "w:hRule": "atLeast"}))
    if heading:
        asked.append(XmlNode("w:tblHeader"))
    return (XmlNode("w:tr", {}, (XmlNode("w:trPr", {}, tuple(asked)), *parts)),)


def _cell(cell: Cell, width: int) -> XmlNode:
    first = _cell_properties(replace(cell, content=()), width)
    return XmlNode("w:tc", {}, (first, *(cell.content or paragraph(()))))


@lru_cache(maxsize=1024)  # the cells of a column have the same
def _cell_properties(cell: Cell, width: int) -> XmlNode:
    return ordered("w:tcPr", _cell_look(cell, width))


def _cell_look(cell: Cell, width: int) -> Iterator[XmlNode]:
    yield _width("w:tcW", width)
    if cell.span > 1:
        yield valued("w:gridSpan", cell.span)
    if cell.shade:
        yield XmlNode("w:shd", {"w:val": "clear", "w:color": "auto", "w:fill": cell.shade})
    if cell.tight:
        yield XmlNode("w:tcMar", {}, (_width("w:left", 0), _width("w:right", 0)))
    if cell.downwards:
        yield valued("w:textDirection", "tbRl")
    yield valued("w:vAlign", cell.align)


def _width(tag: str, twips: int) -> XmlNode:
    return XmlNode(tag, {"w:w": str(twips), "w:type": "dxa"})


def table(grid: Grid, rows: Iterable[Nodes]) -> Nodes:
    """Return a table of rows (or of controls around rows)."""
    look = {
        "w:val": "04A0",
        "w:firstRow": str(int(grid.heading)),
        "w:lastRow": "0",
        "w:firstColumn": "0",
        "w:lastColumn": "0",
        "w:noHBand": "1",
        "w:noVBand": "1",
    }
    properties = ordered(
        "w:tblPr",
        (
            valued("w:tblStyle", grid.style),
            _width("w:tblW", grid.width),
            XmlNode("w:tblLayout", {"w:type": "fixed"}),
            XmlNode("w:tblLook", look),
            valued("w:tblCaption", grid.title),
            valued("w:tblDescription", grid.description),
        ),
    )
    columns = tuple(XmlNode("w:gridCol", {"w:w": str(each)}) for each in grid.widths)
    return (XmlNode("w:tbl", {}, (properties, XmlNode("w:tblGrid", {}, columns), *joined(rows))),)


def together(rows: Sequence[Nodes]) -> list[Nodes]:
    """Return rows: a few stay on one page, of many neither the first nor the last is alone."""
    last = len(rows) - 1
    held = {0, last - 1} if len(rows) > _FEW else set(range(last))
    return [kept(each) if at in held else each for at, each in enumerate(rows)]


def end_kept(block: Nodes) -> Nodes:
    """Return a block whose last row stays on the page of what follows; of a few rows, all do."""
    tables = [at for at, node in enumerate(block) if node.tag == "w:tbl"]
    if not tables:
        return kept(block)
    at = tables[-1]
    last, after = block[at], kept(block[at + 1 :])
    count = sum(1 for _ in within((last,), "w:tr"))
    held = _last_row_kept(last) if count > _FEW + 1 else kept((last,))[0]  # one is the heading
    return (*block[:at], held, *after)


def _last_row_kept(node: XmlNode) -> XmlNode:
    """Return a table, or a control around rows, whose last row stays with what follows."""
    *before, last = node.children
    inner = kept((last,))[0] if last.tag == "w:tr" else _last_row_kept(last)
    return node._replace(children=(*before, inner))


def borders(kind: str, size: int, colour: str, edges: Iterable[str] = _EDGES) -> XmlNode:
    """Return the borders of a table style; `size` in eighths of a point."""
    look = {"w:val": kind, "w:sz": str(size), "w:space": "0", "w:color": colour}
    return XmlNode("w:tblBorders", {}, tuple(XmlNode(f"w:{edge}", look) for edge in edges))


def margins(sides: Iterable[tuple[str, int]]) -> XmlNode:
    """Return the margins of the cells of a table style, in twips by side."""
    return XmlNode("w:tblCellMar", {}, tuple(_width(f"w:{side}", each) for side, each in sides))


def stacked(blocks: Iterable[Nodes]) -> Nodes:
    """Join blocks; tables that touch would become one in Word, so a thin line keeps them apart."""
    found: list[XmlNode] = []
    for each in filter(None, blocks):
        if found and found[-1].tag == each[0].tag == "w:tbl":
            found += paragraph((), "", _THIN)
        found += each
    return tuple(found)
