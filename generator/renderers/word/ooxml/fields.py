"""Fields: what Word works out itself, such as the number of a page, with the result already in."""

from __future__ import annotations

from collections.abc import Sequence

from generator.renderers.word.ooxml.node import Nodes, XmlNode, joined
from generator.renderers.word.ooxml.text import PLAIN, RunFormat, run, run_properties


def field(instruction: str, result: Nodes, look: RunFormat = PLAIN) -> Nodes:
    """Return a field around the runs of its result."""
    return _begin(instruction, look) + result + _mark("end", look)


def field_around(instruction: str, paragraphs: Sequence[Nodes]) -> Nodes:
    """Return paragraphs, each alone in its piece, that are the result of one field together."""
    opened, *rest = paragraphs
    first = _with_runs(opened, before=_begin(instruction, PLAIN))
    *middle, last = (first, *rest)
    return joined((*middle, _with_runs(last, after=_mark("end", PLAIN))))


def _with_runs(content: Nodes, *, before: Nodes = (), after: Nodes = ()) -> Nodes:
    (node,) = content
    at = sum(1 for each in node.children[:1] if each.tag == "w:pPr")
    head, runs = node.children[:at], node.children[at:]
    return (node._replace(children=head + before + runs + after),)


def _begin(instruction: str, look: RunFormat) -> Nodes:
    # Each mark has a run of its own, else WPS shows nothing.
    code = XmlNode("w:instrText", {"xml:space": "preserve"}, text=f" {instruction} ")
    return _mark("begin", look) + _run(code, look) + _mark("separate", look)


def _mark(kind: str, look: RunFormat) -> Nodes:
    return _run(XmlNode("w:fldChar", {"w:fldCharType": kind}), look)


def _run(content: XmlNode, look: RunFormat) -> Nodes:
    return (XmlNode("w:r", {}, (*run_properties(look), content)),)


def page_number(look: RunFormat = PLAIN) -> Nodes:
    """Return the number of the page."""
    return field("PAGE", run("1", look), look)


def page_count(look: RunFormat = PLAIN) -> Nodes:
    """Return the number of pages."""
    return field("NUMPAGES", run("1", look), look)
