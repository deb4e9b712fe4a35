"""Places in a document, links to them, and what can only be said when the document is whole."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from generator.renderers.word.ooxml.node import Nodes, XmlNode, rewritten, unchanged

_PENDING = "pending:"  # no namespace has such a name: nothing unsettled gets into a file


class Pending(NamedTuple):
    """What waits for the whole document: what it is, the bookmark it is about, its runs so far."""

    kind: str
    bookmark: str
    runs: Nodes


def bookmark(name: str, number: int, content: Nodes) -> Nodes:
    """Return runs that links and cross references can lead to."""
    start = XmlNode("w:bookmarkStart", {"w:id": str(number), "w:name": name})
    return (start, *content, XmlNode("w:bookmarkEnd", {"w:id": str(number)}))


def link(name: str, runs: Nodes) -> Nodes:
    """Return runs that lead to a bookmark of the same document."""
    return (XmlNode("w:hyperlink", {"w:anchor": name, "w:history": "1"}, runs),)


def pending(kind: str, name: str, runs: Nodes = ()) -> Nodes:
    """Return a place for runs that `settled` works out once the whole document is known."""
    return (XmlNode(f"{_PENDING}{kind}", {"bookmark": name}, runs),)


def settled(content: Nodes, answer: Callable[[Pending], Nodes]) -> Nodes:
    """Return a piece of a document with the answer in each place that was pending."""

    def change(node: XmlNode) -> Nodes:
        if not node.tag.startswith(_PENDING):
            return unchanged(node)
        kind = node.tag.removeprefix(_PENDING)
        return answer(Pending(kind, node.attributes["bookmark"], node.children))

    return rewritten(content, change)
