"""The style sheet and the font table that all documents share."""

from __future__ import annotations

from dataclasses import dataclass

from generator.renderers.word.ooxml.house import House
from generator.renderers.word.ooxml.table import borders
from generator.renderers.word.ooxml.xml import attribute, part

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
    return part("styles", _defaults(house) + _fixed() + "".join(_style(house, s) for s in sheet))


def style_elements(house: House, more: tuple[Style, ...] = ()) -> dict[str, str]:
    """Return each own style's XML by id, for base documents that lack it."""
    return {each.id: _style(house, each) for each in (*shared_styles(house), *more)}


def fonts(latin: str, east_asian: str) -> str:
    """Return the fonts of a style: Word asks for four kinds of script."""
    west, east = attribute(latin), attribute(east_asian)
    return f'<w:rFonts w:ascii="{west}" w:hAnsi="{west}" w:eastAsia="{east}" w:cs="{west}"/>'


def _defaults(house: House) -> str:
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts(house.latin_font, house.font)}"
        '<w:sz w:val="20"/><w:szCs w:val="20"/>'
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" '
        'w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
    )


def _fixed() -> str:
    margins = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in (("top", 30), ("left", 85), ("bottom", 30), ("right", 85))
    )
    plain = (
        f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>'
    )
    grid = f"<w:tblPr>{borders('single', 4, LINE)}</w:tblPr>"
    return (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        "<w:qFormat/></w:style>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        f'<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/>{plain}</w:style>'
        '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/>'
        f'<w:basedOn w:val="TableNormal"/>{grid}</w:style>'
        '<w:style w:type="character" w:styleId="PlaceholderText"><w:name w:val="Placeholder Text"/>'
        f'<w:uiPriority w:val="99"/><w:rPr><w:color w:val="{PROMPT_GREY}"/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
        '<w:rPr><w:color w:val="0563C1"/><w:u w:val="single"/></w:rPr></w:style>'
    )


def _style(house: House, style: Style) -> str:
    outline = f'<w:outlineLvl w:val="{style.level}"/>' if style.level is not None else ""
    align = f'<w:jc w:val="{style.align}"/>' if style.align else ""
    keep = "<w:keepNext/>" if style.keep_next else ""
    space = f'<w:spacing w:before="{style.before}" w:after="{style.after}"/>'
    size = f'<w:sz w:val="{style.size}"/><w:szCs w:val="{style.size}"/>' if style.size else ""
    colour = f'<w:color w:val="{style.colour}"/>' if style.colour else ""
    font = fonts(house.latin_font, house.heading_font) if style.heading else ""
    bold = "<w:b/><w:bCs/>" if style.bold else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{style.id}"><w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="{style.based_on}"/><w:next w:val="Normal"/><w:qFormat/>'
        f"<w:pPr>{keep}{space}{align}{outline}</w:pPr><w:rPr>{font}{bold}{colour}{size}</w:rPr>"
        "</w:style>"
    )


def font_table(house: House) -> bytes:
    """Return the part `word/fontTable.xml` with the other names of East Asian fonts."""
    entries = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{other}"/><w:charset w:val="86"/></w:font>'
        for name, other in house.other_names
    )
    latin = f'<w:font w:name="{attribute(house.latin_font)}"><w:charset w:val="00"/></w:font>'
    return part("fonts", entries + latin)
