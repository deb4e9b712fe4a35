"""Writes the parts of a hand-written text as HTML, in the form in which browsers write it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import chain

from generator.document.markdown import ProseNode, bare

_CODE = re.compile(r"(?<![\w&#-])[A-Z][A-Z0-9]{0,7}(?:-[A-Z0-9]{1,8}){0,4}(?![\w-])", re.ASCII)
_ALIGNMENT = {"text-align:center": "hb-center", "text-align:right": "hb-right"}
_TAGS: Mapping[str, str] = {
    "admonition": "div",
    "admonition-title": "p",
    "bullets": "ul",
    "cell": "td",
    "code-span": "code",
    "definition": "dd",
    "definitions": "dl",
    "emphasis": "em",
    "head": "thead",
    "item": "li",
    "paragraph": "p",
    "quote": "blockquote",
    "row": "tr",
    "rows": "tbody",
    "strong": "strong",
    "term": "dt",
}
_NEW_LINE = frozenset(
    {"admonition", "admonition-title", "bullets", "code", "definition", "definitions", "footnote"}
    | {"footnotes", "head", "heading", "item", "line", "numbers", "paragraph", "quote", "row"}
    | {"rows", "table", "term"}
)
_OPENS_LINE = frozenset(
    {"admonition", "bullets", "definitions", "head", "numbers", "quote", "row", "rows"}
)
QUOTE = "&#34;"
"""A quote in a text; in the value of an attribute it is written otherwise."""

_NOT_CITED = frozenset({"heading", "link"})


def text(written: str) -> str:
    """Return a text with the characters escaped that mean something in HTML.

    Quotes too, so that what looks like an attribute in a text is never taken for one.
    """
    return _escaped(written).replace('"', QUOTE)


def _escaped(written: str) -> str:
    found = written.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return found.replace("\u00a0", "&nbsp;")


class ProseWriter:
    """Writes the nodes of one page.

    `address` turns an address as written into that on the page, `cited` a code such as `P-02-02`
    into the address of what it names (empty if it names nothing). Tables get a region of their
    own that scrolls and takes the focus.
    """

    def __init__(self, address: Callable[[str], str], cited: Callable[[str], str]) -> None:
        self._address = address
        self._cited = cited
        self._title = ""
        self._quiet = 0
        self._own: Mapping[str, Callable[[ProseNode], str]] = {
            "break": self._break,
            "code": self._code,
            "footnote": self._footnote,
            "footnote-mark": self._footnote_mark,
            "footnotes": self._footnotes,
            "head-cell": self._head_cell,
            "heading": self._heading,
            "image": self._image,
            "line": self._line,
            "link": self._link,
            "numbers": self._numbers,
            "space": self._space,
            "table": self._table,
            "tag": self._tag,
            "text": self._text,
            "tight": self._tight,
        }

    def html(self, nodes: Sequence[ProseNode]) -> str:
        """Return nodes as HTML that ends with a line end."""
        return self._inside(nodes).strip() + "\n"

    def _inside(self, nodes: Sequence[ProseNode]) -> str:
        return "".join(map(self._node, nodes))

    def _node(self, node: ProseNode) -> str:
        own = self._own.get(node.kind)
        quiet = node.kind in _NOT_CITED or node.tag == "kbd"
        self._quiet += quiet
        written = own(node) if own else self._element(_TAGS[node.kind], node)
        self._quiet -= quiet
        return f"{written}\n" if node.kind in _NEW_LINE else written

    def _element(self, tag: str, node: ProseNode, **more: str) -> str:
        inside = text(node.text) if node.kind == "code-span" else self._inside(node.children)
        after = "\n" if node.kind in _OPENS_LINE else ""
        return f"<{tag}{_attributes(node.attributes | more)}>{after}{inside}</{tag}>"

    def _text(self, node: ProseNode) -> str:
        said = text(node.text)
        return said if self._quiet else _CODE.sub(self._citation, said)

    def _citation(self, code: re.Match[str]) -> str:
        address = self._cited(code[0])
        return f"<a{_attributes({'href': address})}>{code[0]}</a>" if address else code[0]

    def _tight(self, node: ProseNode) -> str:
        return self._inside(node.children)

    def _space(self, node: ProseNode) -> str:
        del node
        return "\n"

    def _break(self, node: ProseNode) -> str:
        return f"<br{_attributes(node.attributes)}>\n"

    def _line(self, node: ProseNode) -> str:
        del node
        return "<hr>"

    def _tag(self, node: ProseNode) -> str:
        return self._element(node.tag, node)

    def _heading(self, node: ProseNode) -> str:
        self._title = bare(node.children)
        return self._element(node.tag, node)

    def _numbers(self, node: ProseNode) -> str:
        return self._element("ol", node)

    def _code(self, node: ProseNode) -> str:
        language = node.attributes["language"]
        kind = _attributes({"class": f"language-{language}"}) if language else ""
        # A browser leaves out a line end right behind the mark.
        return f"<pre><code{kind}>{text(node.text)}</code></pre>"

    def _link(self, node: ProseNode) -> str:
        return self._element("a", node, href=self._address(node.attributes["href"]))

    def _image(self, node: ProseNode) -> str:
        source = self._address(node.attributes["src"])
        return f"<img{_attributes(node.attributes | {'src': source, 'alt': bare(node.children)})}>"

    def _table(self, node: ProseNode) -> str:
        label = _attributes({"aria-label": self._title})
        classes = f"hb-table {node.attributes.get('class', '')}".strip()
        inside = self._element(
            "table", ProseNode("quote", children=node.children), **{"class": classes}
        )
        return f'<div class="hb-scroll" tabindex="0" role="region"{label}>{inside}</div>'

    def _head_cell(self, node: ProseNode) -> str:
        return self._element("th", node, scope="col")

    def _footnotes(self, node: ProseNode) -> str:
        return f'<section class="footnotes">\n<ol>\n{self._inside(node.children)}</ol>\n</section>'

    def _footnote(self, node: ProseNode) -> str:
        number = node.attributes["number"]
        back = f'<a class="footnote-backref" href="#fnref-{number}">↩</a>'
        return f'<li id="fn-{number}">\n{self._inside(node.children)}{back}</li>'

    def _footnote_mark(self, node: ProseNode) -> str:
        first = node.attributes["use"] == "0"
        place = f' id="fnref-{node.text}"' if first else ""
        return f'<sup{place}><a class="footnote-ref" href="#fn-{node.text}">{node.text}</a></sup>'


def _attributes(given: Mapping[str, str]) -> str:
    return "".join(chain.from_iterable(map(_attribute, given.items())))


def _attribute(pair: tuple[str, str]) -> str:
    name, value = pair
    if name == "style":  # the alignment of a cell, which is all that the reader gives
        name, value = "class", _ALIGNMENT.get(value, "")
        if not value:
            return ""
    return f' {name}="{_escaped(value).replace(chr(34), "&quot;")}"'
