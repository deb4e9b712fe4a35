"""Reads the hand-written pages of `content/` (Markdown) as blocks, for documents without a web."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import html
from markdown import Markdown

from generator.document.blocks import (
    Block,
    Bullets,
    Code,
    Inline,
    Inlines,
    Link,
    Paragraph,
    Plain,
    Row,
    Section,
    Strong,
    Table,
    Target,
    text_of,
)

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_KINDS = {
    "about": "about",
    "chapters": "chapter",
    "forms": "form",
    "processes": "process",
    "roles": "role",
    "units": "unit",
}
_LISTS = {
    "glossary": "term",
    "information": "item",
    "parameters": "parameter",
    "sources": "basis",
}
_ADDRESS = re.compile(
    r"(?:\.\./)*(?:(?P<folder>\w+)/)?(?P<name>[a-z0-9-]+)\.(?:html|md)(?:#(?P<at>.+))?"
)
_SPACE = re.compile(r"\s+")


def read_prose(text: str, folder: str) -> tuple[str, tuple[Block, ...]]:
    """Return the title of a page and its blocks; headings below the first become sections.

    `folder` is where the page is published (`about`, `chapters`): links count from there.
    """
    converter = Markdown(extensions=["tables", "attr_list", "sane_lists", "md_in_html"])
    root = html.fragment_fromstring(converter.convert(text), create_parent="div")
    elements = list(root)
    title = ""
    if elements and elements[0].tag == "h1":
        title = _bare(elements.pop(0))
    return title, _Reader(folder).sections(elements, 2)


class _Reader:
    def __init__(self, folder: str) -> None:
        self._folder = folder

    def sections(self, elements: list[html.HtmlElement], level: int) -> tuple[Block, ...]:
        """Return blocks; what stands below a heading of a level belongs to it."""
        found: list[Block] = []
        at = 0
        while at < len(elements):
            each = elements[at]
            at += 1
            if each.tag not in _HEADINGS:
                found += self._block(each)
                continue
            end = at
            while end < len(elements) and _HEADINGS.get(str(elements[end].tag), 7) > level:
                end += 1
            inside = self.sections(elements[at:end], level + 1)
            found.append(Section(_bare(each), each.get("id", ""), inside))
            at = end
        return tuple(found)

    def _block(self, element: html.HtmlElement) -> Iterator[Block]:
        if element.tag == "table":
            yield self._table(element)
        elif element.tag == "ul":
            yield Bullets(tuple(self._inlines(each) for each in element))
        elif element.tag == "ol":
            for number, each in enumerate(element, start=1):
                yield Paragraph((Plain(f"{number}. "), *self._inlines(each)))
        elif element.tag == "pre":
            yield Code(element.text_content())
        elif element.tag in {"div", "blockquote", "section"}:
            yield from self.sections(list(element), 2)
        elif text_of(inlines := self._inlines(element)).strip():
            yield Paragraph(inlines)

    def _table(self, element: html.HtmlElement) -> Table:
        rows = [[self._inlines(cell) for cell in row] for row in element.iter("tr")]
        head, *body = rows or [[]]
        columns = tuple(text_of(each) for each in head)
        filled = ((*row, *((),) * len(columns))[: len(columns)] for row in body)
        return Table("", columns, tuple(Row(cells) for cells in filled))

    def _inlines(self, element: html.HtmlElement) -> Inlines:
        return tuple(_trimmed(list(self._pieces(element))))

    def _pieces(self, element: html.HtmlElement) -> Iterator[Inline]:
        if element.text:
            yield Plain(_SPACE.sub(" ", element.text))
        for child in element:
            if child.tag == "a":
                yield self._link(child)
            elif child.tag in {"strong", "b"}:
                yield Strong(_bare(child))
            elif isinstance(child.tag, str):
                yield from self._pieces(child)
            if child.tail:
                yield Plain(_SPACE.sub(" ", child.tail))

    def _link(self, element: html.HtmlElement) -> Inline:
        address, text = element.get("href", ""), _bare(element)
        target = self._target(address)
        return Link(text, target) if target else Plain(text)

    def _target(self, address: str) -> Target | None:
        if address.startswith("#"):
            return None
        match = _ADDRESS.fullmatch(address)
        if match is None:
            return Target("address", address) if ":" in address else None
        folder, name, at = match["folder"], match["name"], match["at"] or ""
        if folder is None and not address.startswith(".."):
            folder = self._folder
        if folder in _KINDS:
            return Target(_KINDS[folder], name, at)
        if name in _LISTS and at:
            return Target(_LISTS[name], at.upper() if name == "sources" else at)
        return Target("page", name, at)


def _bare(element: html.HtmlElement) -> str:
    return _SPACE.sub(" ", element.text_content()).strip()


def _trimmed(pieces: list[Inline]) -> list[Inline]:
    if pieces and isinstance(pieces[0], Plain):
        pieces[0] = Plain(pieces[0].text.lstrip())
    if pieces and isinstance(pieces[-1], Plain):
        pieces[-1] = Plain(pieces[-1].text.rstrip())
    return [each for each in pieces if each.text]
