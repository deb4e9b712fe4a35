"""A page as an outline: each block a line, with its place, its look, its words and its links."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree, html

from outlines.drawing import drawing_lines

_PHRASES = "a abbr b br code em i img kbd mark small span strong sub sup time wbr"
INLINE = frozenset(re.split(" ", _PHRASES))
NOT_SAID = frozenset({"class", "href", "id", "src", "xmlns", "data-md-component"})
_HASH = re.compile(r"\.[0-9a-f]{8}\.min\.")


def page_outline(raw: bytes) -> str:
    """The head and the article of a page."""
    return _outline(raw, "//article")


def whole_outline(raw: bytes) -> str:
    """The head and the whole body of a page, with the navigation around the article."""
    return _outline(raw, "//body")


def _outline(raw: bytes, path: str) -> str:
    root = html.document_fromstring(raw.decode())
    lines = [f"html {_attributes(root)}", *_head(root)]
    for part in root.xpath(path):
        lines += _block(part, "")
    return _HASH.sub(".*.min.", "".join(f"{line.rstrip()}\n" for line in lines))


def _head(root: html.HtmlElement) -> Iterator[str]:
    for element in root.find("head").iter(etree.Element):
        if element.tag in {"meta", "link", "script", "style", "title"}:
            yield f"  {_start(element)} {_tidy(element.text)}"


def _block(element: html.HtmlElement, pad: str) -> Iterator[str]:
    if not isinstance(element.tag, str):
        return
    if element.tag == "svg":
        yield from (f"{pad}{line}" for line in _drawn(element))
    elif _inline_only(element):
        yield f"{pad}{_start(element)} {_inside(element)}"
    elif element.tag == "tr" and all(_inline_only(cell) for cell in element):
        yield f"{pad}{_start(element)} | " + " | ".join(_cell(each) for each in element)
    else:
        yield f"{pad}{_start(element)} {_tidy(element.text)}"
        for child in element:
            yield from _block(child, f"{pad} ")
            if tail := _tidy(child.tail):
                yield f"{pad} {tail}"


def _drawn(element: html.HtmlElement) -> Iterator[str]:
    if "flow" in (element.get("class") or "").split():
        return drawing_lines(element)
    return iter(["(icon)"])


def _inline_only(element: html.HtmlElement) -> bool:
    return all(each.tag in INLINE or not isinstance(each.tag, str)
               for each in element.iterdescendants())  # fmt: skip


def _cell(cell: html.HtmlElement) -> str:
    start = _start(cell)
    return _inside(cell) if start == "td" else f"{start}: {_inside(cell)}"


def _inside(element: html.HtmlElement) -> str:
    parts = [element.text or ""]
    for child in element:
        parts += [_inline(child), child.tail or ""]
    return " ".join("".join(parts).split())


def _inline(element: html.HtmlElement) -> str:
    if not isinstance(element.tag, str):
        return ""
    start, text = _start(element), _inside(element)
    if element.tag == "a" and set(element.attrib) == {"href"}:
        return f"[{text}]({element.get('href')})"
    return f"<{start}: {text}>" if text else f"<{start}>"


def _start(element: html.HtmlElement) -> str:
    place = f"#{element.get('id')}" if element.get("id") else ""
    look = "".join(f".{each}" for each in (element.get("class") or "").split())
    leads = [f"({element.get(key)})" for key in ("href", "src") if element.get(key)]
    return " ".join([f"{element.tag}{place}{look}", *leads, *filter(None, [_attributes(element)])])


def _attributes(element: html.HtmlElement) -> str:
    said = {key: value for key, value in element.attrib.items() if key not in NOT_SAID}
    return " ".join(f'{key}="{value}"' if value else str(key) for key, value in said.items())


def _tidy(text: str | None) -> str:
    return " ".join((text or "").split())
