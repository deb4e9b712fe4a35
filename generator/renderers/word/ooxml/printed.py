"""The texts that a document prints, between its places to fill in."""

from __future__ import annotations

from collections.abc import Iterator

from generator.renderers.word.ooxml.node import Nodes, XmlNode


def printed_texts(nodes: Nodes) -> Iterator[str]:
    """Yield what stands in each paragraph in front of, between and behind its controls."""
    for node in nodes:
        if node.tag == "w:p":
            yield from _pieces(node)
        elif not _is_entry(node):
            yield from printed_texts(node.children)


def _pieces(paragraph: XmlNode) -> Iterator[str]:
    texts: list[str] = []
    for each in _inside(paragraph.children):
        if each is None:
            yield "".join(texts)
            texts = []
        else:
            texts.append(each)
    yield "".join(texts)


def _inside(nodes: Nodes) -> Iterator[str | None]:
    """Yield the texts of a line, and None for each place to fill in."""
    for node in nodes:
        if _is_entry(node):
            yield None
        elif node.tag == "w:t":
            yield node.text
        elif node.tag == "w:noBreakHyphen":
            yield "-"
        else:
            yield from _inside(node.children)


def _is_entry(node: XmlNode) -> bool:
    """Whether something is filled in here; a control around rows only repeats them."""
    if node.tag != "w:sdt":
        return False
    inside = {each.tag for part in node.children if part.tag == "w:sdtPr" for each in part.children}
    return "w:tag" in inside and "w15:repeatingSection" not in inside
