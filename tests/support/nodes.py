"""Short ways to look into nodes of Word's XML, and into the parts of a finished document."""

from __future__ import annotations

import zipfile
from io import BytesIO

from lxml import etree

from generator.renderers.word.ooxml.node import Nodes, XmlNode, within


def one(content: Nodes, tag: str) -> XmlNode:
    """The only node of a tag."""
    (found,) = within(content, tag)
    return found


def has(content: Nodes, tag: str) -> bool:
    """Whether there is a node of a tag."""
    return any(True for _ in within(content, tag))


def values(content: Nodes, tag: str, attribute: str = "w:val") -> list[str]:
    """What all nodes of a tag say in an attribute."""
    return [each.attributes[attribute] for each in within(content, tag)]


def value(content: Nodes, tag: str, attribute: str = "w:val") -> str:
    """What the only node of a tag says in an attribute."""
    return one(content, tag).attributes[attribute]


def tags(content: Nodes) -> list[str]:
    """The tags of nodes, without those in them."""
    return [each.tag for each in content]


def parts(raw: bytes) -> dict[str, bytes]:
    """The parts of a package by name."""
    with zipfile.ZipFile(BytesIO(raw)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def parsed(raw: bytes, part: str = "word/document.xml") -> etree._Element:
    """A part of a package as a tree."""
    return etree.fromstring(parts(raw)[part])
