"""Finds marks of other dialects of Markdown, which a page shows as they are written.

Each is told only where it has the whole form of the other dialect, so that no mark of common text
is taken for one: `1~3 天`, `C++`, `2^3`, `a == b`, `10:30`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.base.diagnostics import N_, Message


class _Mark(NamedTuple):
    """A mark of another dialect: how it looks, and what to write here; `text`: what it holds."""

    form: str
    cure: str
    text: str = ""


_DELETE = N_("Delete it; pages have nothing like it.")
_LOOKS = N_("Delete it: looks can be given only right behind a heading, a link, a picture or code.")
_LINK = N_("Write a link: {better}.")
_TAG = N_("Write {better}.")
_BOX = N_("Write a box: {better} in a line, and its text below it, indented by four spaces.")
_LIST = N_("Delete it: every page lists its headings by itself.")
_FORMULA = N_("Pages set no formulas: write it in words or signs, such as x² or ≥.")
_SIGN = N_("Write the sign itself, such as ☺, or leave it out.")
_VALUE = N_("Pages take no values: write what it stands for, or the code of its parameter.")

_MARKS: dict[str, _Mark] = {
    "task": _Mark(r"^\[[ xX]\](?=[ \t])", _TAG),
    "alert": _Mark(r"^\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]", _BOX),
    "contents": _Mark(r"^\[\[?[_\0]?TOC[_\0]?\]?\]$", _LIST),
    "fence": _Mark(r"^:{3,}[^\n]*", _BOX),
    "tab": _Mark(r"^===[!+]?[ \t]+\"[^\n]*", _DELETE),
    "short": _Mark(r"^\*\[[^\]\n]+\]:[^\n]*", _DELETE),
    "part": _Mark(r"^-+8<-+[^\n]*", _DELETE),
    "page": _Mark(r"^\\(?:newpage|pagebreak)\b", _DELETE),
    "looks": _Mark(r"\{:[ \t]*[^{}\n]+\}|\{[ \t]*[.#][A-Za-z][\w-]*(?:[ \t]+[^{}\n]*)?\}", _LOOKS),
    "value": _Mark(r"\{\{[^{}\n]+\}\}|\{%[^{}\n]+%\}", _VALUE),
    "wiki": _Mark(r"!?\[\[(?P<wiki_text>[^\[\]\n]+)\]\]", _LINK, "wiki_text"),
    "struck": _Mark(r"~~(?P<struck_text>[^\s~](?:[^~\n]*[^\s~])?)~~", _TAG, "struck_text"),
    "marked": _Mark(
        r"(?<![A-Za-z0-9=])==(?P<marked_text>[^\s=](?:[^=\n]*[^\s=])?)==(?![A-Za-z0-9=])",
        _TAG,
        "marked_text",
    ),
    "added": _Mark(
        r"(?<![A-Za-z0-9+])\+\+(?P<added_text>[^\s+](?:[^+\n]*[^\s+])?)\+\+(?![A-Za-z0-9+])",
        _TAG,
        "added_text",
    ),
    "raised": _Mark(r"\^(?P<raised_text>[^\W_]{1,20})\^", _TAG, "raised_text"),
    "lowered": _Mark(r"(?<=[A-Za-z])~(?P<lowered_text>[0-9]{1,4})~", _TAG, "lowered_text"),
    "formula": _Mark(r"\$\$[^$\n]+\$\$|\$[^$\n]*\\[A-Za-z]+[^$\n]*\$", _FORMULA),
    "sign": _Mark(r"(?<![A-Za-z0-9:/]):[a-z][a-z_]*[a-z]:(?![A-Za-z0-9:/])", _SIGN),
}
_BETTER = {
    "task": "☐, ☑",
    "alert": "!!! note",
    "fence": "!!! note",
    "wiki": "[{text}](….md)",
    "struck": "<del>{text}</del>",
    "marked": "<mark>{text}</mark>",
    "added": "<ins>{text}</ins>",
    "raised": "<sup>{text}</sup>",
    "lowered": "<sub>{text}</sub>",
}
_ANY = re.compile(
    "|".join(f"(?P<{name}>{mark.form})" for name, mark in _MARKS.items()), re.MULTILINE
)
_LONGEST = 40


def foreign_marks(text: str) -> Iterator[tuple[str, Message]]:
    """Yield the marks of other dialects in what a paragraph shows, with what to write instead."""
    for found in _ANY.finditer(text):
        name = next(each for each in _MARKS if found[each] is not None)
        mark = _MARKS[name]
        words = found[mark.text] if mark.text else ""
        better = _BETTER.get(name, "").replace("{text}", words[:_LONGEST])
        yield found[0], Message(mark.cure, {"better": better} if better else {})
