"""Writes staged pages for engines that run no plugins: the article stands in the page itself."""

from __future__ import annotations

import re

from generator.renderers.html import Fragment

_HEADING = re.compile(r'^<h2 id="([^"]*)">(.*?)</h2>$', re.MULTILINE)
_FORMER = re.compile(r'<span id="[^"]*"></span>')
_CODE = re.compile(r"<pre>.*?</pre>", re.DOTALL)
_BOX = re.compile(r"<(/?)div\b[^>]*>")


def inline_page(fragment: Fragment) -> str:
    """Return an article as Markdown: the headings of level 2 as such, all else as raw HTML.

    So the engine knows the headings for its contents list. Characters that mean something in
    Markdown are written as numbers. Boxes that are open at a heading are closed before it and
    opened again after it.
    """
    titles = {each.anchor: each.title for each in fragment.contents}
    parts = _HEADING.split(fragment.html)
    open_boxes: list[str] = []
    written = [_raw(_closed(parts[0], open_boxes))]
    for place in range(1, len(parts), 3):
        anchor, html_title, body = parts[place : place + 3]
        title = titles.get(anchor, html_title)
        heading = f"## {_numbered(title)} {{ #{anchor} }}"
        former = "".join(_FORMER.findall(html_title))
        written += [heading, _raw(_closed(f"{former}{body}", open_boxes))]
    return "\n\n".join(["", *(each for each in written if each), ""])


def _closed(html: str, open_boxes: list[str]) -> str:
    """Return a piece with every box closed; `open_boxes` tells from piece to piece what is open."""
    opened = "".join(open_boxes)
    for tag in _BOX.finditer(html):
        if tag[1]:
            open_boxes.pop()
        else:
            open_boxes.append(tag[0])
    return f"{opened}{html}{'</div>' * len(open_boxes)}"


def _raw(html: str) -> str:
    """Return HTML as one raw block: without empty lines, so that no parser ends it early."""
    kept = _CODE.sub(lambda code: code[0].replace("\n", "&#10;"), html)
    lines = [line for line in kept.split("\n") if line.strip()]
    return "\n".join(["<div>", *lines, "</div>"]) if lines else ""


def _numbered(text: str) -> str:
    return "".join(
        each if each.isalnum() or each == " " else f"&#{ord(each)};"
        for each in " ".join(text.split())
    )
