"""The nodes of Word's XML: frozen values without a parent, so that one may stand in two places.

lxml's own elements have one parent each: a row that is put into a second table silently leaves
the first. They also take twice the time to make, because each one made alone is a document. So a
document is made of these values, and lxml writes them (`ooxml.xml`) once it is whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

_NONE: Mapping[str, str] = MappingProxyType({})


class XmlNode(NamedTuple):
    """An element: its tag and its attributes with their prefixes (`w:p`), its children, its text.

    Text and children never stand together: WordprocessingML has no mixed content.
    """

    tag: str
    attributes: Mapping[str, str] = _NONE
    children: tuple[XmlNode, ...] = ()
    text: str = ""


Nodes: TypeAlias = tuple[XmlNode, ...]
"""A piece of a document: runs, paragraphs or rows in their order; `+` puts two together."""


def valued(tag: str, value: str | int) -> XmlNode:
    """Return an element that says its value in `w:val`, as most properties do."""
    return XmlNode(tag, {"w:val": str(value)})


def joined(pieces: Iterable[Nodes], between: Nodes = ()) -> Nodes:
    """Return pieces one after another, with `between` between each two of them."""
    if not between:
        return tuple(chain.from_iterable(pieces))
    found: list[XmlNode] = []
    for number, each in enumerate(pieces):
        found += between if number else ()
        found += each
    return tuple(found)


def rewritten(nodes: Nodes, change: Callable[[XmlNode], Nodes]) -> Nodes:
    """Return nodes, and all nodes in them, as `change` makes them: the innermost first.

    What does not change stays the same object.
    """
    found: list[XmlNode] = []
    same = True
    for node in nodes:
        inside = rewritten(node.children, change) if node.children else node.children
        whole = node if inside is node.children else node._replace(children=inside)
        made = change(whole)
        same = same and len(made) == 1 and made[0] is node
        found += made
    return nodes if same else tuple(found)


def unchanged(node: XmlNode) -> Nodes:
    """Return a node alone: what `rewritten` is told where nothing is to change."""
    return (node,)


def within(nodes: Nodes, tag: str) -> Iterator[XmlNode]:
    """Yield the nodes of a tag among nodes and in them, in the order of the document."""
    for node in nodes:
        if node.tag == tag:
            yield node
        if node.children:
            yield from within(node.children, tag)


def words_of(nodes: Nodes) -> str:
    """Return the text in nodes, without what breaks its lines."""
    return "".join(node.text or words_of(node.children) for node in nodes)
