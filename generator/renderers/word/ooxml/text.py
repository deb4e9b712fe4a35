"""Runs and paragraphs: text with a style, and what is asked of them afterwards."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator.renderers.word.ooxml.node import Nodes, XmlNode, joined, rewritten, unchanged, valued
from generator.renderers.word.ooxml.order import properties, with_property

HARD_HYPHEN = "\u2011"
"""A hyphen at which no line ends."""
_KEPT_SPACES = {"xml:space": "preserve"}
_BREAK: Nodes = (XmlNode("w:br"),)
_HYPHEN: Nodes = (XmlNode("w:noBreakHyphen"),)


@dataclass(frozen=True, slots=True, kw_only=True)
class RunFormat:
    """Direct formatting of a run; `size` in half points."""

    style: str = ""
    bold: bool = False
    colour: str = ""
    size: int = 0


PLAIN = RunFormat()


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphFormat:
    """Direct formatting of a paragraph; spaces in twips (a twentieth of a point).

    `line` is the exact height of a line; `tabs` are stops as (kind, place); `leader` is the line
    that leads to them.
    """

    keep_next: bool = False
    before: int | None = None
    after: int | None = None
    line: int | None = None
    indent: int = 0
    align: str = ""
    tabs: tuple[tuple[str, int], ...] = ()
    leader: str = ""


FLOWING = ParagraphFormat()


@lru_cache(maxsize=256)  # documents ask for the same few again and again
def run_properties(look: RunFormat) -> Nodes:
    """Return the properties of a run; none for a plain look."""
    return properties("w:rPr", _look(look))


def _look(look: RunFormat) -> Iterator[XmlNode]:
    if look.style:
        yield valued("w:rStyle", look.style)
    if look.bold:
        yield from (XmlNode("w:b"), XmlNode("w:bCs"))
    if look.colour:
        yield valued("w:color", look.colour)
    if look.size:
        yield from (valued("w:sz", look.size), valued("w:szCs", look.size))


@lru_cache(maxsize=256)
def _paragraph_properties(style: str, setting: ParagraphFormat) -> Nodes:
    return properties("w:pPr", _setting(style, setting))


def _setting(style: str, setting: ParagraphFormat) -> Iterator[XmlNode]:
    if style:
        yield valued("w:pStyle", style)
    if setting.keep_next:
        yield XmlNode("w:keepNext")
    if setting.tabs:
        lead = {"w:leader": setting.leader} if setting.leader else {}
        stops = (
            XmlNode("w:tab", {"w:val": kind, **lead, "w:pos": str(at)}) for kind, at in setting.tabs
        )
        yield XmlNode("w:tabs", {}, tuple(stops))
    if space := _space(setting):
        yield XmlNode("w:spacing", space)
    if setting.indent:
        yield XmlNode("w:ind", {"w:left": str(setting.indent)})
    if setting.align:
        yield valued("w:jc", setting.align)


def _space(setting: ParagraphFormat) -> dict[str, str]:
    asked = (("w:before", setting.before), ("w:after", setting.after), ("w:line", setting.line))
    space = {side: str(value) for side, value in asked if value is not None}
    return space if setting.line is None else {**space, "w:lineRule": "exact"}


def run(text: str, look: RunFormat = PLAIN) -> Nodes:
    """Return a run; line ends in the text become line breaks, hard hyphens those of Word."""
    return (XmlNode("w:r", {}, run_properties(look) + _lines(text)),)


def _lines(text: str) -> Nodes:
    if "\n" not in text and HARD_HYPHEN not in text:  # nearly all texts
        return (_text(text),)
    return joined((_pieces(line) for line in text.split("\n")), _BREAK)


def _pieces(line: str) -> Nodes:
    # Not every font has the hyphen itself.
    return joined(((_text(piece),) for piece in line.split(HARD_HYPHEN)), _HYPHEN)


def _text(text: str) -> XmlNode:
    return XmlNode("w:t", _KEPT_SPACES, text=text)


def tab() -> Nodes:
    """Return a run that goes to the next tab stop."""
    return (XmlNode("w:r", {}, (XmlNode("w:tab"),)),)


def paragraph(content: Nodes, style: str = "", setting: ParagraphFormat = FLOWING) -> Nodes:
    """Return a paragraph around runs and inline controls."""
    return (XmlNode("w:p", {}, _paragraph_properties(style, setting) + content),)


def kept(content: Nodes) -> Nodes:
    """Return paragraphs, or rows of a table, that stay on the page of what follows them."""
    return _with_paragraph_property(content, XmlNode("w:keepNext"))


def on_new_page(content: Nodes) -> Nodes:
    """Return paragraphs that each begin a page."""
    return _with_paragraph_property(content, XmlNode("w:pageBreakBefore"))


def in_list(content: Nodes, number: int) -> Nodes:
    """Return paragraphs as entries of a list, by its number among the document's lists."""
    level, of = valued("w:ilvl", 0), valued("w:numId", number)
    return _with_paragraph_property(content, XmlNode("w:numPr", {}, (level, of)))


def _with_paragraph_property(content: Nodes, child: XmlNode) -> Nodes:
    return with_paragraphs(content, lambda node: with_property(node, "w:pPr", child))


def with_paragraphs(content: Nodes, change: Callable[[XmlNode], XmlNode]) -> Nodes:
    """Return content with each paragraph as `change` makes it, wherever it stands."""
    return tuple(_with_paragraphs(node, change) for node in content)


def _with_paragraphs(node: XmlNode, change: Callable[[XmlNode], XmlNode]) -> XmlNode:
    if node.tag == "w:p":
        return change(node)
    if not node.children or node.tag[-2:] == "Pr":  # properties hold none
        return node
    return node._replace(children=with_paragraphs(node.children, change))


def coloured(content: Nodes, colour: str) -> Nodes:
    """Return runs in a colour; whatever else they look like stays."""
    child = valued("w:color", colour)

    def change(node: XmlNode) -> Nodes:
        return (with_property(node, "w:rPr", child),) if node.tag == "w:r" else unchanged(node)

    return rewritten(content, change)
