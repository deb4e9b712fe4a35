"""What single elements of a document say by themselves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from generator.renderers.word.ooxml.xml import W

_W = f"{{{W}}}"
_PPR, _STYLE = f"{_W}pPr", f"{_W}pStyle"
_VAL, _T = f"{_W}val", f"{_W}t"
_CHOICE: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Choice"
_KNOWN: Final = ("http://schemas.microsoft.com/", "http://schemas.openxmlformats.org/")
_PAIR: Final = 2  # the children of a control: what it is, and what stands in it
OFF: Final = {"0", "false", "off", "none"}


def old_field(mark: Any) -> str:
    """Return what a form field of old Word shows by itself: a box, or the entry of a list."""
    data = mark.find(f"{_W}ffData")
    if data is None:
        return ""
    box = data.find(f"{_W}checkBox")
    if box is not None:
        for name in ("checked", "default"):
            state = box.find(f"{_W}{name}")
            if state is not None:
                return "☒" if (state.get(_VAL) or "1").lower() not in OFF else "☐"
        return "☐"
    chosen = data.find(f"{_W}ddList/{_W}result")
    entries = data.findall(f"{_W}ddList/{_W}listEntry")
    at = number_of(chosen) if chosen is not None else 0
    return str(entries[at].get(_VAL)) if at < len(entries) and chosen is not None else ""


def described(element: Any) -> str:
    """Return what a picture says about itself."""
    for each in element.iter():
        if isinstance(each.tag, str) and each.tag.endswith(("}docPr", "}imagedata", "}shape")):
            words = each.get("descr") or each.get("title") or each.get("alt") or each.get("name")
            if words:
                return str(words)
    return ""


def plain_text(element: Any) -> str:
    """Return the text in an element."""
    return "".join(each.text or "" for each in element.iter(_T))


def number_of(element: Any) -> int:
    """Return the number that an element says; what is no small one counts as one."""
    value = str(element.get(_VAL) or "1")
    return int(value) if value.isdecimal() and len(value) < len("10000") else 1


def branches(element: Any) -> Iterator[Any]:
    """Yield the ways in which `mc:AlternateContent` says something, those that editors know."""
    for branch in element:
        needed = str(branch.get("Requires") or "").split()
        known = (str(branch.nsmap.get(each) or "").startswith(_KNOWN) for each in needed)
        if branch.tag != _CHOICE or all(known):
            yield branch


def first_child(element: Any, tag: str) -> Any:
    """Return the first child with a tag, much faster than `find`; nearly always it is the first."""
    if len(element) and (first := element[0]).tag == tag:
        return first
    return next(element.iterchildren(tag), None)


def last_child(element: Any, tag: str) -> Any:
    """Return the first child with a tag that nearly always stands last, and alone."""
    if len(element) == _PAIR and (last := element[1]).tag == tag and element[0].tag != tag:
        return last
    return first_child(element, tag)


def is_heading(paragraph: Any) -> bool:
    """Tell whether a paragraph is a heading, by the name of its style."""
    properties = first_child(paragraph, _PPR)
    style = None if properties is None else first_child(properties, _STYLE)
    return style is not None and str(style.get(_VAL)).startswith("Heading")
