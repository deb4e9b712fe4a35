"""Runs and paragraphs: text with a style, fields such as the page number."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.renderers.word.ooxml.xml import attribute, text_xml


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Direct formatting of a run, in the order that the schema wants; `size` in half points."""

    style: str = ""
    bold: bool = False
    colour: str = ""
    size: int = 0

    @property
    def xml(self) -> str:
        """The run properties."""
        parts = (
            f'<w:rStyle w:val="{self.style}"/>' if self.style else "",
            "<w:b/><w:bCs/>" if self.bold else "",
            f'<w:color w:val="{self.colour}"/>' if self.colour else "",
            f'<w:sz w:val="{self.size}"/><w:szCs w:val="{self.size}"/>' if self.size else "",
        )
        inside = "".join(parts)
        return f"<w:rPr>{inside}</w:rPr>" if inside else ""


PLAIN = Look()


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Direct formatting of a paragraph; spaces in twips (a twentieth of a point).

    `line` is the exact height of a line.
    """

    keep_next: bool = False
    before: int | None = None
    after: int | None = None
    line: int | None = None
    align: str = ""
    tabs: tuple[tuple[str, int], ...] = ()


FLOWING = Setting()
HARD_HYPHEN = "\u2011"
"""A hyphen at which no line ends."""
_TEXT = '<w:t xml:space="preserve">'
# The start of a paragraph as `paragraph` writes it, up to where the schema wants `keepNext`.
_START = re.compile(r"<w:p>(<w:pPr>(?:<w:pStyle [^>]*/>)?)?(?:<w:keepNext/>)?")


def run(text: str, look: Look = PLAIN) -> str:
    """Return a run; line ends in the text become line breaks, hard hyphens those of Word."""
    lines = text.split("\n")
    inside = "<w:br/>".join(f"{_TEXT}{text_xml(each)}</w:t>" for each in lines)
    # Not every font has the character itself.
    inside = inside.replace(HARD_HYPHEN, f"</w:t><w:noBreakHyphen/>{_TEXT}")
    return f"<w:r>{look.xml}{inside}</w:r>"


def tab() -> str:
    """Return a run that goes to the next tab stop."""
    return "<w:r><w:tab/></w:r>"


def paragraph(content: str, style: str = "", setting: Setting = FLOWING) -> str:
    """Return a paragraph around runs and inline controls."""
    space = "".join(
        f' w:{side}="{value}"'
        for side, value in (
            ("before", setting.before),
            ("after", setting.after),
            ("line", setting.line),
        )
        if value is not None
    )
    space += ' w:lineRule="exact"' if setting.line is not None else ""
    stops = "".join(f'<w:tab w:val="{kind}" w:pos="{at}"/>' for kind, at in setting.tabs)
    parts = (
        f'<w:pStyle w:val="{style}"/>' if style else "",
        "<w:keepNext/>" if setting.keep_next else "",
        f"<w:tabs>{stops}</w:tabs>" if stops else "",
        f"<w:spacing{space}/>" if space else "",
        f'<w:jc w:val="{setting.align}"/>' if setting.align else "",
    )
    inside = "".join(parts)
    properties = f"<w:pPr>{inside}</w:pPr>" if inside else ""
    return f"<w:p>{properties}{content}</w:p>"


def kept(content: str) -> str:
    """Return paragraphs, or rows of a table, that stay on the page of what follows them."""

    def keep(found: re.Match[str]) -> str:
        return f"<w:p>{found[1]}<w:keepNext/>" if found[1] else "<w:p><w:pPr><w:keepNext/></w:pPr>"

    return _START.sub(keep, content)


def field(instruction: str, result: str, look: Look = PLAIN) -> str:
    """Return a complex field; each mark has a run of its own, else WPS shows nothing."""

    def mark(kind: str) -> str:
        return f'<w:r>{look.xml}<w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = f'<w:instrText xml:space="preserve"> {text_xml(instruction)} </w:instrText>'
    return (
        f"{mark('begin')}<w:r>{look.xml}{code}</w:r>{mark('separate')}"
        f"{run(result, look)}{mark('end')}"
    )


def page_number(look: Look = PLAIN) -> str:
    """Return the number of the page."""
    return field("PAGE", "1", look)


def page_count(look: Look = PLAIN) -> str:
    """Return the number of pages."""
    return field("NUMPAGES", "1", look)


def bookmark(name: str, number: int, content: str) -> str:
    """Return runs that a cross reference can lead to."""
    start = f'<w:bookmarkStart w:id="{number}" w:name="{attribute(name)}"/>'
    return f'{start}{content}<w:bookmarkEnd w:id="{number}"/>'
