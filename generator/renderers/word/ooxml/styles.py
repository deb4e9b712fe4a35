"""The style sheet and the font table that all documents share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.renderers.word.ooxml.house import House
from generator.renderers.word.ooxml.node import Nodes, XmlNode, valued
from generator.renderers.word.ooxml.order import ordered, properties
from generator.renderers.word.ooxml.table import borders, margins
from generator.renderers.word.ooxml.xml import part, written

GREY = "595959"  # 7:1 on white, and still clear on a poor printer
PROMPT_GREY = "767676"  # 4.5:1 on white, the least that WCAG 2.2 allows
LINE = "8C8C8C"


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """A paragraph style; sizes in half points, spaces in twips."""

    id: str
    name: str
    size: int = 0
    bold: bool = False
    colour: str = ""
    heading: bool = False
    level: int | None = None
    before: int = 0
    after: int = 0
    align: str = ""
    keep_next: bool = False
    based_on: str = "Normal"


def shared_styles(house: House) -> tuple[Style, ...]:
    """Return the paragraph styles of every document."""
    blue = house.colour
    return (
        Style(id="Title", name="Title", size=36, bold=True, heading=True, align="center"),
        Style(id="Subtitle", name="Subtitle", size=21, colour=GREY, align="center", after=60),
        _heading(1, size=24, colour=blue, before=140, after=30),
        _heading(2, size=22, colour=blue, before=160, after=60),
        _heading(3, size=21, colour="", before=120, after=40),
        Style(id="Header", name="header", size=17, colour=GREY),
        Style(id="Footer", name="footer", size=17, colour=GREY),
    )


def _heading(level: int, *, size: int, colour: str, before: int, after: int) -> Style:
    return Style(
        id=f"Heading{level}",
        name=f"heading {level}",
        size=size,
        bold=True,
        colour=colour,
        heading=True,
        level=level - 1,
        before=before,
        after=after,
        keep_next=True,
    )


def stylesheet(house: House, more: tuple[Style, ...] = ()) -> bytes:
    """Return the part `word/styles.xml`: the shared styles and `more` of one kind of document."""
    sheet = (*shared_styles(house), *more)
    return written(
        part("styles", (_defaults(house), *_fixed(), *(_style(house, each) for each in sheet)))
    )


def fonts(latin: str, east_asian: str) -> XmlNode:
    """Return the fonts of a style: Word asks for four kinds of script."""
    known = {"w:ascii": latin, "w:hAnsi": latin, "w:eastAsia": east_asian, "w:cs": latin}
    return XmlNode("w:rFonts", known)


def _defaults(house: House) -> XmlNode:
    language = XmlNode("w:lang", {"w:val": "en-US", "w:eastAsia": "zh-CN", "w:bidi": "ar-SA"})
    look = (fonts(house.latin_font, house.font), *_size(20), language)
    flow = {"w:before": "0", "w:after": "0", "w:line": "240", "w:lineRule": "auto"}
    return XmlNode(
        "w:docDefaults",
        {},
        (
            XmlNode("w:rPrDefault", {}, properties("w:rPr", look)),
            XmlNode("w:pPrDefault", {}, properties("w:pPr", (XmlNode("w:spacing", flow),))),
        ),
    )


def _fixed() -> Iterator[XmlNode]:
    """Yield the styles that are the same in every house."""
    yield _named("paragraph", "Normal", "Normal", (XmlNode("w:qFormat"),), default=True)
    last, hidden = valued("w:uiPriority", 99), XmlNode("w:semiHidden")
    name, plain = "Default Paragraph Font", (valued("w:uiPriority", 1), hidden)
    yield _named("character", "DefaultParagraphFont", name, plain, default=True)
    inner = margins((("top", 30), ("left", 85), ("bottom", 30), ("right", 85)))
    table = properties("w:tblPr", (XmlNode("w:tblInd", {"w:w": "0", "w:type": "dxa"}), inner))
    yield _named("table", "TableNormal", "Normal Table", (last, hidden, *table), default=True)
    grid = properties("w:tblPr", (borders("single", 4, LINE),))
    yield _named("table", "TableGrid", "Table Grid", (valued("w:basedOn", "TableNormal"), *grid))
    grey = properties("w:rPr", (valued("w:color", PROMPT_GREY),))
    yield _named("character", "PlaceholderText", "Placeholder Text", (last, *grey))
    blue = properties("w:rPr", (valued("w:color", "0563C1"), valued("w:u", "single")))
    yield _named("character", "Hyperlink", "Hyperlink", blue)


def _named(kind: str, id_: str, name: str, more: Nodes, *, default: bool = False) -> XmlNode:
    first = {"w:default": "1"} if default else {}
    return ordered(
        "w:style",
        (valued("w:name", name), *more),
        {"w:type": kind, **first, "w:styleId": id_},
    )


def _style(house: House, style: Style) -> XmlNode:
    more = (
        valued("w:basedOn", style.based_on),
        valued("w:next", "Normal"),
        XmlNode("w:qFormat"),
        ordered("w:pPr", _paragraph_look(style)),
        ordered("w:rPr", _run_look(house, style)),
    )
    return _named("paragraph", style.id, style.name, more)


def _paragraph_look(style: Style) -> Iterator[XmlNode]:
    yield XmlNode("w:spacing", {"w:before": str(style.before), "w:after": str(style.after)})
    if style.keep_next:
        yield XmlNode("w:keepNext")
    if style.align:
        yield valued("w:jc", style.align)
    if style.level is not None:
        yield valued("w:outlineLvl", style.level)


def _run_look(house: House, style: Style) -> Iterator[XmlNode]:
    if style.heading:
        yield fonts(house.latin_font, house.heading_font)
    if style.bold:
        yield from (XmlNode("w:b"), XmlNode("w:bCs"))
    if style.colour:
        yield valued("w:color", style.colour)
    if style.size:
        yield from _size(style.size)


def _size(half_points: int) -> Nodes:
    return (valued("w:sz", half_points), valued("w:szCs", half_points))


def font_table(house: House) -> bytes:
    """Return the part `word/fontTable.xml` with the other names of East Asian fonts."""
    entries = [
        XmlNode("w:font", {"w:name": name}, (valued("w:altName", other), valued("w:charset", "86")))
        for name, other in house.other_names
    ]
    latin = XmlNode("w:font", {"w:name": house.latin_font}, (valued("w:charset", "00"),))
    return written(part("fonts", (*entries, latin)))
