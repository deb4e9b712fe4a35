"""A Word document as an outline: paragraphs with their styles, controls, tables, links, marks."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator

from lxml import etree

from outlines.package import Package
from outlines.runs import Story, attribute, inline
from outlines.xml import compact, local

_PROPERTIES = ("docProps/core.xml", "docProps/custom.xml", "word/settings.xml")
_STORY = re.compile(r"word/(glossary/)?(document|(header|footer)\d*|footnotes|comments)\.xml")


def word_outline(raw: bytes) -> str:
    """The body, what stands around it on each page, the styles and the other parts."""
    package = Package(raw)
    lines = []
    for name in package.parts:
        lines += _part(package, name)
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _part(package: Package, name: str) -> Iterator[str]:
    raw = package.parts[name]
    yield f"== {name}{_size(name, raw)}"
    if name.endswith("word/styles.xml"):
        yield from _styles(package.tree(name))
    elif name in _PROPERTIES or name.endswith(("numbering.xml", "fontTable.xml")):
        yield from (f"  {compact(each)}" for each in package.tree(name))
    elif _STORY.fullmatch(name):
        story = Story(package.targets(name))
        yield from _blocks(package.tree(name), story, " ")


def picture_size(raw: bytes) -> str:
    """Width and height of a PNG in dots."""
    width, height = struct.unpack(">II", raw[16:24])
    return f"{width}x{height}\n"


def _size(name: str, raw: bytes) -> str:
    if name.endswith(".png"):
        return f" {picture_size(raw)}".rstrip()
    if name.endswith(".svg"):
        root = etree.fromstring(raw)
        return f" {root.get('viewBox')} {root.get('aria-label')}"
    return ""


def _styles(root: etree._Element) -> Iterator[str]:
    for each in root:
        if local(each.tag) == "style":
            kind, name = attribute(each, "type"), attribute(each, "styleId")
            default = " default" if attribute(each, "default") == "1" else ""
            said = " ".join(compact(child) for child in each)
            yield f"  {kind}{default} {name}: {said}"
        elif local(each.tag) == "docDefaults":
            yield f"  {compact(each)}"


def _blocks(parent: etree._Element, story: Story, pad: str) -> Iterator[str]:
    for each in parent:
        name = local(each.tag)
        if name == "p":
            yield pad + _paragraph(each, story)
        elif name == "tbl":
            yield from _table(each, story, pad)
        elif name == "sdt":
            yield f"{pad}{story.control(each)}"
            yield from _blocks(each[-1], story, f"{pad} ")
        elif name == "sectPr":
            yield f"{pad}{story.resolved(each)}"
        elif name.endswith("Pr"):
            yield f"{pad}{compact(each)}"
        elif name in {"bookmarkStart", "bookmarkEnd"}:
            yield from filter(None, [f"{pad}{inline(each, story)}".rstrip()])
        else:
            yield f"{pad}{name}"
            yield from _blocks(each, story, f"{pad} ")


def _paragraph(element: etree._Element, story: Story) -> str:
    style, other, section = "(default)", [], ""
    if len(element) and local(element[0].tag) == "pPr":
        for each in element[0]:
            if local(each.tag) == "pStyle":
                style = attribute(each, "val")
            elif local(each.tag) == "sectPr":
                section = f" [[{story.resolved(each)}]]"
            else:
                other.append(compact(each))
    said = f" ({' '.join(other)})" if other else ""
    return f"{style}{said}: {inline(element, story)}{section}"


def _table(table: etree._Element, story: Story, pad: str) -> Iterator[str]:
    properties = [compact(each) for each in table[0] if local(each.tag) != "tblLook"]
    widths = [attribute(each, "w") for each in table[1]]
    yield f"{pad}table {' '.join(properties)} columns={'+'.join(widths)}"
    yield from _rows(table, story, f"{pad} ")


def _rows(parent: etree._Element, story: Story, pad: str) -> Iterator[str]:
    for each in parent:
        name = local(each.tag)
        if name == "tr":
            properties = [compact(one) for one in each if local(one.tag) == "trPr"]
            yield f"{pad}row {' '.join(properties)}"
            yield from _cells(each, story, f"{pad} ")
        elif name == "sdt":
            yield f"{pad}{story.control(each)}"
            yield from _rows(each[-1], story, f"{pad} ")


def _cells(parent: etree._Element, story: Story, pad: str) -> Iterator[str]:
    for each in parent:
        name = local(each.tag)
        if name == "tc":
            yield from _cell(each, story, pad)
        elif name == "sdt":
            yield f"{pad}{story.control(each)}"
            yield from _cells(each[-1], story, f"{pad} ")


def _cell(cell: etree._Element, story: Story, pad: str) -> Iterator[str]:
    said = " ".join(
        compact(each)
        for properties in cell
        if local(properties.tag) == "tcPr"
        for each in properties
        if local(each.tag) != "tcW"
    )
    start = f"{pad}| {f'[{said}] ' if said else ''}"
    inside = [each for each in cell if local(each.tag) != "tcPr"]
    if len(inside) == 1 and local(inside[0].tag) == "p":
        yield start + _paragraph(inside[0], story)
        return
    yield start
    for each in inside:
        holder = etree.Element("cell")
        holder.append(each)
        yield from _blocks(holder, story, f"{pad}  ")
