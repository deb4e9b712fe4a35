"""Where a parameter is cited: each place as the way to it, with who approves it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from generator.base.diagnostics import Locator
from generator.model.changes.change import Element, Touched
from generator.model.changes.fields import element_of, place_of
from generator.model.changes.shapes import NAMED_BY, OWN_IDS
from generator.model.handbook import Handbook
from generator.model.process import Process

_CITES = ("value", "parameter", "authority")
_LISTS = {
    "organization": "organization",
    "parameters": "parameter_file",
    "glossary": "glossary",
    "information": "information",
    "sources": "sources",
}
"""The files of lists, and where the handbook holds them."""


def touched_by(book: Handbook, parameter: str, value: str | None = None) -> tuple[Touched, ...]:
    """Every place that cites a parameter, or one of its values, also by way of other parameters."""
    found: dict[tuple[object, ...], Touched] = {}
    waiting = [parameter if value is None else f"{parameter}.{value}"]
    for name in waiting:  # grows on the way
        for where in _citing(book, name):
            each = _touched(book, where)
            found.setdefault((each.path, each.aspect), each)
            top = each.path[0]
            if top.kind == "parameter" and not any(
                top.id == seen.partition(".")[0] for seen in waiting
            ):
                waiting.append(top.id)
    return tuple(found.values())


def _citing(book: Handbook, name: str) -> Iterator[Locator]:
    parameter, dot, _ = name.partition(".")
    code = book.parameters[parameter].code if parameter in book.parameters else None
    for each in book.references:
        if each.kind in _CITES:
            whole = each.id == name or (not dot and each.id.partition(".")[0] == name)
            # An authority cites all bands; one of its named limits too.
            if whole or (dot and each.id == parameter and each.kind != "value"):
                yield each.where
        elif each.kind == "code" and code is not None and each.id == code:
            yield each.where


def _touched(book: Handbook, where: Locator) -> Touched:
    """The way to a place of a file."""
    for document in book.documents:
        if document.where.file == where.file:
            kind = "process" if isinstance(document, Process) else "form"
            path, aspect = _inside(document, where, (Element(kind, document.id),))
            approver = document.approver or document.revision.approved_by
            return Touched(path=path, aspect=aspect, approver=approver, where=where)
    stem = where.file.rpartition("/")[2].partition(".")[0]
    if stem in _LISTS:
        top = getattr(book, _LISTS[stem])
        path, aspect = _inside(top, where, ())
        return Touched(path=path or (Element(stem, ""),), aspect=aspect, approver=None, where=where)
    path, aspect = _inside(book.settings, where, (Element("handbook", ""),))
    return Touched(path=path, aspect=aspect, approver=None, where=where)


def _inside(
    top: object, where: Locator, path: tuple[Element, ...]
) -> tuple[tuple[Element, ...], str]:
    """Return the way to the innermost named thing that a place lies in, and its key there."""
    deepest, depth = top, 0
    while True:
        inner = next((each for each in _named(deepest) if _covers(place_of(each), where)), None)
        if inner is None:
            break
        deepest, depth = inner, len(place_of(inner).path)
        path = (*path, element_of(inner))
    if len(path) > 2 and path[1].kind == "section" and path[2].kind == "field":  # noqa: PLR2004
        path = (path[0], *path[2:])
    keys = [part for part in where.path[depth:] if isinstance(part, str)]
    return path, keys[0] if keys else ""


def _named(value: object) -> Iterator[object]:
    """The things with a name right inside a thing."""
    if not is_dataclass(value):
        return
    for each in fields(value):
        inner = getattr(value, each.name)
        for one in inner if isinstance(inner, tuple) else ():
            name = type(one).__name__
            if name in OWN_IDS or name in NAMED_BY:
                yield one


def _covers(outer: Locator, inner: Locator) -> bool:
    return outer.file == inner.file and inner.path[: len(outer.path)] == outer.path
