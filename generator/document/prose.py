"""Puts hand-written pages into blocks, for documents without a web."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

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
from generator.document.markdown import ProseNode, bare, read_markdown, titled

_KINDS = {
    "about": "about",
    "chapters": "chapter",
    "forms": "form",
    "processes": "process",
    "roles": "role",
    "units": "unit",
}
_LISTS = {
    "authority": "authority",
    "glossary": "term",
    "information": "item",
    "laws": "law",
    "parameters": "parameter",
    "sources": "basis",
}
_ADDRESS = re.compile(
    r"(?:\.\./)*(?:(?P<folder>\w+)/)?(?P<name>[a-z0-9-]+)\.(?:html|md)(?:#(?P<at>.+))?"
)
_SPACE = re.compile(r"\s+")
_BULLET = "•"
_TOP = 2


def read_prose(text: str, folder: str) -> tuple[str, tuple[Block, ...]]:
    """Return the title of a page and its blocks; headings below the first become sections.

    `folder` is where the page is published (`about`, `chapters`): links count from there.
    """
    written = read_markdown(text)
    title = written.title if written.anchor else ""
    return title, _Reader(folder).sections(written.nodes, _TOP)


@dataclass(slots=True)
class _Entries:
    """The entries of a list, those of lists in it too, as they come."""

    items: list[Inlines] = field(default_factory=list)
    levels: list[int] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)

    def block(self) -> Bullets:
        """Return them as a block, and begin anew."""
        made = Bullets(tuple(self.items), tuple(self.levels), tuple(self.marks))
        self.items, self.levels, self.marks = [], [], []
        return made


class _Reader:
    def __init__(self, folder: str) -> None:
        self._folder = folder
        self._blocks: Mapping[str, Callable[[ProseNode], Iterator[Block]]] = {
            "admonition": self._inside,
            "admonition-title": self._strong_line,
            "bullets": self._list,
            "code": self._code,
            "definition": self._inside,
            "definitions": self._inside,
            "footnote": self._footnote,
            "footnotes": self._inside,
            "heading": self._strong_line,
            "line": self._nothing,
            "numbers": self._list,
            "quote": self._inside,
            "table": self._table,
            "term": self._strong_line,
        }

    def sections(self, nodes: Sequence[ProseNode], level: int) -> tuple[Block, ...]:
        """Return blocks; what stands below a heading of a level belongs to it."""
        found: list[Block] = []
        at = 0
        while at < len(nodes):
            node = nodes[at]
            at += 1
            if node.kind != "heading":
                found += self._block(node)
                continue
            end = at
            while end < len(nodes) and _level(nodes[end]) > level:
                end += 1
            inside = self.sections(nodes[at:end], level + 1)
            found.append(Section(bare(node.children), node.attributes["id"], inside))
            at = end
        return tuple(found)

    def _block(self, node: ProseNode) -> Iterator[Block]:
        own = self._blocks.get(node.kind)
        if own:
            yield from own(node)
        elif text_of(inlines := self._inlines(node.children)).strip():
            yield Paragraph(inlines)

    def _inside(self, node: ProseNode) -> Iterator[Block]:
        for child in node.children:
            yield from self._block(child)

    def _strong_line(self, node: ProseNode) -> Iterator[Block]:
        yield Paragraph((Strong(bare(node.children)),))

    def _code(self, node: ProseNode) -> Iterator[Block]:
        yield Code(node.text, node.attributes["language"])

    def _nothing(self, node: ProseNode) -> Iterator[Block]:
        del node  # a line across the page
        yield from ()

    def _footnote(self, node: ProseNode) -> Iterator[Block]:
        mark = Plain(f"[{node.attributes['number']}] ")
        for block in self._inside(node):
            yield Paragraph((mark, *block.text)) if isinstance(block, Paragraph) else block

    def _list(self, node: ProseNode) -> Iterator[Block]:
        entries = _Entries()
        yield from self._entries(node, 0, entries)
        if entries.items:
            yield entries.block()

    def _entries(self, node: ProseNode, level: int, entries: _Entries) -> Iterator[Block]:
        """Gather the entries of a list; yield what cannot stand in one, with those before it."""
        start = int(node.attributes.get("start", "1"))
        for number, item in enumerate(node.children, start=start):
            mark = f"{number}." if node.kind == "numbers" else _BULLET
            for child in item.children or [ProseNode("tight")]:
                if child.kind in {"bullets", "numbers"}:
                    yield from self._entries(child, level + 1, entries)
                elif child.kind in {"paragraph", "tight"}:
                    entries.items.append(self._inlines(child.children))
                    entries.levels.append(level)
                    entries.marks.append(mark)
                    mark = ""
                else:
                    if entries.items:
                        yield entries.block()
                    yield from self._block(child)

    def _table(self, node: ProseNode) -> Iterator[Block]:
        rows = [
            tuple(self._inlines(cell.children) for cell in row.children)
            for part in node.children
            for row in part.children
        ]
        columns = tuple(text_of(each) for each in rows[0])
        yield Table("", columns, tuple(Row(cells) for cells in rows[1:]))

    def _inlines(self, nodes: Sequence[ProseNode]) -> Inlines:
        return tuple(_trimmed(self._pieces(nodes)))

    def _pieces(self, nodes: Sequence[ProseNode]) -> Iterator[Inline]:
        for node in nodes:
            yield from self._piece(node)
            if title := titled(node):
                yield Plain(title)

    def _piece(self, node: ProseNode) -> Iterator[Inline]:
        if node.kind == "link":
            yield self._link(node)
        elif node.kind == "strong" or node.tag in {"b", "strong"}:
            yield from map(_stronger, self._pieces(node.children))
        elif node.kind == "image":
            yield Plain(f"[{bare(node.children) or node.attributes['src']}]")
        elif node.kind == "footnote-mark":
            yield Plain(f"[{node.text}]")
        elif node.kind == "break":
            yield Plain("\n")
        elif node.children:
            yield from self._pieces(node.children)
        else:
            yield Plain(_SPACE.sub(" ", node.text or " "))

    def _link(self, node: ProseNode) -> Inline:
        address, text = node.attributes["href"], bare(node.children)
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
            return Target(_LISTS[name], at.upper() if name in {"laws", "sources"} else at)
        return Target("page", name, at)


def _level(node: ProseNode) -> int:
    """Return the level of a heading; that of anything else is below all of them."""
    return int(node.tag[1]) if node.kind == "heading" else 7


def _stronger(piece: Inline) -> Inline:
    return Strong(piece.text) if isinstance(piece, Plain) else piece


def _trimmed(pieces: Iterable[Inline]) -> Iterator[Inline]:
    """Yield pieces of the same kind as one, without spaces at the ends of all."""
    whole = list(_merged(pieces))
    if whole and isinstance(whole[0], Plain):
        whole[0] = replace(whole[0], text=whole[0].text.lstrip())
    if whole and isinstance(whole[-1], Plain):
        whole[-1] = replace(whole[-1], text=whole[-1].text.rstrip())
    return (each for each in whole if each.text)


def _merged(pieces: Iterable[Inline]) -> Iterator[Inline]:
    for kind, same in groupby(pieces, type):
        if kind in {Plain, Strong}:
            yield kind("".join(each.text for each in same))
        else:
            yield from same
